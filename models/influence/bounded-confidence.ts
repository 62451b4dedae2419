import { choice, defineModel, real } from "../core/index.ts";
import { deffuant, live } from "./opinions/deffuant.ts";
import { hegselmannKrause } from "./opinions/hegselmann-krause.ts";
import { campSizes } from "./opinions/camps.ts";
import { opinionMeasures } from "./opinions/measures.ts";
import { open, openingFaults, openingParameters, opinionState } from "./opinions/opening.ts";
import { trustFaults, trustParameters } from "./opinions/trust.ts";

/**
 * Customers consider only opinions within `confidence` (ε) of their own: |xᵢ − xⱼ| ≤ ε. With `update:
 * "hegselmann-krause"` everyone moves at once to the mean of its own opinion and those of the in-neighbours it
 * considers. With `"deffuant"` a step is as many meetings as there are customers: one customer is drawn, then one
 * of its in-neighbours. If each considers the other, both move `convergence` (μ) of the way toward the other, which
 * preserves the mean; on a directed network only the one who sees moves. With `weighting: "edge"` means are
 * weighted by trust, partners are drawn in proportion to trust, and a customer's own opinion weighs 1.
 *
 * Camps are parts of the network joined by ties within the confidence. `clusters` counts them as the authors do:
 * all camps under Hegselmann & Krause; camps of at least a twentieth of all customers under Deffuant, whose random
 * meetings leave stragglers. Opinions exactly ε apart are considered; the comparison has a tolerance of 1e-12.
 */
export const boundedConfidence = defineModel({
  name: "bounded-confidence",
  about: "Customers are influenced only by people whose opinion is close enough to their own.",
  source:
    "Hegselmann & Krause 2002, JASSS 5(3):2; Deffuant, Neau, Amblard & Weisbuch 2000, Advances in Complex Systems 3:87",
  parameters: {
    confidence: real(0.2, {
      min: 0,
      max: Infinity,
      about: "largest difference between opinions that still influence each other",
      unit: "opinion",
    }),
    update: choice(["hegselmann-krause", "deffuant"], {
      about:
        "hegselmann-krause = everyone moves at once to the mean of all they consider; deffuant = pairs meet one after another",
    }),
    convergence: real(0.5, {
      min: 0,
      max: 1,
      about: "share of the way toward the other that each moves; with update=deffuant",
      unit: "share",
    }),
    ...trustParameters,
    ...openingParameters(["even", "uniform", "attribute"]),
  },
  state: opinionState,
  streams: { taste: "node", meeting: "sequence" },
  steps: 1000,
  defaultNetwork: ({ update }) => (update === "deffuant" ? "complete:nodes=1000" : "complete:nodes=101"),
  check({ network, parameters, given }) {
    const faults = [...openingFaults({ network, parameters, given }), ...trustFaults(network, parameters.weighting)];
    const { update } = parameters;
    if (given.has("convergence") && update !== "deffuant")
      faults.push(`convergence requires update=deffuant, got ${update}`);
    return faults;
  },
  setup({ network, parameters, state, random }) {
    open(network, parameters, state.opinion, random.taste);
  },
  step(world) {
    if (world.parameters.update === "hegselmann-krause") return hegselmannKrause(world);
    deffuant(world, world.random.meeting);
    return live(world);
  },
  measures: {
    clusters: {
      about:
        "camps of opinion: all of them with hegselmann-krause, those of at least a twentieth of customers with deffuant",
      unit: "camps",
      of({ network, parameters, state: { opinion } }) {
        const sizes = campSizes(network, opinion, parameters.confidence);
        const least = parameters.update === "deffuant" ? opinion.length / 20 : 1;
        return sizes.filter((size) => size >= least).length;
      },
    },
    camps: {
      about: "camps of opinion of any size, single customers included",
      unit: "camps",
      of: ({ network, parameters, state: { opinion } }) => campSizes(network, opinion, parameters.confidence).length,
    },
    ...opinionMeasures,
    steps: {
      about: "steps until rest; in the last step nothing changes",
      unit: "steps",
      of: ({ time }) => time,
    },
  },
});

import { choice, defineModel, real } from "../core/index.ts";
import { deffuant, live } from "./opinions/deffuant.ts";
import { hegselmannKrause } from "./opinions/hegselmann-krause.ts";
import { campSizes } from "./opinions/camps.ts";
import { opinionMeasures } from "./opinions/measures.ts";
import { open, openingFaults, openingParameters, opinionState } from "./opinions/opening.ts";
import { trustFaults, trustParameters } from "./opinions/trust.ts";

/**
 * Customers heed only opinions within `confidence` ε of their own, |xᵢ − xⱼ| ≤ ε. With `update:
 * "hegselmann-krause"` everyone at once moves to the mean of itself and the in-neighbours it heeds. With
 * `"deffuant"` a step is as many meetings as there are customers: one is drawn, then one of its
 * in-neighbours, and if they heed each other each moves `convergence` μ of the way to the other, which
 * keeps the mean; on a directed network only the one who sees moves. With `weighting: "edge"` means are
 * weighted and partners drawn in proportion to trust; oneself weighs 1.
 *
 * Camps are parts of the network joined by ties within the confidence. `clusters` counts them as the
 * authors do: all of them under Hegselmann & Krause; under Deffuant, whose meetings by chance leave
 * stragglers behind, those of at least a twentieth of all customers. Opinions exactly ε apart heed
 * each other; the comparison forgives 1e-12.
 */
export const boundedConfidence = defineModel({
  name: "bounded-confidence",
  about: "Customers heed only those whose opinion is close enough to their own.",
  source:
    "Hegselmann & Krause 2002, JASSS 5(3):2; Deffuant, Neau, Amblard & Weisbuch 2000, Advances in Complex Systems 3:87",
  parameters: {
    confidence: real(0.2, {
      min: 0,
      max: Infinity,
      about: "largest difference of opinions that still counts",
      unit: "opinion",
    }),
    update: choice(["hegselmann-krause", "deffuant"], {
      about: "everyone at once to the mean of all they heed, or pairs one after the other",
    }),
    convergence: real(0.5, {
      min: 0,
      max: 1,
      about: "deffuant: share of the way to the other that each goes",
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
      faults.push(`convergence must come with update=deffuant, got ${update}`);
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
      about: "camps of opinion: all under hegselmann-krause, those of a twentieth of customers or more under deffuant",
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
      about: "steps until rest; the last finds that nothing changes any more",
      unit: "steps",
      of: ({ time }) => time,
    },
  },
});

import { defineModel, f64, real, text } from "../core/index.ts";
import { averaging, averagingParameters } from "./opinions/averaging.ts";
import { opinionClusters, opinionMeasures } from "./opinions/measures.ts";
import {
  attributeFaults,
  attributeOf,
  open,
  openingFaults,
  openingParameters,
  opinionState,
} from "./opinions/opening.ts";
import { trustFaults } from "./opinions/trust.ts";

/**
 * In every step each customer mixes the average opinion of those it trusts, as in `degroot`, with its own initial
 * opinion, which has the weight `stubbornness` σ: x ← σ·x₀ + (1 − σ)·W·x, all at once. At 0 the model is `degroot`;
 * at 1 nobody moves. In between, opinions stay apart and come to rest at (I − (1 − σ)W)⁻¹ σ·x₀.
 */
export const friedkinJohnsen = defineModel({
  name: "friedkin-johnsen",
  about: "Customers move toward those they trust but hold on to their initial opinion.",
  source: "Friedkin & Johnsen 1990, Journal of Mathematical Sociology 15:193",
  parameters: {
    stubbornness: real(0.5, { min: 0, max: 1, about: "weight of the customer's initial opinion", unit: "share" }),
    stubborn: text("", /^.*$/s, {
      about: "node attribute with each customer's own stubbornness, a share; if empty, stubbornness applies to all",
      must: "the name of an attribute",
    }),
    ...averagingParameters,
    ...openingParameters(["uniform", "even", "attribute"]),
  },
  state: { ...opinionState, began: f64("initial opinion of the customer") },
  streams: { taste: "node" },
  steps: 1000,
  check({ network, parameters, given }) {
    const { stubborn, weighting } = parameters;
    const faults = [...openingFaults({ network, parameters, given }), ...trustFaults(network, weighting)];
    if (stubborn === "") return faults;
    if (given.has("stubbornness")) faults.push("only one of stubbornness and stubborn may be given, got both");
    return [
      ...faults,
      ...attributeFaults(network, stubborn, "a share from 0 to 1", (value) => value >= 0 && value <= 1),
    ];
  },
  setup({ network, parameters, state, random }) {
    open(network, parameters, state.opinion, random.taste);
    state.began.set(state.opinion);
  },
  step(world) {
    const { stubborn, stubbornness } = world.parameters;
    const own = stubborn === "" ? null : attributeOf(world.network, stubborn);
    return averaging(world, (i) => own?.[i] ?? stubbornness, world.state.began);
  },
  measures: { ...opinionClusters, ...opinionMeasures },
});

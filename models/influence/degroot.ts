import { defineModel } from "../core/index.ts";
import { averaging, averagingParameters } from "./opinions/averaging.ts";
import { opinionClusters, opinionMeasures } from "./opinions/measures.ts";
import { open, openingFaults, openingParameters, opinionState } from "./opinions/opening.ts";
import { trustFaults } from "./opinions/trust.ts";

/**
 * In every step each customer adopts the mean opinion of its in-neighbours, weighted by trust, all at once. With
 * `selfWeight` s its own opinion has weight s and theirs together 1 − s. Customers who see nobody keep their
 * opinion. Opinions converge if a common source can reach everyone and the lengths of closed walks have no common
 * divisor above 1: a star or a grid with `selfWeight: 0` swaps opinions forever. At rest once no opinion moves by
 * more than 1e-12 of the largest. A step takes time linear in arcs.
 */
export const degroot = defineModel({
  name: "degroot",
  about: "Customers adopt the average opinion of those they trust.",
  source: "DeGroot 1974, Journal of the American Statistical Association 69:118",
  parameters: {
    ...averagingParameters,
    ...openingParameters(["uniform", "even", "attribute"]),
  },
  state: opinionState,
  streams: { taste: "node" },
  steps: 1000,
  check: ({ network, parameters, given }) => [
    ...openingFaults({ network, parameters, given }),
    ...trustFaults(network, parameters.weighting),
  ],
  setup({ network, parameters, state, random }) {
    open(network, parameters, state.opinion, random.taste);
  },
  step: (world) => averaging(world, () => 0, world.state.opinion),
  measures: { ...opinionClusters, ...opinionMeasures },
});

import { choice, defineModel, flag, real } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { countingKernel } from "./counting-kernel.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { needsByShare, thresholdFaults } from "./needs.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { thresholdRound } from "./threshold-step.ts";

/**
 * A customer joins once the share of its in-neighbours that have joined is at least its threshold, and then
 * stays, unless there is `churn`: who leaves no longer counts with others and never comes back. Compared exactly: one
 * of five meets .2. At least one neighbour is needed, even at threshold 0, so those without neighbours never join.
 * Rounds are synchronous, and nothing but the first customers and who leaves is left to chance.
 */
export const wattsThreshold = defineModel({
  name: "watts-threshold",
  about: "Customers join once a share of those they see has joined.",
  source: "Watts 2002, PNAS 99:5766",
  parameters: {
    threshold: real(0.18, { min: 0, max: 1, about: "share of in-neighbours that must have joined", unit: "share" }),
    thresholds: choice(["same", "own"], {
      about: "one threshold for all, or each customer's own: the node attribute threshold",
    }),
    ...churnParameter,
    ...firstParameters,
    seedNeighbourhood: flag(false, { about: "each first customer brings along everyone it can influence" }),
  },
  state: reachState,
  streams: { leave: "pair", first: "sequence" },
  steps: "rest",
  check: ({ network, parameters, given }) => [
    ...firstFaults({ network, parameters, given }),
    ...thresholdFaults(network, parameters.thresholds, "a share from 0 to 1", (share) => share >= 0 && share <= 1),
  ],
  setup({ network, parameters, state, random }) {
    begin(
      state,
      firstCustomers(network, parameters)(() => random.first),
    );
  },
  step: (world) => thresholdRound(world, needsByShare(world.network, world.parameters)),
  measures: reachMeasures,
  trace: reachTrace,
  kernel: (job) => (job.parameters.churn > 0 ? null : countingKernel(job, needsByShare(job.network, job.parameters))),
});

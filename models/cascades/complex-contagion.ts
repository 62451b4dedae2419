import { choice, defineModel, flag, whole } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { countingKernel } from "./counting-kernel.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { needsByCount, thresholdFaults } from "./needs.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { thresholdRound } from "./threshold-step.ts";

/**
 * A customer joins once a number of its in-neighbours have, and then stays, unless there is `churn`: who
 * leaves no longer counts with others and never comes back. Where each has a threshold
 * of its own, 0 means joining unprompted in round 1: on a complete network that is the riot of
 * Granovetter 1978, AJS 83:1420, with `seedCount` 0. Rounds are synchronous, and nothing but
 * the first customers and who leaves is left to chance.
 */
export const complexContagion = defineModel({
  name: "complex-contagion",
  about: "Customers join once a number of those they see have joined.",
  source: "Centola & Macy 2007, AJS 113:702",
  parameters: {
    threshold: whole(2, { min: 1, max: 2 ** 31 - 1, about: "in-neighbours that must have joined", unit: "customers" }),
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
    ...thresholdFaults(
      network,
      parameters.thresholds,
      "a whole number from 0",
      (count) => Number.isInteger(count) && count >= 0,
    ),
  ],
  setup({ network, parameters, state, random }) {
    begin(
      state,
      firstCustomers(network, parameters)(() => random.first),
    );
  },
  step: (world) => thresholdRound(world, needsByCount(world.network, world.parameters)),
  measures: reachMeasures,
  trace: reachTrace,
  kernel: (job) => (job.parameters.churn > 0 ? null : countingKernel(job, needsByCount(job.network, job.parameters))),
});

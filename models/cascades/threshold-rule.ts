import { choice, defineModel, flag, type Network, type Parameter } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { countingKernel } from "./counting-kernel.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { thresholdFaults, type Thresholds } from "./needs.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { thresholdRound } from "./threshold-step.ts";

/** What tells one threshold rule from another. */
export interface ThresholdRule {
  name: string;
  about: string;
  source: string;
  threshold: Parameter<number>;
  /** What a customer's own threshold must be, in words, and whether a value is that. */
  must: string;
  isRight(own: number): boolean;
  /** How many in-neighbours each customer needs. */
  needs(network: Network, thresholds: Thresholds): Int32Array;
}

/**
 * A model in which a customer joins once enough of its in-neighbours have, and then stays, unless there is `churn`: who
 * leaves no longer counts with others and never comes back. Rounds are synchronous, and nothing but the first
 * customers and who leaves is left to chance.
 */
export function thresholdModel({ name, about, source, threshold, must, isRight, needs }: ThresholdRule) {
  return defineModel({
    name,
    about,
    source,
    parameters: {
      threshold,
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
      ...thresholdFaults(network, parameters.thresholds, must, isRight),
    ],
    setup({ network, parameters, state, random }) {
      begin(
        state,
        firstCustomers(network, parameters)(() => random.first),
      );
    },
    step: (world) => thresholdRound(world, needs(world.network, world.parameters)),
    measures: reachMeasures,
    trace: reachTrace,
    kernel: (job) => (job.parameters.churn > 0 ? null : countingKernel(job, needs(job.network, job.parameters))),
  });
}

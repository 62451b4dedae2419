import { choice, defineModel, flag, type Network, type Parameter } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { countingKernel } from "./counting-kernel.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { thresholdFaults, type Thresholds } from "./needs.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { thresholdRound } from "./threshold-step.ts";

/** What distinguishes one threshold rule from another. */
export interface ThresholdRule {
  name: string;
  about: string;
  source: string;
  threshold: Parameter<number>;
  /** What a customer's own threshold must be, in words, and the check of a value. */
  must: string;
  isRight(own: number): boolean;
  /** The number of in-neighbours each customer needs. */
  needs(network: Network, thresholds: Thresholds): Int32Array;
}

/**
 * A model in which a customer joins once enough of its in-neighbours have joined. It then stays, unless there is
 * `churn`: customers who leave no longer influence others and never come back. Rounds are synchronous. Only the
 * seeds and the customers who leave are random.
 */
export function thresholdModel({ name, about, source, threshold, must, isRight, needs }: ThresholdRule) {
  return defineModel({
    name,
    about,
    source,
    parameters: {
      threshold,
      thresholds: choice(["same", "own"], {
        about: "same = one threshold for all; own = the node attribute threshold of each customer",
      }),
      ...churnParameter,
      ...firstParameters,
      seedNeighbourhood: flag(false, {
        about: "true: everyone whom a first customer (seed) can influence joins with it",
      }),
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

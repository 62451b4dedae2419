import { choice, defineModel, type Network } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { linearThresholdKernel } from "./linear-threshold-kernel.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { thresholdRound } from "./threshold-step.ts";
import { UNITS, unitsOf } from "./units.ts";

/**
 * Each customer has a threshold uniform on [0, 1) and joins once the total weight of the in-neighbours that have
 * joined reaches it. At least one such neighbour is needed. Rounds are synchronous. With `weighting: "degree"`
 * every in-neighbour weighs one over the in-degree. With `"edge"` tie weights are used as they are, to a precision
 * of 2^-30, and the weights into a customer must add up to at most 1. With `churn`, customers who leave no longer
 * influence others and never come back.
 */
export const linearThreshold = defineModel({
  name: "linear-threshold",
  about: "Customers join once the combined influence of their neighbours reaches their own threshold.",
  source: "Granovetter 1978, AJS 83:1420; Kempe, Kleinberg & Tardos 2003, KDD",
  parameters: {
    weighting: choice(["degree", "edge"], {
      about: "influence of a neighbour: degree = one over the in-degree; edge = the weight of the tie",
    }),
    ...churnParameter,
    ...firstParameters,
  },
  state: reachState,
  streams: { threshold: "node", leave: "pair", first: "sequence" },
  steps: "rest",
  check({ network, parameters, given }) {
    const faults = firstFaults({ network, parameters, given });
    return parameters.weighting === "edge" ? [...faults, ...weightFaults(network)] : faults;
  },
  setup({ network, parameters, state, random }) {
    begin(
      state,
      firstCustomers(network, parameters)(() => random.first),
    );
  },
  step(world) {
    const { network, parameters, random } = world;
    const { weights } = network.in;
    const needs = new Int32Array(network.size);
    const byTie = parameters.weighting === "edge" && weights;
    for (let i = 0; i < network.size; i++) {
      needs[i] = Math.max(1, Math.ceil(random.threshold(i) * (byTie ? UNITS : network.in.degree(i))));
    }
    return thresholdRound(world, needs, byTie ? (k) => unitsOf(byTie[k]) : undefined);
  },
  measures: reachMeasures,
  trace: reachTrace,
  kernel: (job) => (job.parameters.churn > 0 ? null : linearThresholdKernel(job)),
});

/** What is wrong with tie weights as shares of influence; names the first faulty customer. Time is linear in arcs. */
function weightFaults({ in: half, size, keys }: Network): string[] {
  const { offsets, weights } = half;
  if (!weights) return ["weighting=edge requires a network with weights"];
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (!(weights[k] >= 0))
        return [`weighting=edge requires weights of at least 0, got ${weights[k]} into customer ${keys.key(i)}`];
      sum += weights[k];
    }
    if (sum > 1 + 1e-9)
      return [
        `weighting=edge requires weights that add up to at most 1 into each customer, got ${sum} into ${keys.key(i)}`,
      ];
  }
  return [];
}

import { choice, defineModel, type Network } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { linearThresholdKernel } from "./linear-threshold-kernel.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { thresholdRound } from "./threshold-step.ts";
import { UNITS, unitsOf } from "./units.ts";

/**
 * Each customer has a threshold uniform on [0, 1) and joins once the weights of the in-neighbours that
 * joined add up to it. At least one neighbour is needed. Rounds are synchronous. With `weighting: "degree"`
 * every in-neighbour weighs one over the in-degree; with `"edge"` tie weights count as they are, to 2^-30,
 * and those that arrive at a customer must add up to at most 1. Under `churn` who leaves no longer counts
 * with others and never comes back.
 */
export const linearThreshold = defineModel({
  name: "linear-threshold",
  about: "Customers join once the influence of those they see exceeds a threshold of their own.",
  source: "Granovetter 1978, AJS 83:1420; Kempe, Kleinberg & Tardos 2003, KDD",
  parameters: {
    weighting: choice(["degree", "edge"], {
      about: "influence of a neighbour: one over the in-degree, or the weight of the tie",
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

/** Faults where tie weights cannot be shares of influence; names the first customer. Linear in arcs. */
function weightFaults({ in: half, size, keys }: Network): string[] {
  const { offsets, weights } = half;
  if (!weights) return ["weighting=edge must have a network with weights"];
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (!(weights[k] >= 0))
        return [`weighting=edge must have weights from 0, got ${weights[k]} into customer ${keys.key(i)}`];
      sum += weights[k];
    }
    if (sum > 1 + 1e-9)
      return [
        `weighting=edge must have weights that add up to at most 1 into each customer, got ${sum} into ${keys.key(i)}`,
      ];
  }
  return [];
}

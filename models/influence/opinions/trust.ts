import { choice, type Half, type Network } from "../../core/index.ts";

/** How much each neighbour is trusted. */
export const trustParameters = {
  weighting: choice(["uniform", "edge"], {
    about: "trust in a neighbour: uniform = the same for all; edge = in proportion to the weight of the tie",
  }),
};
type Weighting = "uniform" | "edge";

/** What is wrong with tie weights as trust; names the first faulty tie. Time is linear in arcs. */
export function trustFaults(network: Network, weighting: Weighting): string[] {
  const { offsets, targets, weights } = network.out;
  if (weighting === "uniform") return [];
  if (!weights) return ["weighting=edge requires a network with weights"];
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  if (wrong < 0) return [];
  const from = rowOf(offsets, wrong);
  return [
    `weighting=edge requires finite weights of at least 0, got ${weights[wrong]} from ${network.keys.key(from)} to ${network.keys.key(targets[wrong])}`,
  ];
}

/**
 * The node whose row contains position e, by binary search: the last row that begins at or before e, ignoring empty
 * rows.
 */
export function rowOf(offsets: Uint32Array, e: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (offsets[middle] <= e) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The mean opinion of those who influence i, weighted by trust; rows of trust add up to 1. NaN if nobody influences
 * i or all such ties weigh 0.
 */
export function trustedMean({ in: half }: Network, weighting: Weighting): (i: number, opinion: Float64Array) => number {
  const { offsets, targets, weights } = half;
  if (weighting === "uniform" || !weights) return (i, opinion) => half.mean(i, opinion);
  return (i, opinion) => {
    let sum = 0;
    let trust = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      sum += weights[k] * opinion[targets[k]];
      trust += weights[k];
    }
    return sum / trust;
  };
}

/**
 * One neighbour of i in this half, chosen by u on [0, 1) with a chance in proportion to trust; -1 if i has none or
 * all weigh 0. If ties weigh differently, time is linear in the neighbours of i.
 */
export function trustedOne(
  { offsets, targets, weights }: Half,
  weighting: Weighting,
): (i: number, u: number) => number {
  if (weighting === "uniform" || !weights) {
    return (i, u) => {
      const first = offsets[i];
      const degree = offsets[i + 1] - first;
      return degree === 0 ? -1 : targets[first + Math.floor(u * degree)];
    };
  }
  return (i, u) => {
    let trust = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) trust += weights[k];
    let left = u * trust;
    let last = -1; // the last tie with a weight takes the remainder left by rounding
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (weights[k] === 0) continue;
      last = targets[k];
      if (left < weights[k]) break;
      left -= weights[k];
    }
    return last;
  };
}

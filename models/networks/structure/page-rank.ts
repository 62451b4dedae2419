import { type Network, refuse } from "../../core/index.ts";

export interface PageRankOptions {
  /** Share of a walk's steps that follow an arc; the others jump to a random node. */
  damping?: number;
  /** Direction of the walk: along arcs toward those influenced, or against them toward influencers. */
  toward?: "influenced" | "influencers";
  /** True if arcs count by their weight. */
  weighted?: boolean;
  /** Stops once the shares of two rounds differ by less than this in total; at least 1e-14. */
  tolerance?: number;
}

/**
 * Share of time that an endless random walk spends at each node; the shares add up to 1 (Page et al. 1999). A walk
 * at a node without arcs jumps to a random node. To choose advocates, walk toward influencers. Empty without nodes.
 * Each round takes time linear in arcs; about 50 rounds with the usual damping. Throws `RangeError` unless damping
 * is at least 0 and below 1 and weights in use are at least 0.
 */
export function pageRank(network: Network, options: PageRankOptions = {}): Float64Array {
  const { damping = 0.85, toward = "influenced", weighted = false, tolerance = 1e-8 } = options;
  refuse(faultsOf(network, { damping, weighted, tolerance }));
  const { size } = network;
  const [from, to] = toward === "influenced" ? [network.in, network.out] : [network.out, network.in];
  const weights = weighted ? from.weights : null;
  const leaving = strengths(to.offsets, weighted ? to.weights : null);
  let share = new Float64Array(size).fill(1 / size);
  let last = new Float64Array(size);
  const sent = new Float64Array(size); // what a node gives along an arc of weight 1
  for (let change = 1; change > tolerance;) {
    [share, last] = [last, share];
    let stuck = 0;
    for (let i = 0; i < size; i++) {
      if (leaving[i] > 0) sent[i] = (damping * last[i]) / leaving[i];
      else stuck += last[i];
    }
    const base = (1 - damping + damping * stuck) / size;
    change = 0;
    for (let i = 0; i < size; i++) {
      let sum = base;
      const end = from.offsets[i + 1];
      if (weights) for (let e = from.offsets[i]; e < end; e++) sum += sent[from.targets[e]] * weights[e];
      else for (let e = from.offsets[i]; e < end; e++) sum += sent[from.targets[e]];
      share[i] = sum;
      change += Math.abs(sum - last[i]);
    }
  }
  return share;
}

function faultsOf(
  { out }: Network,
  { damping, weighted, tolerance }: Required<Pick<PageRankOptions, "damping" | "weighted" | "tolerance">>,
): string[] {
  const faults: string[] = [];
  if (!(damping >= 0 && damping < 1)) faults.push(`pageRank: damping must be from 0 and below 1, got ${damping}`);
  if (!(tolerance >= 1e-14)) faults.push(`pageRank: tolerance must be at least 1e-14, got ${tolerance}`);
  const wrong = weighted ? out.weights?.find((weight) => !(weight >= 0)) : undefined;
  if (wrong !== undefined) faults.push(`pageRank: weights must be 0 or more, got ${wrong}`);
  return faults;
}

/** Sum of the weights of each row. */
function strengths(offsets: Uint32Array, weights: Float64Array | null): Float64Array {
  const sums = new Float64Array(offsets.length - 1);
  for (let i = 0; i < sums.length; i++) {
    if (!weights) sums[i] = offsets[i + 1] - offsets[i];
    else for (let e = offsets[i]; e < offsets[i + 1]; e++) sums[i] += weights[e];
  }
  return sums;
}

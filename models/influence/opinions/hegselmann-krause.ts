import { type Network } from "../../core/index.ts";
import { heeded, isComplete } from "./camps.ts";

interface OpinionWorld {
  network: Network;
  parameters: { confidence: number; weighting: "uniform" | "edge" };
  state: { opinion: Float64Array; moved: Int32Array };
  time: number;
}

/** A step in which nobody moves further than this is the last: far above rounding, far below any real move. */
const STILL = 1e-10;

/**
 * Moves everyone at once to the mean of its own opinion and those of the in-neighbours it considers. Returns true
 * if anyone moved.
 */
export function hegselmannKrause({
  network,
  parameters: { confidence, weighting },
  state: { opinion, moved },
  time,
}: OpinionWorld): boolean {
  const { weights } = network.in;
  const next =
    isComplete(network) && (weighting === "uniform" || !weights)
      ? amongAll(opinion, confidence)
      : amongNeighbours(network, weighting === "edge" ? weights : null, opinion, confidence);
  let changed = false;
  for (let i = 0; i < opinion.length; i++) {
    if (Math.abs(next[i] - opinion[i]) > STILL) {
      moved[i] = time;
      changed = true;
    }
    opinion[i] = next[i];
  }
  return changed;
}

/** If everyone knows everyone: sums over windows of the sorted opinions, in n·log n instead of n². */
function amongAll(opinion: Float64Array, confidence: number): Float64Array {
  const sorted = opinion.slice().sort();
  const sums = new Float64Array(sorted.length + 1);
  for (let r = 0; r < sorted.length; r++) sums[r + 1] = sums[r] + sorted[r];
  const means = new Map<number, number>();
  let low = 0;
  let high = 0; // the window is low … high − 1
  for (const x of sorted) {
    if (means.has(x)) continue;
    while (!heeded(sorted[low], x, confidence)) low++;
    while (high < sorted.length && (sorted[high] <= x || heeded(sorted[high], x, confidence))) high++;
    means.set(x, (sums[high] - sums[low]) / (high - low));
  }
  return opinion.map((x) => means.get(x) ?? x);
}

/** On any network: each in-neighbour weighs as its tie does, or 1; the customer itself weighs 1. */
function amongNeighbours(
  { in: { offsets, targets } }: Network,
  weights: Float64Array | null,
  opinion: Float64Array,
  confidence: number,
): Float64Array {
  return opinion.map((own, i) => {
    let sum = own;
    let trust = 1;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const other = opinion[targets[k]];
      if (!heeded(own, other, confidence)) continue;
      const weight = weights ? weights[k] : 1;
      sum += weight * other;
      trust += weight;
    }
    return sum / trust;
  });
}

import { costOf } from "./limits.ts";
import { type Asked } from "./question.ts";

/** Who was chosen, best first. */
export interface Choice {
  chosen: number[];
  /** The number of candidates that tie with the last one chosen, which is included; null where it is unknown. */
  tied: number | null;
  /** What a reader must know about how it was done, a sentence each. */
  notes: string[];
}

/**
 * Those with the highest scores. Equal scores are ordered by rank; missing scores (NaN) come last. Under a budget,
 * those who no longer fit are skipped. Cost: one sort of the scores.
 */
export function highest({ limits, candidates, rank }: Asked, score: ArrayLike<number>): Choice {
  const of = (i: number): number => (Number.isNaN(score[i]) ? -Infinity : score[i]);
  const most = limits.budget < Infinity ? candidates.length : limits.count;
  const order = lowest(
    Float64Array.from(candidates, (i) => -of(i)),
    Float64Array.from(candidates, rank),
    most,
  );
  const chosen: number[] = [];
  let cost = 0;
  for (const at of order) {
    const i = candidates[at];
    if (chosen.length === limits.count) break;
    if (cost + costOf(limits, i) > limits.budget) continue;
    cost += costOf(limits, i);
    chosen.push(i);
  }
  const last = of(chosen[chosen.length - 1]);
  const missing = chosen.filter((i) => of(i) === -Infinity).length;
  const notes = missing > 0 ? [`${missing} of the chosen have no score: they fill the places that were left`] : [];
  return { chosen, tied: candidates.filter((i) => of(i) === last).length, notes };
}

/**
 * The places of the `count` lowest keys, in order. Equal keys are ordered by rank, then by place. Sorting numbers is
 * far cheaper than comparing places, so only places that can be among them are compared.
 */
export function lowest(key: Float64Array, rank: Float64Array, count: number): number[] {
  return among(key, rank, count)
    .sort((a, b) => (key[a] === key[b] ? rank[a] - rank[b] || a - b : key[a] - key[b]))
    .slice(0, count);
}

/** The places that may be among the first `count` by key and then by rank, in no order. */
function among(key: Float64Array, rank: Float64Array, count: number): number[] {
  if (count === 0) return [];
  if (count >= key.length) return Array.from(key.keys());
  const cut = key.slice().sort()[count - 1];
  const [sure, tied]: [number[], number[]] = [[], []];
  for (let at = 0; at < key.length; at++) {
    if (key[at] < cut) sure.push(at);
    else if (key[at] === cut) tied.push(at);
  }
  if (sure.length + tied.length === count) return sure.concat(tied);
  const last = Float64Array.from(tied, (at) => rank[at]).sort()[count - sure.length - 1];
  return sure.concat(tied.filter((at) => rank[at] <= last));
}

import { costOf } from "./limits.ts";
import { type Asked } from "./question.ts";

/** Who was chosen, best first. */
export interface Choice {
  chosen: number[];
  /** Candidates that stood equal with the last one chosen, itself included; null where that is not known. */
  tied: number | null;
  /** What a reader must know of how it was done, a sentence each. */
  notes: string[];
}

/**
 * Those with the highest scores. Equals go by rank; scores that do not exist (NaN) come last. Under a
 * budget whoever no longer fits is passed over. Sorts the scores.
 */
export function highest({ limits, candidates, rank }: Asked, score: ArrayLike<number>): Choice {
  const of = (i: number): number => (Number.isNaN(score[i]) ? -Infinity : score[i]);
  const scores = Float64Array.from(candidates, of).sort();
  const cut = limits.budget < Infinity ? -Infinity : scores[Math.max(0, scores.length - limits.count)];
  const order = Array.from(candidates.filter((i) => of(i) >= cut));
  order.sort((a, b) => (of(a) === of(b) ? rank(a) - rank(b) || a - b : of(b) - of(a)));
  const chosen: number[] = [];
  let cost = 0;
  for (const i of order) {
    if (chosen.length === limits.count) break;
    if (cost + costOf(limits, i) > limits.budget) continue;
    cost += costOf(limits, i);
    chosen.push(i);
  }
  const last = of(chosen[chosen.length - 1]);
  const missing = chosen.filter((i) => of(i) === -Infinity).length;
  const notes = missing > 0 ? [`${missing} of the chosen have no score: they fill the places that were left`] : [];
  return { chosen, tied: order.filter((i) => of(i) === last).length, notes };
}

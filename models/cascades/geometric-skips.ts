import { limit } from "../core/index.ts";

/**
 * The number of arcs that fail before the next success, when each succeeds independently with probability p.
 * Inverts the distribution function by a table, without logarithms: a 31-bit draw d has a gap of at least g if and
 * only if d ≤ tails[g], where tails[g] = limit((1 - p)^g) - 1, so each probability is exact to 2^-31. A gap never
 * exceeds `longest`, which then means that all remaining arcs fail; tails ends with a -1. `guide` holds the
 * smallest gap of each range of draws with the same top 11 bits; the search continues from there.
 */
export interface Skips {
  tails: Int32Array;
  guide: Int32Array;
}
/** Shift that gives a draw's place in the guide: its top 11 of 31 bits. */
export const GUIDE_SHIFT = 20;

/** The table for probability `p` in rows of at most `longest` arcs. Takes about longest + 2,048 operations. */
export function skips(p: number, longest: number): Skips {
  const tails = new Int32Array(longest + 2);
  let tail = 1;
  for (let g = 0; g <= longest; g++) {
    tails[g] = limit(tail) - 1;
    tail *= 1 - p;
  }
  tails[longest + 1] = -1;
  const guide = new Int32Array(1 << (31 - GUIDE_SHIFT));
  let gap = 0;
  for (let range = guide.length - 1; range >= 0; range--) {
    const largest = range * 2 ** GUIDE_SHIFT + (2 ** GUIDE_SHIFT - 1);
    while (largest <= tails[gap + 1]) gap++;
    guide[range] = gap;
  }
  return { tails, guide };
}

/** The gap that belongs to draw `d`, a whole number below 2^31. */
export function gapOf({ tails, guide }: Skips, d: number): number {
  let gap = guide[d >>> GUIDE_SHIFT];
  while (d <= tails[gap + 1]) gap++;
  return gap;
}

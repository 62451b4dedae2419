import { limit } from "../core/index.ts";

/**
 * How many arcs fail before the next success, when each succeeds with probability p on its own.
 * Inverse of the distribution function by table, without logarithms: a draw d of 31 bits has a gap of
 * at least g iff d ≤ tails[g], where tails[g] = limit((1 - p)^g) - 1, so each probability is exact to
 * 2^-31. A gap never exceeds `longest`, which then means "all the rest fail": tails ends with a -1.
 * `guide` holds the least gap of each range of draws that share their top 11 bits; counting goes on from there.
 */
export interface Skips {
  tails: Int32Array;
  guide: Int32Array;
}
/** A draw's place in the guide: its top 11 bits of 31. */
export const GUIDE_SHIFT = 20;

/** The table for probability `p` in rows of at most `longest` arcs. Costs about longest + 2,048 operations. */
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

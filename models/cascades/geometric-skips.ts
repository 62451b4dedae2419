import { limit } from "../core/index.ts";

/**
 * How many arcs fail before the next success, when each succeeds with probability p on its own.
 * Inverse of the distribution function by table, without logarithms: the gap of a 31-bit draw d is
 * the number of entries of `tails` above d, where tails[g] = limit((1 - p)^(g + 1)); each
 * probability is exact to 2^-31. A gap never exceeds `longest`, which then means "all the rest fail".
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
  const tails = new Int32Array(longest + 1); // the last entry is -1: counting always ends
  let tail = 1;
  for (let g = 0; g < longest; g++) {
    tail *= 1 - p;
    tails[g] = limit(tail) - 1;
  }
  tails[longest] = -1;
  const guide = new Int32Array(1 << (31 - GUIDE_SHIFT));
  let gap = 0;
  for (let range = guide.length - 1; range >= 0; range--) {
    const largest = range * 2 ** GUIDE_SHIFT + (2 ** GUIDE_SHIFT - 1);
    while (largest <= tails[gap]) gap++;
    guide[range] = gap;
  }
  return { tails, guide };
}

/** The gap that belongs to draw `d`, a whole number below 2^31. */
export function gapOf({ tails, guide }: Skips, d: number): number {
  let gap = guide[d >>> GUIDE_SHIFT];
  while (d <= tails[gap]) gap++;
  return gap;
}

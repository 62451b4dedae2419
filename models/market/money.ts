import { exp, log1p } from "../core/index.ts";

/** A premium has faded after a year. */
export const YEAR = 52;

/** What a sum is worth at the start, δ = (1 + d)^(−1/52) a week, and sums of it. */
export interface Discounting {
  /** δ^t. */
  at(t: number): number;
  /** 1 + δ + … + δ^(n − 1); infinite n where that has a limit. */
  sum(n: number): number;
  /** The same with weights 1 − k/52 for the first 52 weeks and 0 from then on: a premium that fades. */
  fading(n: number): number;
}

const made = new Map<number, Discounting>();
const MOST_MADE = 64;

/**
 * Discounting at `rate` a year, made once. at(t) costs one exponential the first time. Sums over weeks are compensated
 * in Kahan's way, whose partial sums published numbers rest on; those of `statistics` would change their last bits.
 */
export function discounting(rate: number): Discounting {
  let found = made.get(rate);
  if (!found) {
    if (made.size >= MOST_MADE) made.clear(); // a rate that differs from world to world would fill the memory
    made.set(rate, (found = make(rate)));
  }
  return found;
}

function make(rate: number): Discounting {
  const step = -log1p(rate) / 52;
  const powers = [1];
  const sums = [0];
  let lost = 0; // what rounding has taken from the last sum (Kahan)
  const fadings = [0];
  const grow = (n: number): void => {
    for (let t = powers.length; t <= n; t++) powers.push(exp(step * t));
    for (let k = sums.length; k <= n; k++) {
      const term = powers[k - 1] - lost;
      const next = sums[k - 1] + term;
      lost = next - sums[k - 1] - term;
      sums.push(next);
    }
  };
  grow(YEAR);
  for (let k = 0; k < YEAR; k++) fadings.push(fadings[k] + powers[k] * (1 - k / YEAR));
  return {
    at: (t) => (grow(t), powers[t]),
    sum: (n) => (n === Infinity ? 1 / (1 - exp(step)) : (grow(n), sums[n])),
    fading: (n) => fadings[Math.min(n, YEAR)],
  };
}

/** What is left of a premium k weeks after it began, as a share. */
export const premiumLeft = (k: number): number => (k < YEAR ? 1 - k / YEAR : 0);

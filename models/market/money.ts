import { exp, log1p } from "../core/index.ts";

/** Weeks after which a premium has faded to nothing. */
export const YEAR = 52;

/** Discount factors δ^t, with δ = (1 + d)^(−1/52) per week, and their sums. */
export interface Discounting {
  /** δ^t. */
  at(t: number): number;
  /** 1 + δ + … + δ^(n − 1); infinite n where that has a limit. */
  sum(n: number): number;
  /** The same sum with weights 1 − k/52 for the first 52 weeks and 0 afterwards: a premium that fades. */
  fading(n: number): number;
}

const cache = new Map<number, Discounting>();
const MOST_CACHED = 64;

/**
 * Discounting at `rate` a year, cached by rate. The first call of `at(t)` for a given t costs one exponential.
 * Sums over weeks use Kahan's compensation. Published numbers depend on its partial sums; the sums of `statistics`
 * would change their last bits.
 */
export function discounting(rate: number): Discounting {
  let found = cache.get(rate);
  if (!found) {
    if (cache.size >= MOST_CACHED) cache.clear(); // a rate that differs in every world would fill the memory
    cache.set(rate, (found = make(rate)));
  }
  return found;
}

function make(rate: number): Discounting {
  const step = -log1p(rate) / 52;
  const powers = [1];
  const sums = [0];
  let lost = 0; // rounding error of the last sum (Kahan)
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

/** Share of a premium that remains k weeks after it began. */
export const premiumLeft = (k: number): number => (k < YEAR ? 1 - k / YEAR : 0);

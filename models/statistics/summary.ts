import { normalQuantile } from "./normal.ts";
import { sampleQuantile, studentQuantile } from "./quantiles.ts";
import { compensatedTotal } from "./sums.ts";

/** The summary of one measure over many worlds. A field is NaN if there are too few values for it. */
export interface Summary {
  /** Number of worlds in which the measure exists, that is, is finite. */
  n: number;
  /** Number of the other worlds, in which it is NaN (does not exist) or infinite. */
  missing: number;
  mean: number;
  /** Standard deviation of the sample, with n − 1; NaN for one value. */
  sd: number;
  /** Standard error of the mean. */
  stderr: number;
  /** Interval of the mean: mean ± t·stderr with n − 1 degrees of freedom; 95 % by default. */
  low: number;
  high: number;
  min: number;
  q05: number;
  q25: number;
  median: number;
  q75: number;
  q95: number;
  max: number;
}
export interface Interval {
  low: number;
  high: number;
}

export const LEVEL = 0.95;

/** Throws `RangeError` unless the level is between 0 and 1. */
export function checkLevel(who: string, level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${who}: level must be between 0 and 1, got ${level}`);
}

const multipliers = new Map<string, number>();

/** The half-width of the interval of a mean of n values, in standard errors; NaN for fewer than two values. */
export function multiplier(n: number, level = LEVEL): number {
  if (n < 2) return NaN;
  const name = `${n} ${level}`;
  const found = multipliers.get(name) ?? studentQuantile((1 + level) / 2, n - 1);
  if (multipliers.size < 10_000) multipliers.set(name, found);
  return found;
}

/** The finite values, in order. Uses a loop because `filter` is ten times slower on typed arrays. */
export function finite(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let n = 0;
  for (const value of values) if (Number.isFinite(value)) kept[n++] = value;
  return kept.subarray(0, n);
}

/**
 * The summary of one measure over its worlds. Sorts a copy, which takes most of the time: about a second for
 * several million values. Throws `RangeError` unless 0 < level < 1.
 * @example
 * ```ts
 * import { summarize } from "ovation/statistics";
 * const { mean, low, high, n } = summarize(Float64Array.of(1, 2, 3, NaN));
 * console.log(mean, low.toFixed(2), high.toFixed(2), n); // 2 -0.48 4.48 3
 * ```
 */
export function summarize(values: Float64Array, level = LEVEL): Summary {
  checkLevel("summarize", level);
  const there = finite(values);
  const n = there.length;
  const mean = compensatedTotal(there) / n; // NaN if there are none
  const sd = n > 1 ? Math.sqrt(compensatedTotal(there.map((value) => (value - mean) ** 2)) / (n - 1)) : NaN;
  const stderr = sd / Math.sqrt(n);
  const half = multiplier(n, level) * stderr;
  const sorted = there.sort();
  const at = (p: number): number => sampleQuantile(sorted, p);
  return {
    n,
    missing: values.length - n,
    mean,
    sd,
    stderr,
    low: mean - half,
    high: mean + half,
    min: at(0),
    q05: at(0.05),
    q25: at(0.25),
    median: at(0.5),
    q75: at(0.75),
    q95: at(0.95),
    max: at(1),
  };
}

/** Differences b − a in the same worlds, and the shares of worlds in which b is above, equal to, or below a. */
export interface Paired extends Summary {
  above: number;
  equal: number;
  below: number;
}

/**
 * The differences b − a, world by world; a world that lacks either value is missing. The interval is that of the
 * mean difference, usually much narrower than the intervals of the two means. Throws `TypeError` unless both cover
 * the same worlds.
 * @example
 * ```ts
 * import { paired } from "ovation/statistics";
 * const { mean, sd } = paired(Float64Array.of(1, 5, 9), Float64Array.of(2, 6, 10));
 * console.log(mean, sd); // 1 0
 * ```
 */
export function paired(a: Float64Array, b: Float64Array, level = LEVEL): Paired {
  if (a.length !== b.length)
    throw new TypeError(`paired: both arms must cover the same worlds, got ${a.length} and ${b.length}`);
  const differences = b.map((value, world) => value - a[world]);
  const there = finite(differences);
  let above = 0;
  let below = 0;
  for (const difference of there) {
    if (difference > 0) above++;
    else if (difference < 0) below++;
  }
  const n = there.length;
  return { ...summarize(differences, level), above: above / n, equal: (n - above - below) / n, below: below / n };
}

/** True if every finite value is 0 or 1 and there is at least one; the mean is then a share. */
export const isIndicator = (values: Float64Array): boolean =>
  values.some(Number.isFinite) && values.every((value) => value === 0 || value === 1 || !Number.isFinite(value));

/**
 * The interval of a share. It is valid near 0 and 1 too, where mean ± t·stderr is not; 0 to 1 without any draws.
 * Throws `RangeError` unless successes and n are whole numbers with 0 ≤ successes ≤ n.
 * Source: Wilson 1927, JASA 22(158).
 * @example
 * ```ts
 * import { wilson } from "ovation/statistics";
 * const { low, high } = wilson(0, 100);
 * console.log(low, high.toFixed(3)); // 0 0.037
 * ```
 */
export function wilson(successes: number, n: number, level = LEVEL): Interval {
  checkLevel("wilson", level);
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`wilson: n must be a whole number of at least 0, got ${n}`);
  if (!Number.isInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`wilson: successes must be a whole number from 0 to ${n}, got ${successes}`);
  }
  if (n === 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + level) / 2);
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: successes === 0 ? 0 : (centre - half) / scale,
    high: successes === n ? 1 : (centre + half) / scale,
  };
}

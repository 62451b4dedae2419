import { checkLevel, type Interval, LEVEL, multiplier } from "./summary.ts";
import { compensatedTotal } from "./sums.ts";

/**
 * The ratio of two means over the same worlds, mean(b) / mean(a), with its interval. If mean(a) is not
 * distinguishable from 0, no bounded interval exists, and the interval is -Infinity to Infinity. Worlds that lack
 * either value are left out; NaN with fewer than two worlds. Throws `TypeError` unless both cover the same worlds.
 * Source: Fieller 1954, JRSS B 16(2).
 */
export function ratioOfMeans(a: Float64Array, b: Float64Array, level = LEVEL): Interval & { ratio: number; n: number } {
  checkLevel("ratioOfMeans", level);
  if (a.length !== b.length)
    throw new TypeError(`ratioOfMeans: both arms must cover the same worlds, got ${a.length} and ${b.length}`);
  const whole = (_: number, world: number): boolean => Number.isFinite(a[world]) && Number.isFinite(b[world]);
  const under = a.filter(whole);
  const over = b.filter(whole);
  const n = under.length;
  const meanA = compensatedTotal(under) / n;
  const meanB = compensatedTotal(over) / n;
  const spread = (x: Float64Array, meanX: number, y: Float64Array, meanY: number): number =>
    compensatedTotal(x.map((value, world) => (value - meanX) * (y[world] - meanY))) / (n - 1) / n;
  const square = multiplier(n, level) ** 2;
  // The ratios r at which mean(b) − r·mean(a) lies within t standard errors of 0: c2·r² − 2·c1·r + c0 ≤ 0.
  const c2 = meanA * meanA - square * spread(under, meanA, under, meanA);
  const c1 = meanA * meanB - square * spread(under, meanA, over, meanB);
  const c0 = meanB * meanB - square * spread(over, meanB, over, meanB);
  const ratio = meanB / meanA;
  if (c2 <= 0) return { ratio, n, low: -Infinity, high: Infinity };
  const half = Math.sqrt(Math.max(0, c1 * c1 - c2 * c0)); // below 0 only through rounding, if nothing varies
  return { ratio, n, low: (c1 - half) / c2, high: (c1 + half) / c2 };
}

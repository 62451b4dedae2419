import { normalQuantile } from "./normal.ts";

/** Quantiles of Student's t distribution and of a sample. */

/** From this many degrees on, three terms of the expansion in 1/ν are accurate to 1e-9, and the finite sum is slow. */
const MANY_DEGREES = 1000;

/**
 * The quantile of Student's t distribution with `degrees` degrees of freedom at probability `p`. Accurate to 1e-9
 * (relative) for p from 1e-6 to 1 − 1e-6, tested against values with 30 digits. Throws `RangeError` unless degrees
 * is a whole number of at least 1 and p is from 0 to 1.
 * Source: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4 inverted by bisection; 26.7.5 for many degrees.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) {
    throw new RangeError(`studentQuantile: degrees must be a whole number of at least 1, got ${degrees}`);
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`studentQuantile: p must be from 0 to 1, got ${p}`);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  if (degrees >= MANY_DEGREES) return expansion(normalQuantile(p), degrees);
  const wanted = 2 * p - 1;
  let low = 0;
  let high = Math.PI / 2;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < wanted) low = middle;
    else high = middle;
  }
  const angle = (low + high) / 2;
  return (sine(angle) / sine(Math.PI / 2 - angle)) * Math.sqrt(degrees);
}

/** P(|T| < tan(angle)·√degrees). */
function within(angle: number, degrees: number): number {
  const up = sine(angle);
  const cosine = sine(Math.PI / 2 - angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + up * sum) : up * sum;
}

/**
 * The sine of an angle from 0 to π/2, by its series. It is the same in every engine, which `Math.sin` does not
 * guarantee, so intervals on a page match those of the command line to the last digit. The omitted terms are below
 * 1e-19.
 */
function sine(angle: number): number {
  let term = angle;
  let sum = angle;
  for (let k = 2; k < 24; k += 2) {
    term *= (-angle * angle) / (k * (k + 1));
    sum += term;
  }
  return sum;
}

function expansion(x: number, degrees: number): number {
  const s = x * x;
  const first = (x * (s + 1)) / 4;
  const second = (x * (5 * s * s + 16 * s + 3)) / 96;
  const third = (x * (3 * s * s * s + 19 * s * s + 17 * s - 15)) / 384;
  return x + (first + (second + third / degrees) / degrees) / degrees;
}

/**
 * The sample quantile at share `p` of sorted values: at index p·(n − 1), by linear interpolation between neighbours
 * (type 7 of Hyndman & Fan 1996, American Statistician 50(4)). NaN for no values; the value itself if there is only
 * one.
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  return low + (place - below) * (high - low);
}

/**
 * Limits for statistical tests, each with a stated false-alarm rate: how often a right program
 * would fail. Use the seed you like; if a band fails, the program or the claim is wrong.
 */

/** Inclusive limits. */
export type Band = readonly [low: number, high: number];

/**
 * Limits for the number of successes in n independent draws of chance p: exact binomial tails of
 * at most alarm / 2 on each side. Draws at 0 or 1 leave no room. Time grows with √n.
 * Throws `RangeError` where n is not a whole number from 0, p not from 0 to 1, or alarm not between 0 and 1.
 */
export function band(n: number, p: number, alarm = 1e-6): Band {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`band: n must be a whole number from 0, got ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`band: p must be from 0 to 1, got ${p}`);
  if (!(alarm > 0 && alarm < 1)) throw new RangeError(`band: alarm must lie between 0 and 1, got ${alarm}`);
  if (p === 0 || p === 1) return [n * p, n * p];
  // Weights relative to the mode, outward until they no longer count: no logarithms, no overflow.
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const below: number[] = []; // weights of mode − 1, mode − 2, …
  for (let k = mode, w = 1; k > 0 && w > 1e-40; k--) below.push((w *= k / ((n - k + 1) * odds)));
  const above: number[] = []; // weights of mode + 1, mode + 2, …
  for (let k = mode, w = 1; k < n && w > 1e-40; k++) above.push((w *= ((n - k) / (k + 1)) * odds));
  const total = sumFromSmall(below) + sumFromSmall(above) + 1;
  return [mode - reach(below, (alarm / 2) * total), mode + reach(above, (alarm / 2) * total)];
}

/** Falling weights are added from their small end. */
const sumFromSmall = (weights: readonly number[]): number => weights.reduceRight((sum, w) => sum + w, 0);

/** How many of the falling weights must stay inside so that the rest weighs at most `allowed`. */
function reach(weights: readonly number[], allowed: number): number {
  let outside = 0;
  for (let k = weights.length - 1; k >= 0; k--) {
    outside += weights[k];
    if (outside > allowed) return k + 1;
  }
  return 0;
}

export interface Summary {
  mean: number;
  /** Unbiased; NaN below two values. */
  variance: number;
  count: number;
}

/** Mean and unbiased variance (Welford 1962). */
export function summary(values: Iterable<number>): Summary {
  let mean = 0;
  let squares = 0;
  let count = 0;
  for (const value of values) {
    const step = value - mean;
    mean += step / ++count;
    squares += step * (value - mean);
  }
  return { mean: count > 0 ? mean : NaN, variance: squares / (count - 1), count };
}

/**
 * Limits for the mean of a sample around a reference that may itself be an estimate with standard
 * error `stderr`: reference ± z·√(s²/R + stderr²). With the default z = 5 a right program fails
 * 6 times in ten million once the mean is near normal: give it hundreds of values, and thousands
 * where they are skewed.
 */
export function meanBand(reference: number, values: Iterable<number> | Summary, stderr = 0, z = 5): Band {
  const { variance, count } = "variance" in values ? values : summary(values);
  const half = z * Math.sqrt(variance / count + stderr * stderr);
  return [reference - half, reference + half];
}

/** How many standard errors the sample's mean lies from the reference; NaN below two values. */
export function zScore(values: Iterable<number> | Summary, reference: number, stderr = 0): number {
  const { mean, variance, count } = "variance" in values ? values : summary(values);
  return (mean - reference) / Math.sqrt(variance / count + stderr * stderr);
}

/** Pearson's X² of counts against expected counts; keep every expected count above about 5. */
export function chiSquare(counts: ArrayLike<number>, expected: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < counts.length; k++) sum += (counts[k] - expected[k]) ** 2 / expected[k];
  return sum;
}

/**
 * The value that a chi-square variable of `freedom` degrees exceeds with chance `alarm`,
 * by bisection on the series of its distribution function, right to 1e-9.
 */
export function chiSquareLimit(freedom: number, alarm = 1e-6): number {
  let low = 0;
  let high = 1;
  while (upperTail(freedom, high) > alarm) high *= 2;
  for (let round = 0; round < 200 && high - low > 1e-12 * high; round++) {
    const middle = (low + high) / 2;
    if (upperTail(freedom, middle) > alarm) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * P(X > x) for a chi-square variable: the finite sums of Abramowitz & Stegun 26.4.4 and 26.4.5,
 * in steps of two degrees from the closed forms at one and two, so that small tails stay exact.
 */
function upperTail(freedom: number, x: number): number {
  const odd = freedom % 2 === 1;
  let tail = odd ? normalTails(Math.sqrt(x)) : Math.exp(-x / 2);
  // Term of the step from k to k + 2 degrees: (x/2)^(k/2) e^(−x/2) / Γ(k/2 + 1), held as a logarithm.
  let term = odd ? Math.log(2 * Math.sqrt(x / (2 * Math.PI))) - x / 2 : Math.log(x / 2) - x / 2;
  for (let k = odd ? 1 : 2; k + 2 <= freedom; k += 2) {
    tail += Math.exp(term);
    term += Math.log(x / (k + 2));
  }
  return tail;
}

/** P(|Z| > z) of a standard normal: a series near 0, a continued fraction beyond (A & S 26.2.10, 26.2.14). */
export function normalTails(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 1; k < 200; k++) sum += term *= (z * z) / (2 * k + 1);
    return 1 - 2 * density * sum;
  }
  let fraction = z;
  for (let k = 200; k >= 1; k--) fraction = z + k / fraction;
  return (2 * density) / fraction;
}

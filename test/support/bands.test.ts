import { expect, test } from "vitest";
import { band, chiSquare, chiSquareLimit, meanBand, normalTails, summary, zScore } from "./bands.ts";

test("a band of ten fair coins is worked by hand", () => {
  // P(X ≤ 0) = 1/1024 and P(X ≤ 1) = 11/1024: at 0.01 a side 0 may fall outside, 1 may not.
  expect(band(10, 0.5, 0.02)).toEqual([1, 9]);
  expect(band(10, 0.5, 0.03)).toEqual([2, 8]);
  expect(band(10, 0.5, 0.001)).toEqual([0, 10]);
});

test("a band leaves out no more than the alarm on either side, and one step less would", () => {
  for (const [n, p] of [
    [7, 0.3],
    [40, 0.9],
    [200, 0.01],
    [1000, 0.5],
  ]) {
    const chances = binomial(n, p);
    for (const alarm of [0.1, 1e-3, 1e-6]) {
      const [low, high] = band(n, p, alarm);
      const under = (k: number): number => chances.slice(0, k).reduce((sum, chance) => sum + chance, 0);
      const over = (k: number): number => chances.slice(k + 1).reduceRight((sum, chance) => sum + chance, 0);
      expect(under(low)).toBeLessThanOrEqual(alarm / 2);
      expect(over(high)).toBeLessThanOrEqual(alarm / 2);
      if (low < Math.floor((n + 1) * p)) expect(under(low + 1)).toBeGreaterThan(alarm / 2);
      if (high > Math.floor((n + 1) * p)) expect(over(high - 1)).toBeGreaterThan(alarm / 2);
    }
  }
});

/** Chances of 0…n successes by repeated convolution. */
function binomial(n: number, p: number): number[] {
  let chances = [1];
  for (let draw = 0; draw < n; draw++) {
    chances = Array.from({ length: draw + 2 }, (_, k) => (chances[k] ?? 0) * (1 - p) + (chances[k - 1] ?? 0) * p);
  }
  return chances;
}

test("a band of many draws is near 4.89 standard deviations", () => {
  const [low, high] = band(1e8, 0.25);
  const sd = Math.sqrt(1e8 * 0.25 * 0.75);
  expect((2.5e7 - low) / sd).toBeCloseTo(4.8916, 2);
  expect((high - 2.5e7) / sd).toBeCloseTo(4.8916, 2);
});

test("sure draws leave no room, and impossible requests are refused", () => {
  expect(band(50, 0)).toEqual([0, 0]);
  expect(band(50, 1)).toEqual([50, 50]);
  expect(band(0, 0.5)).toEqual([0, 0]);
  expect(() => band(10, 1.3)).toThrow("band: p must be from 0 to 1, got 1.3");
  expect(() => band(1.5, 0.3)).toThrow("band: n must be a whole number from 0, got 1.5");
  expect(() => band(5, 0.3, 0)).toThrow("band: alarm must lie between 0 and 1, got 0");
});

test("a mean band is the reference and five standard errors", () => {
  expect(summary([1, 2, 3, 4])).toEqual({ mean: 2.5, variance: 5 / 3, count: 4 });
  const [low, high] = meanBand(2, [1, 2, 3, 4], 0.5);
  expect(high - 2).toBeCloseTo(5 * Math.sqrt(5 / 12 + 0.25), 12);
  expect(2 - low).toBeCloseTo(high - 2, 12);
  expect(zScore([1, 2, 3, 4], 2.5)).toBe(0);
  expect(zScore([1, 2, 3, 4], 2)).toBeCloseTo(0.5 / Math.sqrt(5 / 12), 12);
});

test("tails agree with printed tables", () => {
  // Abramowitz & Stegun table 26.8 (chi-square) and 26.1 (normal).
  expect(normalTails(1.959964)).toBeCloseTo(0.05, 7);
  expect(normalTails(4.891638) / 1e-6).toBeCloseTo(1, 5);
  expect(chiSquareLimit(1, 0.05)).toBeCloseTo(3.84146, 5);
  expect(chiSquareLimit(2, 0.01)).toBeCloseTo(9.21034, 5);
  expect(chiSquareLimit(5, 0.001)).toBeCloseTo(20.515, 3);
  expect(chiSquareLimit(10, 0.05)).toBeCloseTo(18.307, 3);
  expect(chiSquareLimit(100, 0.01)).toBeCloseTo(135.807, 3);
  expect(chiSquare([8, 12], [10, 10])).toBeCloseTo(0.8, 12);
});

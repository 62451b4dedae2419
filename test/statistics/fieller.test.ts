import { expect, test } from "vitest";
import { sequence, streamKey } from "../../models/core/index.ts";
import { ratioOfMeans } from "../../models/statistics/fieller.ts";
import { band } from "../support/bands.ts";

test("where b is a multiple of a the ratio is known exactly", () => {
  const a = Float64Array.of(1, 2, 3, 4);
  const found = ratioOfMeans(
    a,
    a.map((value) => 3 * value),
  );
  expect(found.ratio).toBe(3);
  expect(found.low).toBeCloseTo(3, 6);
  expect(found.high).toBeCloseTo(3, 6);
});

test("a constant denominator gives the mean's own interval, divided", () => {
  // Mean 5.5, stderr √(82.5 / 90), t of 9 degrees 2.262157162798206.
  const b = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  const { ratio, low, high } = ratioOfMeans(new Float64Array(10).fill(2), b);
  const half = 2.262157162798206 * Math.sqrt(82.5 / 90);
  expect(ratio).toBe(2.75);
  expect(low).toBeCloseTo((5.5 - half) / 2, 9);
  expect(high).toBeCloseTo((5.5 + half) / 2, 9);
});

test("a denominator that may be 0 has no bounded interval", () => {
  expect(ratioOfMeans(Float64Array.of(-1, 2, -3, 4), Float64Array.of(1, 1, 1, 1))).toMatchObject({
    low: -Infinity,
    high: Infinity,
  });
});

test("worlds that lack either value are left out, and one world has no interval", () => {
  expect(ratioOfMeans(Float64Array.of(2, NaN, 4), Float64Array.of(6, 5, NaN))).toEqual({
    ratio: 3,
    n: 1,
    low: NaN,
    high: NaN,
  });
  expect(() => ratioOfMeans(new Float64Array(1), new Float64Array(2))).toThrow(
    "ratioOfMeans: both arms must cover the same worlds, got 1 and 2",
  );
});

test("the interval holds 95 times in a hundred, for arms that go together", () => {
  // 5,000 jobs of 30 worlds of near-normal values; false alarm 1e-6; catches coverage below 0.93 with power above 0.9.
  const draws = sequence(streamKey(1, "fieller"));
  const near = (): number => Array.from({ length: 6 }, () => draws.uniform()).reduce((sum, u) => sum + u, -3);
  let held = 0;
  for (let job = 0; job < 5000; job++) {
    const both = Float64Array.from({ length: 30 }, near);
    const a = both.map((world) => 4 + world + 0.3 * near());
    const b = both.map((world) => 6 + 2 * world + 0.3 * near());
    const { low, high } = ratioOfMeans(a, b);
    if (low <= 1.5 && 1.5 <= high) held++;
  }
  const [least, most] = band(5000, 0.95, 1e-6);
  expect(held).toBeGreaterThanOrEqual(least);
  expect(held).toBeLessThanOrEqual(most);
});

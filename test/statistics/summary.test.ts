import fc from "fast-check";
import { expect, test } from "vitest";
import { sequence, streamKey } from "../../models/core/index.ts";
import { isIndicator, paired, summarize, wilson } from "../../models/statistics/summary.ts";
import { band } from "../support/bands.ts";

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });

test("a summary of ten values is the one worked by hand", () => {
  const found = summarize(Float64Array.of(4, 1, 2, 3, NaN, 5, 10, 9, 8, 7, 6));
  expect(found).toMatchObject({ n: 10, missing: 1, mean: 5.5, min: 1, q25: 3.25, median: 5.5, q75: 7.75, max: 10 });
  expect(found.sd).toBeCloseTo(Math.sqrt(82.5 / 9), 14);
  expect(found.stderr).toBeCloseTo(Math.sqrt(82.5 / 90), 14);
  expect(found.high - found.mean).toBeCloseTo(2.262157162798206 * Math.sqrt(82.5 / 90), 9);
  expect(found.q05).toBeCloseTo(1.45, 14);
  expect(found.q95).toBeCloseTo(9.55, 14);
});

test("one value has no interval, none has nothing, and infinite values are missing", () => {
  expect(summarize(Float64Array.of(3))).toMatchObject({
    n: 1,
    missing: 0,
    mean: 3,
    sd: NaN,
    stderr: NaN,
    low: NaN,
    high: NaN,
    median: 3,
  });
  expect(summarize(new Float64Array(0))).toMatchObject({
    n: 0,
    missing: 0,
    mean: NaN,
    sd: NaN,
    stderr: NaN,
    min: NaN,
    max: NaN,
  });
  expect(summarize(Float64Array.of(Infinity, 2, -Infinity, 4))).toMatchObject({ n: 2, missing: 2, mean: 3 });
});

test("equal values have an interval of no width", () => {
  expect(summarize(new Float64Array(50).fill(7))).toMatchObject({ mean: 7, sd: 0, low: 7, high: 7 });
});

test("moving and stretching values moves and stretches their summary", () => {
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 1, max: 100 }),
      (list, shift, scale) => {
        const before = summarize(Float64Array.from(list));
        const after = summarize(Float64Array.from(list, (value) => value * scale + shift));
        const room = 1e-8 * scale * (1e6 + Math.abs(shift));
        for (const key of ["mean", "low", "high", "min", "q05", "median", "q95", "max"] as const) {
          expect(Math.abs(after[key] - (before[key] * scale + shift))).toBeLessThan(room);
        }
        expect(Math.abs(after.sd - before.sd * scale)).toBeLessThan(room);
      },
    ),
  );
});

test("a summary's numbers stand in order and leave its input alone", () => {
  fc.assert(
    fc.property(values, (list) => {
      const input = Float64Array.from(list);
      const { min, q05, q25, median, q75, q95, max, mean, low, high } = summarize(input);
      const order = [min, q05, q25, median, q75, q95, max];
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(low <= mean && mean <= high).toBe(true);
      expect([...input]).toEqual(list);
    }),
  );
});

test("the 95 % interval of a normal mean holds 95 times in a hundred, from three values on", () => {
  // 20,000 means of 3 near-normal values; false alarm 1e-6; catches a normal interval (coverage 81 %) always.
  const draws = sequence(streamKey(1, "coverage of t"));
  const near = (): number => Array.from({ length: 12 }, () => draws.uniform()).reduce((sum, u) => sum + u, -6);
  let held = 0;
  for (let job = 0; job < 20_000; job++) {
    const { low, high } = summarize(Float64Array.of(near(), near(), near()));
    if (low <= 0 && 0 <= high) held++;
  }
  const [least, most] = band(20_000, 0.95, 1e-6);
  expect(held).toBeGreaterThanOrEqual(least);
  expect(held).toBeLessThanOrEqual(most);
});

test("differences are b − a, world by world, with ties told", () => {
  const found = paired(Float64Array.of(1, 2, 3, NaN, 5), Float64Array.of(2, 2, 1, 4, 9));
  expect(found).toMatchObject({ n: 4, missing: 1, mean: 0.75, above: 0.5, equal: 0.25, below: 0.25, min: -2, max: 4 });
});

test("worlds that lack either arm are missing, and arms of other worlds are refused", () => {
  expect(paired(Float64Array.of(NaN, 1), Float64Array.of(1, NaN))).toMatchObject({
    n: 0,
    missing: 2,
    mean: NaN,
    above: NaN,
  });
  expect(() => paired(new Float64Array(2), new Float64Array(3))).toThrow(
    "paired: both arms must cover the same worlds, got 2 and 3",
  );
});

test("swapping the arms turns the difference around", () => {
  fc.assert(
    fc.property(values, values, (left, right) => {
      const n = Math.min(left.length, right.length);
      const a = Float64Array.from(left.slice(0, n));
      const b = Float64Array.from(right.slice(0, n));
      const [there, back] = [paired(a, b), paired(b, a)];
      expect(back.mean).toBeCloseTo(-there.mean, 9);
      expect([back.above, back.equal, back.below]).toEqual([there.below, there.equal, there.above]);
    }),
  );
});

test("Wilson intervals are those of published examples and stay within 0 and 1", () => {
  // Newcombe 1998, Statistics in Medicine 17(8), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (const [hits, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ]) {
    const found = wilson(hits, n);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  }
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  expect(wilson(5, 5).high).toBe(1);
});

test("impossible counts and levels are refused", () => {
  expect(() => wilson(3, 2)).toThrow("wilson: successes must be a whole number from 0 to 2, got 3");
  expect(() => wilson(0, -1)).toThrow("wilson: n must be a whole number of at least 0, got -1");
  expect(() => summarize(new Float64Array(2), 95)).toThrow("summarize: level must be between 0 and 1, got 95");
});

test("indicators are told from other measures", () => {
  expect([[0, 1, NaN], [0, 0], [0, 0.5], [NaN], []].map((list) => isIndicator(Float64Array.from(list)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

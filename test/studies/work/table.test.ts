import fc from "fast-check";
import { expect, test } from "vitest";
import { table } from "../../../models/studies/work/table.ts";

test("gaps are told as stretches, and a world taken twice counts once", () => {
  const filled = table(2, ["a", "b"]);
  filled.take({ point: 1, from: 2, values: Float64Array.of(20, 21, 30, 31), failures: [] });
  filled.take({ point: 1, from: 2, values: Float64Array.of(20, 21), failures: [] });
  expect(filled.count(1)).toBe(2);
  expect(filled.missing(1, 6)).toEqual([
    { point: 1, from: 0, to: 2 },
    { point: 1, from: 4, to: 6 },
  ]);
  expect(filled.column(1, "b", 5)).toEqual(Float64Array.of(NaN, NaN, 21, 31, NaN));
  expect(filled.count(0)).toBe(0);
});

test("blocks in any order give the same columns", () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { maxLength: 10 });
  fc.assert(
    fc.property(cuts, fc.array(fc.nat(), { minLength: 11, maxLength: 11 }), (places, order) => {
      const ends = [0, ...places.sort((a, b) => a - b), 50];
      const blocks = ends.slice(1).map((to, k) => ({ from: ends[k], to, rank: order[k] }));
      const filled = table(1, ["a"]);
      for (const { from, to } of blocks.sort((a, b) => a.rank - b.rank)) {
        filled.take({
          point: 0,
          from,
          values: Float64Array.from({ length: to - from }, (_, k) => (from + k) ** 2),
          failures: [],
        });
      }
      expect(filled.column(0, "a", 50)).toEqual(Float64Array.from({ length: 50 }, (_, k) => k * k));
      expect(filled.missing(0, 50)).toEqual([]);
    }),
  );
});

test("failures are kept once each, in the order of worlds", () => {
  const filled = table(1, ["a"]);
  filled.take({ point: 0, from: 3, values: Float64Array.of(NaN), failures: [{ world: 3, error: "x" }] });
  filled.take({ point: 0, from: 1, values: Float64Array.of(NaN), failures: [{ world: 1, error: "y" }] });
  filled.take({ point: 0, from: 3, values: Float64Array.of(NaN), failures: [{ world: 3, error: "x" }] });
  expect(filled.failures(0)).toEqual([
    { world: 1, error: "y" },
    { world: 3, error: "x" },
  ]);
});

test("worlds far beyond those done are one stretch, told at once", () => {
  const filled = table(1, ["a"]);
  expect(filled.missing(0, 1e15)).toEqual([{ point: 0, from: 0, to: 1e15 }]);
  filled.take({ point: 0, from: 1, values: Float64Array.of(5), failures: [] });
  expect(filled.missing(0, 1e15)).toEqual([
    { point: 0, from: 0, to: 1 },
    { point: 0, from: 2, to: 1e15 },
  ]);
});

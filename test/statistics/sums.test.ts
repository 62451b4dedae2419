import { expect, test } from "vitest";
import { compensatedTotal, momentsOf } from "../../models/statistics/sums.ts";

test("a small value is not lost between large ones", () => {
  expect(compensatedTotal([1, 1e100, 1, -1e100])).toBe(2);
  expect(compensatedTotal(Array.from({ length: 1_000_000 }, () => 0.1))).toBe(100_000);
});

test("moments are the mean and its standard error", () => {
  expect(momentsOf([1, 2, 3, 4])).toEqual({ mean: 2.5, stderr: Math.sqrt(5 / 3 / 4) });
  expect(momentsOf([])).toEqual({ mean: NaN, stderr: NaN });
});

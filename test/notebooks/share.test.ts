import { expect, test } from "vitest";
import { wilson } from "../../models/statistics/index.ts";
import { shareOf } from "../../notebooks/study/share.ts";

test("a share counts the worlds in which something holds, and its interval never leaves 0 to 1", () => {
  const isTwo = (value: number): boolean => value === 2;
  expect(shareOf(Float64Array.of(1, 2, 2, 3), isTwo)).toEqual({ share: 0.5, ...wilson(2, 4), worlds: 4 });
  expect(shareOf(new Float64Array(20), isTwo)).toMatchObject({ share: 0, low: 0 });
  expect(shareOf(new Float64Array(20).fill(2), isTwo)).toMatchObject({ share: 1, high: 1 });
  expect(shareOf(new Float64Array(0), isTwo)).toEqual({ share: NaN, low: 0, high: 1, worlds: 0 });
});

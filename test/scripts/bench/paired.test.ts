import { expect, test } from "vitest";
import { geometricMean, median, paired, timed } from "../../../scripts/bench/paired.ts";

test("the median of rounds in turn is kept, and the first three are not counted", async () => {
  const left = [999, 999, 999, 10, 30, 20];
  const right = [1, 1, 1, 10, 10, 10];
  const next = (times: number[]) => () => ({ nanoseconds: times.shift()!, totals: [7, 8] });
  expect(await paired("work", next(left), next(right), 3)).toEqual({ ours: 20, theirs: 10, ratio: 2 });
});

test("work that comes to other totals is no reference", async () => {
  const work = (total: number) => () => ({ nanoseconds: 1, totals: [total] });
  await expect(paired("work", work(1), work(2))).rejects.toThrow(
    "bench: totals of work must be identical, got 1 and 2",
  );
});

test("means and medians are worked by hand", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(geometricMean([1, 4])).toBeCloseTo(2, 12);
  expect(timed(() => [5]).totals).toEqual([5]);
});

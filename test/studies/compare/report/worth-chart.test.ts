import { expect, test } from "vitest";
import { binsOf } from "../../../../models/studies/compare/report/worth-chart.ts";

test("every world is counted where its worth lies, the worst and the best too", () => {
  const usual = Float64Array.from({ length: 198 }, (_, world) => world % 10);
  const { from, step, counts } = binsOf([Float64Array.of(-1000, ...usual, 2000), Float64Array.of(5)]);
  expect([from, step]).toEqual([-1000, 100]);
  expect(counts[0].flatMap((worlds, bin) => (worlds > 0 ? [[from + bin * step, worlds]] : []))).toEqual([
    [-1000, 1],
    [0, 198],
    [2000, 1],
  ]);
  expect(counts[1].reduce((sum, worlds) => sum + worlds, 0)).toBe(1);
});

test("worlds that are all worth nothing are one bar that begins at 0", () => {
  const { from, step, counts } = binsOf([new Float64Array(7)]);
  expect(counts[0].flatMap((worlds, bin) => (worlds > 0 ? [[from + bin * step, worlds]] : []))).toEqual([[0, 7]]);
});

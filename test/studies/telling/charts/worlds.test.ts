import { expect, test } from "vitest";
import { rankedWorldsChart, spansDecades, worldsChart } from "../../../../models/studies/telling/charts/worlds.ts";
import { at, HOSTILE, numbers, texts } from "../../../support/drawing.ts";

const row = (name: string, by: number) => ({
  name,
  min: 0,
  q05: by,
  median: 2 * by,
  q95: 4 * by,
  max: 5 * by,
  mean: 3 * by,
});

test("worlds lie from their least to their most, nine in ten on the bar, the mean as a dot between", () => {
  const chart = worldsChart([row("a", 1), row(HOSTILE, 2)], { ...at, label: "reach" });
  const ends = (name: string): number[][] =>
    [...chart.querySelectorAll(`g.${name} line`)].map((bar) => ["x1", "x2"].map((x) => Number(bar.getAttribute(x))));
  const [[from, to]] = ends("all");
  const unit = (to - from) / 5;
  expect(ends("most")[0]).toEqual([expect.closeTo(from + unit, 6), expect.closeTo(from + 4 * unit, 6)]);
  expect(numbers(chart, "g.mean circle", "cx")[0][0]).toBeCloseTo(from + 3 * unit, 6);
  expect(ends("all")[1][1] - from).toBeCloseTo(10 * unit, 6);
  expect(texts(chart)).toEqual(expect.arrayContaining(["a", HOSTILE, "reach"]));
  expect(texts(worldsChart([], { ...at, label: "" }))).toEqual(["There is nothing to draw yet: no world has a value."]);
});

test("worlds that differ a thousandfold have an axis by factors, in any number of settings", () => {
  const wide = [
    { ...row("a", 1), min: 1 },
    { ...row("b", 200), min: 200 },
  ];
  expect([spansDecades(wide), spansDecades([row("a", 1)])]).toEqual([true, false]);
  const ys = numbers(rankedWorldsChart(wide, { ...at, label: "reach" }), "g.mean path", "d")[0];
  const tens = numbers(
    rankedWorldsChart([...wide, { ...wide[1], mean: 3 }], { ...at, label: "" }),
    "g.mean path",
    "d",
  )[0];
  expect(ys).toHaveLength(4);
  expect(tens.at(-1)).toBeCloseTo(tens[1], 6); // a mean of 3 stands as high as the other of 3
  const height = ys[1] - ys[3];
  expect(height).toBeGreaterThan(0.7 * (ys[1] - 39)); // 200 times as much is most of the way up, not a two-hundredth
});

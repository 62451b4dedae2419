import { expect, test } from "vitest";
import { dotChart } from "../../../../models/studies/telling/charts/dots.ts";
import { fanChart } from "../../../../models/studies/telling/charts/fan.ts";
import { worldsHistogram } from "../../../../models/studies/telling/charts/histogram.ts";
import { at, HOSTILE, numbers, texts } from "../../../support/drawing.ts";

test("without a value there is a sentence in place of a chart", () => {
  expect(texts(fanChart([], { ...at, x: "week", xLabel: "", yLabel: "" }))).toEqual([
    "There is nothing to draw yet: no row has a mean.",
  ]);
  expect(texts(dotChart([{ name: "a", mean: NaN }], { ...at, xLabel: "" }))).toEqual([
    "There is nothing to draw yet: no row has a mean.",
  ]);
  expect(texts(worldsHistogram([NaN], { ...at, xLabel: "" }))).toEqual([
    "There is nothing to draw yet: no world has a value.",
  ]);
});

const arms = [
  { name: "random", mean: 1, low: 0.5, high: 1.5 },
  { name: HOSTILE, mean: 3, low: 2, high: 4 },
  { name: "nobody", mean: NaN },
];

test("points stand at their means on bars of their intervals, in the order asked for", () => {
  const given = dotChart(arms, { ...at, xLabel: "customers", reference: { value: 0, label: "as without" } });
  const names = (chart: Element): string[] =>
    texts(chart).filter((text) => text === "random" || text === "nobody" || text.startsWith("<img"));
  expect(names(given)).toEqual(["random", HOSTILE, "nobody"]);
  expect(names(dotChart(arms, { ...at, xLabel: "customers", order: "highest first" }))).toEqual([
    HOSTILE,
    "random",
    "nobody",
  ]);
  const [[first], [second]] = numbers(given, "g.mean circle", "cx");
  const bars = [...given.querySelectorAll("g.interval line")].map((bar) =>
    ["x1", "x2"].map((name) => Number(bar.getAttribute(name))),
  );
  expect((bars[0][0] + bars[0][1]) / 2).toBeCloseTo(first, 6);
  expect(bars[1][1] - bars[1][0]).toBeCloseTo(second - first, 6); // 2 wide and 2 apart
  expect(texts(given)).toEqual(expect.arrayContaining(["as without", "no value"]));
  expect(given.querySelector("img")).toBeNull();
});

test("groups of a row differ by shape as well as by hue, and are told in a key", () => {
  const rows = ["sparse", "dense"].flatMap((group) => arms.map((row) => ({ ...row, group })));
  const chart = dotChart(rows, { ...at, xLabel: "customers" });
  expect(texts(chart)).toEqual(expect.arrayContaining(["sparse", "dense"]));
  for (const [name, count] of [
    ["mean", 2],
    ["key", 1],
  ]) {
    expect([
      chart.querySelectorAll(`g.${name} circle`).length,
      chart.querySelectorAll(`g.${name} path`).length,
    ]).toEqual([count, count]);
  }
});

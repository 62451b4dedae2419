import { expect, test } from "vitest";
import { tornadoChart, widestFirst } from "../../../../models/studies/telling/charts/tornado.ts";
import { at, HOSTILE, texts } from "../../../support/drawing.ts";

const assumptions = [
  { name: "narrow", low: 4, high: 6, lowLabel: "1 %", highLabel: "2 %" },
  { name: HOSTILE, low: 9, high: -3, lowLabel: "cheap", highLabel: "dear" },
  { name: "unknown", low: NaN, high: NaN },
  { name: "half", low: NaN, high: 5.5 },
];

test("a tornado has the widest bar on top, and bars from the base to each end", () => {
  expect(widestFirst(assumptions).map(({ name }) => name)).toEqual([HOSTILE, "narrow", "unknown", "half"]);
  const chart = tornadoChart(assumptions, { ...at, base: 5, unit: "EUR" });
  const bars = [...chart.querySelectorAll("g.bars rect")].map((bar) =>
    ["x", "width", "y"].map((name) => Number(bar.getAttribute(name))),
  );
  expect(bars).toHaveLength(5);
  const [[base, up, top], [down, length], [low, one, under]] = bars;
  expect(down + length).toBeCloseTo(base, 6);
  expect(length / up).toBeCloseTo(2, 6);
  expect([low + one, one]).toEqual([expect.closeTo(base, 6), expect.closeTo(up / 4, 6)]);
  expect(top).toBeLessThan(under);
  expect(texts(chart)).toEqual(
    expect.arrayContaining(["cheap", "dear", "1 %", "2 %", "no value", "base 5", "outcome (EUR)"]),
  );
  expect(chart.querySelector("img")).toBeNull();
  expect(() => tornadoChart(assumptions, { ...at, base: NaN, unit: "EUR" })).toThrow(
    "tornado: base must be a number, got NaN",
  );
  expect(texts(tornadoChart([], { ...at, base: 5, unit: "EUR" }))).toEqual([
    "There is nothing to draw yet: no assumption was varied.",
  ]);
});

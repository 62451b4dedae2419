import { expect, test } from "vitest";
import { histogramRows } from "../../../../models/studies/telling/charts/histogram-rows.ts";
import { binsOf, binsOfEach, worldsHistogram } from "../../../../models/studies/telling/charts/histogram.ts";
import { at, HOSTILE, numbers, texts } from "../../../support/drawing.ts";

test("every value is in one bin; an edge lies on the reference; whole numbers have bins of their own", () => {
  const bins = binsOf([-2.5, -0.1, 0, 0.1, 7, NaN], 0);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  expect(bins.filter(({ high }) => high <= 0).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(bins.some(({ low }) => low === 0)).toBe(true);
  expect(binsOf([0, 0, 1, 3])).toEqual([
    { low: -0.5, high: 0.5, count: 2 },
    { low: 0.5, high: 1.5, count: 1 },
    { low: 1.5, high: 2.5, count: 0 },
    { low: 2.5, high: 3.5, count: 1 },
  ]);
  expect(binsOf([0.25, 0.25])).toHaveLength(1);
  expect(binsOf([0, 0, 1], 0, true).filter(({ count }) => count > 0)).toEqual([
    { low: 0, high: 0.1, count: 2 },
    { low: 1, high: 1.1, count: 1 },
  ]); // shares
});

test("bars are as high as their counts; mean and reference are named", () => {
  const chart = worldsHistogram([-1, 1, 1, 2], { ...at, xLabel: "worth", reference: { value: 0, label: HOSTILE } });
  const bars = numbers(chart, 'g[aria-label="rect"] rect', "height").map(([height]) => height);
  expect(bars[2] / bars[0]).toBeCloseTo(2, 1);
  const hues = [...chart.querySelectorAll('g[aria-label="rect"] rect')].map((bar) => bar.getAttribute("fill"));
  expect([hues[0] === hues[2], hues[2] === hues[3]]).toEqual([false, true]);
  expect(texts(chart)).toEqual(expect.arrayContaining(["mean 0.75", HOSTILE]));
});

test("series share their bins, and every value of each is counted where it lies, the least and the most too", () => {
  const usual = Array.from({ length: 198 }, (_, world) => world % 10);
  const [first, second] = binsOfEach([[-1000, ...usual, 2000], [5.5]]);
  expect(first.map(({ low, high }) => [low, high])).toEqual(second.map(({ low, high }) => [low, high]));
  const filled = first.filter(({ count }) => count > 0);
  expect(filled.map(({ count }) => count)).toEqual([1, 198, 1]);
  expect([-1000, 0, 2000].map((value, at) => filled[at].low <= value && value < filled[at].high)).toEqual([
    true,
    true,
    true,
  ]);
  expect(second.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});

test("rows of histograms have one axis, bars as high as their share, and those below the reference another hue", () => {
  const rows = [
    { name: "a", values: [-1.5, 1.5, 1.5, 1.5] },
    { name: HOSTILE, values: [1.5, 1.5, -1.5, -1.5, 1.5, 1.5, 1.5, 1.5] },
  ];
  const chart = histogramRows(rows, { ...at, label: "worth", unit: "EUR", reference: { value: 0, label: "none" } });
  const bars = [...chart.querySelectorAll("g.bars rect")];
  const heights = bars.map((bar) => Number(bar.getAttribute("height")));
  expect(heights).toHaveLength(4);
  expect(heights[1] / heights[0]).toBeCloseTo(3, 6);
  expect(heights.slice(2)).toEqual([expect.closeTo(heights[0], 6), expect.closeTo(heights[1], 6)]);
  expect(new Set(bars.map((bar) => bar.getAttribute("x"))).size).toBe(2);
  expect(new Set(bars.map((bar) => bar.getAttribute("fill"))).size).toBe(2);
  expect(texts(chart)).toEqual(expect.arrayContaining(["a", HOSTILE, "none", "worth (EUR)"]));
});

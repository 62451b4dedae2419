import { parseHTML } from "linkedom";
import { beforeAll, expect, test } from "vitest";
import { axisOf } from "../../notebooks/charts/axes.ts";
import { dotChart } from "../../notebooks/charts/dots.ts";
import { apart, fanChart } from "../../notebooks/charts/fan.ts";
import { chartFigure } from "../../notebooks/charts/figure.ts";
import { binsOf, worldsHistogram } from "../../notebooks/charts/histogram.ts";
import { textLines } from "../../notebooks/charts/look.ts";

const { document } = parseHTML("<!doctype html><body></body>");
const HOSTILE = '<img src=x onerror="alert(1)">';
const at = { width: 720, document };
/** Every number in the attribute of each of these elements. */
const numbers = (chart: Element, selector: string, name: string): number[][] => [...chart.querySelectorAll(selector)].map((one) => (one.getAttribute(name) ?? "").match(/-?[\d.]+/g)?.map(Number) ?? []);
const texts = (chart: Element): string[] => [...chart.querySelectorAll("text")].map(({ textContent }) => textContent);

beforeAll(() => {
  globalThis.document = document; // the page's, as a run without a browser has it
});

test("an axis has round steps that hold every value, whole ones where asked", () => {
  expect(axisOf([0.13, 0.87], { most: 5 })).toEqual({ domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] });
  expect(axisOf([0, 2], { most: 8, whole: true }).ticks).toEqual([0, 1, 2]);
  expect(axisOf([-3, NaN, Infinity]).domain).toEqual([-4.5, -1.5]);
  expect(axisOf([]).domain).toEqual([0, 1]);
});

test("text is broken between words, cut where there is no room, and never markup", () => {
  expect(textLines("one two three", 50)).toEqual(["one two", "three"]);
  expect(textLines("incomprehensibilities", 60, 1)[0]).toMatch(/^incomp.*…$/);
  expect(textLines("a\u0000b\nc", 100)).toEqual(["a\ufffdb c"]);
  expect(textLines("", 10)).toEqual([""]);
});

const line = [0, 1, 2, 3].map((week) => ({ week, mean: week, low: week - 0.5, high: week + 0.5 }));

test("a fan's line goes through its means, in the band of its interval; worlds add a paler band", () => {
  const chart = fanChart(line, { ...at, x: "week", xLabel: "weeks", yLabel: "customers" });
  const [drawn] = numbers(chart, 'g.line path', "d");
  const [[x0, y0], [x3, y3]] = [drawn.slice(0, 2), drawn.slice(-2)];
  expect(drawn).toHaveLength(8);
  expect(drawn[2] - x0).toBeCloseTo((x3 - x0) / 3, 6);
  expect(drawn[3] - y0).toBeCloseTo((y3 - y0) / 3, 6);
  expect(x3).toBeGreaterThan(x0);
  expect(y3).toBeLessThan(y0);
  const band = numbers(chart, "g.band path", "d").at(-1)!;
  expect(band[1]).toBeCloseTo(y0 + (y3 - y0) / 6, 6); // half a unit of three
  const filled = (one: Element): number => [...one.querySelectorAll("g.band path")].filter((path) => path.getAttribute("d")).length;
  expect(filled(chart)).toBe(1);
  expect(filled(fanChart(line.map((row) => ({ ...row, q05: -1, q95: 5 })), { ...at, x: "week", xLabel: "", yLabel: "" }))).toBe(2);
});

test("a missing mean breaks the line, and rows in any order give the same one", () => {
  const options = { ...at, x: "week", xLabel: "weeks", yLabel: "customers" };
  const broken = fanChart(line.map((row) => (row.week === 1 ? { ...row, mean: NaN } : row)), options);
  expect(broken.querySelector("g.line path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  expect(fanChart([...line].reverse(), options).outerHTML).toBe(fanChart(line, options).outerHTML);
});

test("series are named at their ends without covering each other, each with a dash of its own", () => {
  const rows = ["hubs", "random", HOSTILE].flatMap((who, k) => line.map((row) => ({ ...row, who, mean: row.mean + k / 100 })));
  const chart = fanChart(rows, { ...at, x: "week", series: "who", xLabel: "weeks", yLabel: "customers", yPercent: true });
  expect(texts(chart).join(" ")).toContain("<img src=x");
  expect(chart.querySelector("img")).toBeNull();
  expect(new Set([...chart.querySelectorAll("g.line")].map((one) => one.getAttribute("stroke-dasharray"))).size).toBe(3);
  expect(texts(chart)).toContain("300\u00a0%");
});

test("places apart keep their order and their room, and stay inside", () => {
  expect(apart([10, 50, 90], [5, 5, 5], 100)).toEqual([10, 50, 90]);
  expect(apart([50, 50, 51], [10, 5, 5], 100)).toEqual([50, 65, 75]);
  expect(apart([99, 100], [10, 10], 100)).toEqual([70, 90]);
});

test("columns that are not there or no numbers are refused, with the nearest right name", () => {
  const options = { ...at, xLabel: "", yLabel: "" };
  expect(() => fanChart(line, { ...options, x: "wek" })).toThrow("fan chart: wek is not a column; did you mean week? know week, mean, low, high");
  expect(() => fanChart([{ week: "1", mean: 1 }, { week: "2", mean: 1 }], { ...options, x: "week" })).toThrow('fan chart: week of row 0 must be a number, got "1"\nfan chart: week of row 1 must be a number, got "2"');
  expect(() => fanChart(line, { ...options, x: "week", width: 0 })).toThrow("fan chart: width must be a number above 0, got 0");
});

test("without a value there is a sentence in place of a chart", () => {
  expect(texts(fanChart([], { ...at, x: "week", xLabel: "", yLabel: "" }))).toEqual(["There is nothing to draw yet: no row has a mean."]);
  expect(texts(dotChart([{ name: "a", mean: NaN }], { ...at, xLabel: "" }))).toEqual(["There is nothing to draw yet: no row has a mean."]);
  expect(texts(worldsHistogram([NaN], { ...at, xLabel: "" }))).toEqual(["There is nothing to draw yet: no world has a value."]);
});

const arms = [{ name: "random", mean: 1, low: 0.5, high: 1.5 }, { name: HOSTILE, mean: 3, low: 2, high: 4 }, { name: "nobody", mean: NaN }];

test("points stand at their means on bars of their intervals, in the order asked for", () => {
  const given = dotChart(arms, { ...at, xLabel: "customers", reference: { value: 0, label: "as without" } });
  const names = (chart: Element): string[] => texts(chart).filter((text) => text === "random" || text === "nobody" || text.startsWith("<img"));
  expect(names(given)).toEqual(["random", HOSTILE, "nobody"]);
  expect(names(dotChart(arms, { ...at, xLabel: "customers", order: "highest first" }))).toEqual([HOSTILE, "random", "nobody"]);
  const [[first], [second]] = numbers(given, "g.mean circle", "cx");
  const bars = [...given.querySelectorAll("g.interval line")].map((bar) => ["x1", "x2"].map((name) => Number(bar.getAttribute(name))));
  expect((bars[0][0] + bars[0][1]) / 2).toBeCloseTo(first, 6);
  expect(bars[1][1] - bars[1][0]).toBeCloseTo(second - first, 6); // 2 wide and 2 apart
  expect(texts(given)).toEqual(expect.arrayContaining(["as without", "no value"]));
  expect(given.querySelector("img")).toBeNull();
});

test("groups of a row differ by shape as well as by hue, and are told in a key", () => {
  const rows = ["sparse", "dense"].flatMap((group) => arms.map((row) => ({ ...row, group })));
  const chart = dotChart(rows, { ...at, xLabel: "customers" });
  expect(texts(chart)).toEqual(expect.arrayContaining(["sparse", "dense"]));
  for (const [name, count] of [["mean", 2], ["key", 1]]) {
    expect([chart.querySelectorAll(`g.${name} circle`).length, chart.querySelectorAll(`g.${name} path`).length]).toEqual([count, count]);
  }
});

test("every value is in one bin; an edge lies on the reference; whole numbers have bins of their own", () => {
  const bins = binsOf([-2.5, -0.1, 0, 0.1, 7, NaN], 0);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  expect(bins.filter(({ high }) => high <= 0).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(bins.some(({ low }) => low === 0)).toBe(true);
  expect(binsOf([0, 0, 1, 3])).toEqual([{ low: -0.5, high: 0.5, count: 2 }, { low: 0.5, high: 1.5, count: 1 }, { low: 1.5, high: 2.5, count: 0 }, { low: 2.5, high: 3.5, count: 1 }]);
  expect(binsOf([0.25, 0.25])).toHaveLength(1);
});

test("bars are as high as their counts; mean and reference are named", () => {
  const chart = worldsHistogram([-1, 1, 1, 2], { ...at, xLabel: "worth", reference: { value: 0, label: HOSTILE } });
  const bars = numbers(chart, 'g[aria-label="rect"] rect', "height").map(([height]) => height);
  expect(bars[2] / bars[0]).toBeCloseTo(2, 1);
  const hues = [...chart.querySelectorAll('g[aria-label="rect"] rect')].map((bar) => bar.getAttribute("fill"));
  expect([hues[0] === hues[2], hues[2] === hues[3]]).toEqual([false, true]);
  expect(texts(chart)).toEqual(expect.arrayContaining(["mean 0.75", HOSTILE]));
});

test("a figure has its caption, its text and its rows; names stay text", () => {
  const chart = dotChart(arms, { ...at, xLabel: HOSTILE });
  const figure = chartFigure({ name: HOSTILE, chart, caption: HOSTILE, text: HOSTILE, rows: arms, heading: HOSTILE });
  expect(figure.querySelector("img")).toBeNull();
  expect([figure.querySelector("figcaption")?.textContent, figure.querySelector("h3")?.textContent]).toEqual([HOSTILE, HOSTILE]);
  expect([figure.querySelector("svg")?.getAttribute("role"), figure.querySelector("svg")?.getAttribute("aria-label")]).toEqual(["img", HOSTILE]);
  expect(figure.querySelectorAll("svg [aria-label]")).toHaveLength(0);
  expect([...figure.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual(["Save as SVG", "Save as CSV"]);
});

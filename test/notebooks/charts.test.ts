import { parseHTML } from "linkedom";
import { beforeAll, expect, test } from "vitest";
import { axisOf } from "../../models/studies/telling/plots/axes.ts";
import { decisionCard } from "../../notebooks/charts/decision-card.ts";
import { dotChart } from "../../models/studies/telling/plots/dots.ts";
import { apart, fanChart } from "../../models/studies/telling/plots/fan.ts";
import { chartFigure } from "../../notebooks/charts/figure.ts";
import { between, heatChart } from "../../models/studies/telling/plots/heat.ts";
import { binsOf, worldsHistogram } from "../../models/studies/telling/plots/histogram.ts";
import { lawChart } from "../../models/studies/telling/plots/law.ts";
import { textLines } from "../../models/studies/telling/plots/look.ts";
import { tornadoChart, widestFirst } from "../../models/studies/telling/plots/tornado.ts";
import { waterfallChart, waterfallSteps } from "../../models/studies/telling/plots/waterfall.ts";

const { document } = parseHTML("<!doctype html><body></body>");
const HOSTILE = '<img src=x onerror="alert(1)">';
const at = { width: 720, document };
/** Every number in the attribute of each of these elements. */
const numbers = (chart: Element, selector: string, name: string): number[][] =>
  [...chart.querySelectorAll(selector)].map(
    (one) => (one.getAttribute(name) ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [],
  );
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
  const [drawn] = numbers(chart, "g.line path", "d");
  const [[x0, y0], [x3, y3]] = [drawn.slice(0, 2), drawn.slice(-2)];
  expect(drawn).toHaveLength(8);
  expect(drawn[2] - x0).toBeCloseTo((x3 - x0) / 3, 6);
  expect(drawn[3] - y0).toBeCloseTo((y3 - y0) / 3, 6);
  expect(x3).toBeGreaterThan(x0);
  expect(y3).toBeLessThan(y0);
  const band = numbers(chart, "g.band path", "d").at(-1)!;
  expect(band[1]).toBeCloseTo(y0 + (y3 - y0) / 6, 6); // half a unit of three
  const filled = (one: Element): number =>
    [...one.querySelectorAll("g.band path")].filter((path) => path.getAttribute("d")).length;
  expect(filled(chart)).toBe(1);
  expect(
    filled(
      fanChart(
        line.map((row) => ({ ...row, q05: -1, q95: 5 })),
        { ...at, x: "week", xLabel: "", yLabel: "" },
      ),
    ),
  ).toBe(2);
});

test("a missing mean breaks the line, and rows in any order give the same one", () => {
  const options = { ...at, x: "week", xLabel: "weeks", yLabel: "customers" };
  const broken = fanChart(
    line.map((row) => (row.week === 1 ? { ...row, mean: NaN } : row)),
    options,
  );
  expect(broken.querySelector("g.line path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  expect(fanChart([...line].reverse(), options).outerHTML).toBe(fanChart(line, options).outerHTML);
});

test("series are named at their ends without covering each other, each with a dash of its own", () => {
  const rows = ["hubs", "random", HOSTILE].flatMap((who, k) =>
    line.map((row) => ({ ...row, who, mean: row.mean + k / 100 })),
  );
  const chart = fanChart(rows, {
    ...at,
    x: "week",
    series: "who",
    xLabel: "weeks",
    yLabel: "customers",
    yPercent: true,
  });
  expect(texts(chart).join(" ")).toContain("<img src=x");
  expect(chart.querySelector("img")).toBeNull();
  expect(new Set([...chart.querySelectorAll("g.line")].map((one) => one.getAttribute("stroke-dasharray"))).size).toBe(
    3,
  );
  expect(texts(chart)).toContain("300\u00a0%");
});

test("places apart keep their order and their room, and stay inside", () => {
  expect(apart([10, 50, 90], [5, 5, 5], 100)).toEqual([10, 50, 90]);
  expect(apart([50, 50, 51], [10, 5, 5], 100)).toEqual([50, 65, 75]);
  expect(apart([99, 100], [10, 10], 100)).toEqual([70, 90]);
});

test("columns that are not there or no numbers are refused, with the nearest right name", () => {
  const options = { ...at, xLabel: "", yLabel: "" };
  expect(() => fanChart(line, { ...options, x: "wek" })).toThrow(
    "fan chart: wek is not a column; did you mean week? know week, mean, low, high",
  );
  expect(() =>
    fanChart(
      [
        { week: "1", mean: 1 },
        { week: "2", mean: 1 },
      ],
      { ...options, x: "week" },
    ),
  ).toThrow('fan chart: week of row 0 must be a number, got "1"\nfan chart: week of row 1 must be a number, got "2"');
  expect(() => fanChart(line, { ...options, x: "week", width: 0 })).toThrow(
    "fan chart: width must be a number above 0, got 0",
  );
});

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

test("a figure has its caption, its text and its rows; names stay text", () => {
  const chart = dotChart(arms, { ...at, xLabel: HOSTILE });
  const figure = chartFigure({ name: HOSTILE, chart, caption: HOSTILE, text: HOSTILE, rows: arms, heading: HOSTILE });
  expect(figure.querySelector("img")).toBeNull();
  expect([figure.querySelector("figcaption")?.textContent, figure.querySelector("h3")?.textContent]).toEqual([
    HOSTILE,
    HOSTILE,
  ]);
  expect([
    figure.querySelector("svg")?.getAttribute("role"),
    figure.querySelector("svg")?.getAttribute("aria-label"),
  ]).toEqual(["img", HOSTILE]);
  expect(figure.querySelectorAll("svg [aria-label]")).toHaveLength(0);
  expect([...figure.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(["Save as SVG", "Save as CSV"]),
  );
});

const sweep = [0, 0.1, 0.4].flatMap((p) => [2, 4].map((k) => ({ p, k, reach: p * k })));
const labels = { x: "chance", y: "friends", value: "reach" };

test("a map has a cell a row: the least is palest, the most strongest, a missing one apart, each with its value", () => {
  const chart = heatChart(
    sweep.map((row) => (row.p === 0.1 ? { ...row, reach: NaN } : row)),
    { ...at, x: "p", y: "k", value: "reach", labels },
  );
  const shades = [...chart.querySelectorAll("g.shade rect")].map((cell) =>
    Number(cell.getAttribute("fill-opacity") ?? 1),
  );
  expect(shades).toEqual([0, 0, 0.5, 1]);
  expect(chart.querySelectorAll("g.missing rect")).toHaveLength(2);
  expect([...chart.querySelectorAll("g.values text")].map(({ textContent }) => textContent)).toEqual([
    "0",
    "0",
    "–",
    "–",
    "0.8",
    "1.6",
  ]);
  expect(texts(chart)).toEqual(expect.arrayContaining(["missing", "0.1", "0.4", "2", "4"]));
  expect(
    heatChart(sweep, { ...at, width: 120, x: "p", y: "k", value: "reach", percent: true, labels }).querySelector(
      "g.values",
    ),
  ).toBeNull();
});

test("words keep their order and stay text; two values of one cell are refused", () => {
  const rows = [
    { a: "z", b: HOSTILE, v: 1 },
    { a: "y", b: HOSTILE, v: 2 },
  ];
  const chart = heatChart(rows, { ...at, x: "a", y: "b", value: "v", labels });
  expect(texts(chart).filter((text) => text === "z" || text === "y")).toEqual(["z", "y"]);
  expect(chart.querySelector("img")).toBeNull();
  expect(() => heatChart([...rows, rows[0]], { ...at, x: "a", y: "b", value: "v", labels })).toThrow(
    `heat map: a cell must have one value, got two at a z, b ${HOSTILE}`,
  );
  expect(texts(heatChart([], { ...at, x: "a", y: "b", value: "v", labels }))).toEqual([
    "There is nothing to draw yet: no row has a value.",
  ]);
});

test("a mark stands between cells in proportion, and not beyond the map", () => {
  expect([0, 0.05, 0.1, 0.25, 0.4].map((p) => between([0, 0.1, 0.4], p))).toEqual([0, 0.5, 1, 1.5, 2]);
  expect([-0.06, 0.6, 1].map((p) => between([0, 0.1, 0.4], p))).toEqual([NaN, NaN, NaN]);
  const mark = {
    label: "the boundary",
    points: [
      { x: 0, y: 2 },
      { x: 0.4, y: 4 },
    ],
  };
  const chart = heatChart(sweep, { ...at, x: "p", y: "k", value: "reach", labels, mark });
  const [x0, y0, x1, y1] = numbers(chart, "g.mark path, path.mark", "d")[0];
  const cell = (place: number, name: string): number =>
    Number([...chart.querySelectorAll("g.shade rect")][place].getAttribute(name));
  expect(x1 - x0).toBeCloseTo(cell(4, "x") - cell(0, "x"), 2);
  expect(y1 - y0).toBeCloseTo(cell(1, "y") - cell(0, "y"), 2);
  expect(texts(chart)).toContain("the boundary");
});

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

const ledger = [
  { name: "won", amount: 0.1 },
  { name: "saved", amount: 0.2, low: 0.1, high: 0.3 },
  { name: "nothing", amount: 0 },
  { name: HOSTILE, amount: -0.7 },
];

test("a waterfall's net is exactly the sum of its lines in their order, and lines that are 0 are left out", () => {
  const steps = waterfallSteps(ledger, "worth");
  expect(steps.map(({ name }) => name)).toEqual(["won", "saved", HOSTILE, "worth"]);
  expect(steps.at(-1)).toMatchObject({ from: 0, to: 0.1 + 0.2 - 0.7, amount: 0.1 + 0.2 - 0.7 });
  for (let step = 1; step < steps.length - 1; step++) expect(steps[step].from).toBe(steps[step - 1].to);
  expect(waterfallSteps([{ name: "perhaps", amount: 0, low: -1, high: 1 }])).toHaveLength(2);
  expect(() =>
    waterfallSteps([
      { name: "a", amount: NaN },
      { name: "b", amount: Infinity },
    ]),
  ).toThrow("waterfall: a must be a number, got NaN\nwaterfall: b must be a number, got Infinity");
});

test("bars of a waterfall follow each other, upright on wide pages and lying on narrow ones", () => {
  const bars = (width: number): number[][] =>
    [
      ...waterfallChart(
        ledger.map((line) => ({ ...line, name: line.name === HOSTILE ? "costs" : line.name })),
        { ...at, width, unit: "EUR" },
      ).querySelectorAll("g.bars rect"),
    ].map((bar) => ["x", "y", "width", "height"].map((name) => Number(bar.getAttribute(name))));
  const [upright, lying] = [bars(720), bars(360)];
  expect([upright.length, lying.length]).toEqual([4, 4]);
  expect(upright[1][1] + upright[1][3]).toBeCloseTo(upright[0][1], 6); // the second begins where the first ends
  expect(upright[1][3] / upright[0][3]).toBeCloseTo(2, 6);
  expect(lying[1][0]).toBeCloseTo(lying[0][0] + lying[0][2], 6);
  expect(lying[1][2] / lying[0][2]).toBeCloseTo(2, 6);
  const chart = waterfallChart(ledger, { ...at, unit: "EUR", net: "worth" });
  expect(texts(chart)).toEqual(expect.arrayContaining(["+0.1", "+0.2", "−0.7", "−0.4", "worth"]));
  expect(chart.querySelector("img")).toBeNull();
  expect(texts(waterfallChart([], { ...at, unit: "EUR" }))).toEqual([
    "There is nothing to draw: every line of the ledger is 0.",
  ]);
});

test("a decision card says what was given, as text", () => {
  const card = decisionCard({
    title: HOSTILE,
    verdict: "Do it.",
    sure: "In 9 of 10 worlds.",
    facts: [{ label: HOSTILE, value: HOSTILE }],
    caveat: HOSTILE,
  });
  expect(card.querySelector("img")).toBeNull();
  expect(card.textContent).toBe(`${HOSTILE}Do it.In 9 of 10 worlds.${HOSTILE.repeat(3)}`);
  expect(card.getAttribute("aria-label")).toBe(`Decision: ${HOSTILE}`);
  expect(decisionCard({ title: "a", verdict: "b", sure: "c", facts: [] }).querySelector("dl")).toBeNull();
});

test("simulated shares stand over the lines of theory, their intervals cut to what a share can be", () => {
  const law = [0, 1, 2].map((x) => ({ x, series: "chance", y: x / 2 }));
  const drawn = {
    ...at,
    series: ["chance", HOSTILE],
    law,
    domain: [0, 2] as const,
    xLabel: "contacts",
    yLabel: "share",
  };
  const chart = lawChart(
    [
      { x: 1, series: "chance", mean: 0.5, low: -3, high: 4 },
      { x: 2, series: "chance", mean: 1, low: NaN, high: NaN },
    ],
    drawn,
  );
  const [[, mean]] = numbers(chart, "g.mean circle", "cy").map(([y]) => [NaN, y]);
  const bars = [...chart.querySelectorAll("g.interval line")].map((bar) =>
    ["y1", "y2"].map((name) => Number(bar.getAttribute(name))),
  );
  expect(bars).toHaveLength(1);
  expect((bars[0][0] + bars[0][1]) / 2).toBeCloseTo(mean, 6); // from 0 to 1 around one half
  const path = (numbers(chart, "g.law path", "d")[0] ?? []).filter((_, i) => i % 2 === 1);
  expect(path[1]).toBeCloseTo(mean, 6);
  expect(texts(chart)).toEqual(expect.arrayContaining(["chance", HOSTILE, "contacts", "share"]));
  expect(texts(lawChart([], drawn)).join(" ")).toContain("nothing to draw yet");
});

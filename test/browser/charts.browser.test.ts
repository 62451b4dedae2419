import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { decisionCard } from "../../notebooks/charts/decision-card.ts";
import { dotChart } from "../../models/studies/telling/charts/dots.ts";
import { fanChart } from "../../models/studies/telling/charts/fan.ts";
import { chartFigure } from "../../notebooks/charts/figure.ts";
import { heatChart } from "../../models/studies/telling/charts/heat.ts";
import { worldsHistogram } from "../../models/studies/telling/charts/histogram.ts";
import { tornadoChart } from "../../models/studies/telling/charts/tornado.ts";
import { vegaChart } from "../../notebooks/charts/vega.ts";
import { waterfallChart } from "../../models/studies/telling/charts/waterfall.ts";
import "../../notebooks/charts/charts.css";
import { eachAfresh, prefer, shown } from "../support/in-page.ts";

const LONG = "customers whom most of their friends ask before they buy something new";
eachAfresh();

const weeks = ["hubs", "random", LONG, "bridges"].flatMap((who, k) =>
  [0, 1, 2, 3, 4].map((week) => ({
    week,
    who,
    mean: week * 1000 + k,
    low: week * 900,
    high: week * 1100,
    q05: week * 500,
    q95: week * 1500,
  })),
);
const arms = ["hubs", "random", LONG].flatMap((name, k) =>
  ["sparse", LONG].map((group) => ({ name, group, mean: k / 10, low: k / 10 - 0.05, high: k / 10 + 0.05 })),
);
const cells = [0, 0.1, 0.2, 0.3, 0.4, 0.5].flatMap((p) => ["hubs", LONG].map((k) => ({ p, k, reach: p })));
const ends = [
  { name: LONG, low: -4e4, high: 9e4, lowLabel: "0.02", highLabel: "0.11" },
  { name: "cost of a sample", low: 6e4, high: 1e4, lowLabel: "2 EUR", highLabel: "9 EUR" },
];
const lines = [
  { name: "new customers", amount: 84e3, low: 7e4, high: 1e5 },
  { name: LONG, amount: -2e4 },
  { name: "running it", amount: -3e4 },
];

const charts: Record<string, (width: number) => Element> = {
  fan: (width) => fanChart(weeks, { x: "week", series: "who", width, xLabel: LONG, yLabel: LONG }),
  dots: (width) =>
    dotChart(arms, {
      width,
      xLabel: LONG,
      percent: true,
      reference: { value: 0, label: "as many as without the program" },
    }),
  heat: (width) =>
    heatChart(cells, {
      x: "p",
      y: "k",
      value: "reach",
      width,
      percent: true,
      labels: { x: LONG, y: "chosen", value: LONG },
      mark: { label: LONG, points: [] },
    }),
  histogram: (width) =>
    worldsHistogram([-2e4, 1e4, 3e4, 9e4], {
      width,
      xLabel: LONG,
      reference: { value: 0, label: "neither gain nor loss" },
    }),
  tornado: (width) => tornadoChart(ends, { base: 5e4, unit: "EUR", width, label: "worth of the program" }),
  waterfall: (width) => waterfallChart(lines, { unit: "EUR", net: "worth of the program", width }),
};

test("nothing written in a chart is cut or covers another, at widths of phone, tablet and desk", () => {
  for (const [name, draw] of Object.entries(charts)) {
    for (const width of [340, 680, 860]) {
      const chart = shown(draw(width));
      const frame = chart.getBoundingClientRect();
      const boxes = [...chart.querySelectorAll("text")]
        .filter(({ textContent }) => textContent)
        .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      expect(boxes.length).toBeGreaterThan(3);
      for (const { text, box } of boxes) {
        expect(
          box.left >= frame.left - 1 &&
            box.right <= frame.right + 1 &&
            box.top >= frame.top - 1 &&
            box.bottom <= frame.bottom + 1,
          `${name} at ${width}: ${text} is cut`,
        ).toBe(true);
      }
      boxes.forEach((one, at) => {
        for (const other of boxes.slice(at + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          expect(across > 1 && down > 3, `${name} at ${width}: ${one.text} covers ${other.text}`).toBe(false);
        }
      });
      chart.remove();
    }
  }
});

test("a drawing follows light and dark without being drawn again", async () => {
  const chart = shown(charts.fan(400));
  const colour = (): string => getComputedStyle(chart.querySelector("g.line path")!).stroke;
  expect(colour()).toBe("rgb(0, 114, 178)");
  await prefer("prefers-color-scheme", "dark");
  expect(colour()).toBe("rgb(74, 166, 224)");
});

test("the rows are a table that the keyboard opens, two hundred of them at most", async () => {
  const rows = Array.from({ length: 201 }, (_, world) => ({ world, worth: world === 1 ? NaN : 1 / 3 }));
  const figure = shown(
    chartFigure({ name: "worth", chart: charts.histogram(400), caption: "Look.", text: "Worth of worlds.", rows }),
  );
  figure.querySelector("summary")!.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => figure.querySelectorAll("tbody tr").length).toBe(200);
  expect(figure.querySelector("caption")!.textContent).toBe(
    "worth, as text. The first 200 of 201 rows are shown; the file has all.",
  );
  expect([...figure.querySelectorAll("tbody tr")].slice(0, 2).map(({ textContent }) => textContent)).toEqual([
    "00.333",
    "1–",
  ]);
  await expect.element(page.getByRole("img", { name: "Worth of worlds." })).toBeInTheDocument();
});

test("Vega's hues are the page's, and its chart is as wide as asked for", async () => {
  const chart = shown(
    await vegaChart(
      {
        data: {
          values: [
            { a: "x", b: 1 },
            { a: "y", b: 2 },
          ],
        },
        mark: "bar",
        encoding: {
          x: { field: "b", type: "quantitative" },
          y: { field: "a", type: "nominal" },
          color: { field: "a", type: "nominal" },
        },
      },
      { width: 340 },
    ),
  );
  const colour = (): string => getComputedStyle(chart.querySelector(".mark-rect.role-mark path")!).fill;
  expect(Math.round(chart.querySelector("svg")!.getBoundingClientRect().width)).toBeLessThanOrEqual(340);
  expect(colour()).toBe("rgb(0, 114, 178)");
  await prefer("prefers-color-scheme", "dark");
  expect(colour()).toBe("rgb(74, 166, 224)");
});

test("a decision card fits a phone, whatever it says", () => {
  const box = shown(document.createElement("div"));
  box.style.width = "340px";
  box.append(
    decisionCard({
      title: LONG,
      verdict: LONG,
      sure: LONG,
      facts: [{ label: LONG, value: "x".repeat(90) }],
      caveat: LONG,
    }),
  );
  expect(box.scrollWidth).toBeLessThanOrEqual(340);
});

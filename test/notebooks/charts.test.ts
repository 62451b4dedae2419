import { beforeAll, expect, test } from "vitest";
import { decisionCard } from "../../notebooks/charts/decision-card.ts";
import { chartFigure } from "../../notebooks/charts/figure.ts";
import { dotChart } from "../../models/studies/telling/charts/dots.ts";
import { at, document, HOSTILE } from "../support/drawing.ts";

beforeAll(() => {
  globalThis.document = document; // the page's, as a run without a browser has it
});

const arms = [
  { name: "random", mean: 1, low: 0.5, high: 1.5 },
  { name: HOSTILE, mean: 3, low: 2, high: 4 },
  { name: "nobody", mean: NaN },
];

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

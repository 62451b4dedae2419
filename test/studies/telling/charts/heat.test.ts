import { expect, test } from "vitest";
import { between, heatChart } from "../../../../models/studies/telling/charts/heat.ts";
import { at, HOSTILE, numbers, texts } from "../../../support/drawing.ts";

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

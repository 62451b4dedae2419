import { expect, test } from "vitest";
import { apart, fanChart } from "../../../../models/studies/telling/charts/fan.ts";
import { at, HOSTILE, numbers, texts } from "../../../support/drawing.ts";

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
    "fan chart: wek is not a column; did you mean week? known: week, mean, low, high",
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

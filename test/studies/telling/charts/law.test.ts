import { expect, test } from "vitest";
import { lawChart } from "../../../../models/studies/telling/charts/law.ts";
import { at, HOSTILE, numbers, texts } from "../../../support/drawing.ts";

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

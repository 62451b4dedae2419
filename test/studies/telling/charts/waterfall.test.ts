import { expect, test } from "vitest";
import { waterfallChart, waterfallSteps } from "../../../../models/studies/telling/charts/waterfall.ts";
import { at, HOSTILE, texts } from "../../../support/drawing.ts";

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

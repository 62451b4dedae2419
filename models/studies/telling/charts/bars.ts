import * as Plot from "@observablehq/plot";
import { axisOf } from "./axes.ts";
import { base, type Drawn, GRID, NARROW, textWidth } from "./look.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";

/** An amount of at least 0, and its text; pale where it is only there for comparison. */
export type BarRow = {
  readonly name: string;
  readonly amount: number;
  readonly text: string;
  readonly hue: string;
  readonly pale?: boolean;
};

export interface BarOptions extends Drawn {
  /** What the amounts measure, with their unit. */
  xLabel: string;
}

/** Draws amounts as bars from 0, a line for each name, each with its number at its end. */
export function barChart(rows: readonly BarRow[], { xLabel, ...drawn }: BarOptions): Element {
  const who = "bar chart";
  if (rows.length === 0) return sentence(who, drawn, "There is nothing to draw: there are no rows.");
  const { width } = drawn;
  const axis = axisOf([0, ...rows.map(({ amount }) => amount)], { most: width < NARROW ? 4 : 7 });
  const marginRight = Math.max(...rows.map(({ text }) => textWidth(text))) + 12;
  const { options, titles, pixel } = rowLayout(
    rows.map(({ name }) => name),
    { width, axis, title: xLabel, thick: 24, marginRight },
  );
  const data = rows.map((row, at) => ({ ...row, low: at - 9 * pixel, high: at + 9 * pixel, at }));
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.rect(data, {
        x1: () => 0,
        x2: "amount",
        y1: "low",
        y2: "high",
        fill: "hue",
        fillOpacity: ({ pale }: BarRow) => (pale ? 0.35 : 0.9),
        className: "bars",
      }),
      Plot.ruleX([0], { strokeOpacity: 0.7 }),
      Plot.text(data, { x: "amount", y: "at", text: "text", textAnchor: "start", dx: 5 }),
      ...titles,
    ],
  });
}

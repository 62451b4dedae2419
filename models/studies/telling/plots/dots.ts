import * as Plot from "@observablehq/plot";
import { axisOf, withZero } from "./axes.ts";
import { groupItems, key } from "./key.ts";
import { base, type Drawn, GRID, hueOf, LINE, NARROW, PAPER, percentTick, QUIET, shapeOf, tickText } from "./look.ts";
import { referenceLine } from "./reference-line.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";

/** A mean and the interval around it; what is missing is NaN. Rows of one name share a line. */
export type DotRow = {
  readonly name: string;
  readonly mean: number;
  readonly low?: number;
  readonly high?: number;
  readonly group?: string;
};

export interface DotOptions extends Drawn {
  /** What the means are of, with their unit. */
  xLabel: string;
  /** Values are shares, shown as percentages. */
  percent?: boolean;
  /** As given, or from the highest mean to the lowest. */
  order?: "given" | "highest first";
  /** A value to compare with, such as 0 for no effect, and what it is. */
  reference?: { readonly value: number; readonly label: string };
}

/**
 * Means as points on the bars of their intervals, a line a name; groups within a line differ by hue, shape
 * and height. A name whose means are all missing says so.
 */
export function dotChart(
  rows: readonly DotRow[],
  { xLabel, percent = false, order = "given", reference, ...drawn }: DotOptions,
): Element {
  const who = "dot chart";
  const there = rows.filter(({ mean }) => Number.isFinite(mean));
  if (there.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no row has a mean.");
  const names = [...new Set(rows.map(({ name }) => name))];
  const groups = [...new Set(rows.map(({ group }) => group ?? ""))];
  const best = (name: string): number =>
    there.reduce((most, row) => (row.name === name ? Math.max(most, row.mean) : most), -Infinity);
  if (order === "highest first") names.sort((a, b) => best(b) - best(a) || 0);
  const { width } = drawn;
  const text = percent ? percentTick : tickText;
  const axis = axisOf(
    withZero([
      ...there.flatMap(({ mean, low = NaN, high = NaN }) => [mean, low, high]),
      ...(reference ? [reference.value] : []),
    ]),
    { most: width < NARROW ? 4 : 7 },
  );
  const told = groups.length > 1 ? key(groupItems(groups), width) : undefined;
  const above = (told?.height ?? 0) + (reference ? LINE + 4 : 0);
  const { options, titles, pixel, across } = rowLayout(names, {
    width,
    axis,
    title: xLabel,
    thick: 14 + 14 * groups.length,
    above,
    text,
  });
  const place = ({ name, group = "" }: DotRow): number =>
    names.indexOf(name) + (groups.indexOf(group) - (groups.length - 1) / 2) * 13 * pixel;
  const data = there.map((row) => ({ ...row, low: finite(row.low), high: finite(row.high), y: place(row) }));
  const missing = names.flatMap((name, at) => (best(name) === -Infinity ? [{ at }] : []));
  const marks = groups.flatMap((group, at) => {
    const own = data.filter((row) => (row.group ?? "") === group);
    return [
      Plot.ruleY(
        own.filter(({ low, high }) => !Number.isNaN(low + high)),
        {
          x1: "low",
          x2: "high",
          y: "y",
          stroke: hueOf(at),
          strokeWidth: 4,
          strokeOpacity: 0.45,
          strokeLinecap: "round",
          className: "interval",
        },
      ),
      Plot.dot(own, {
        x: "mean",
        y: "y",
        symbol: shapeOf(at),
        fill: hueOf(at),
        stroke: PAPER,
        strokeWidth: 0.75,
        r: 5,
        className: "mean",
      }),
    ];
  });
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.ruleY(
        names.map((_, at) => at),
        { strokeOpacity: 0.08 },
      ),
      ...(reference ? referenceLine(reference, across, axis.domain) : []),
      ...marks,
      Plot.text(missing, {
        x: () => axis.domain[0],
        y: "at",
        text: () => "no value",
        textAnchor: "start",
        dx: 4,
        fill: QUIET,
        fontStyle: "italic",
      }),
      ...(told?.marks(options.marginLeft, options.marginTop) ?? []),
      ...titles,
    ],
  });
}

const finite = (value = NaN): number => (Number.isFinite(value) ? value : NaN);

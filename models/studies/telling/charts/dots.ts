import * as Plot from "@observablehq/plot";
import { type Axis, axisOf, withZero } from "./axes.ts";
import { groupItems, key } from "./key.ts";
import { base, type Drawn, GAIN, GRID, hueOf, LINE, LOSS, NARROW, PAPER, QUIET, shapeOf } from "./look.ts";
import { percentTick } from "../shares.ts";
import { tickText } from "../numbers.ts";
import { referenceLine } from "./reference-line.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";

/**
 * A mean and the interval around it; what is missing is NaN. `q05` and `q95` hold nine worlds in ten. Rows of
 * one name share a line.
 */
export type DotRow = {
  readonly name: string;
  readonly mean: number;
  readonly low?: number;
  readonly high?: number;
  readonly q05?: number;
  readonly q95?: number;
  readonly group?: string;
};

export interface DotOptions extends Drawn {
  /** What the means are of, with their unit. */
  xLabel: string;
  /** Values are shares, shown as percentages. */
  percent?: boolean;
  /** As given, or from the highest mean to the lowest. */
  order?: "given" | "highest first";
  /** The axis, where this chart does not make its own. */
  axis?: Axis;
  /** What names at the left may take, in pixels. */
  names?: number;
  /** Groups have no key here: one beside the chart has them. */
  keyless?: boolean;
  /**
   * Marks have the hue of a gain or of a loss by their side of the reference, and are hollow where their interval
   * covers it.
   */
  sided?: boolean;
  /** A value to compare with, such as 0 for no effect, and what it is. */
  reference?: { readonly value: number; readonly label: string };
}

/**
 * Means as points on the bars of their intervals, a line a name; groups within a line differ by hue, shape
 * and height. A name whose means are all missing says so.
 */
export function dotChart(
  rows: readonly DotRow[],
  {
    xLabel,
    percent = false,
    order = "given",
    axis: own,
    keyless = false,
    sided = false,
    names: named,
    reference,
    ...drawn
  }: DotOptions,
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
  const axis =
    own ??
    axisOf(
      withZero([
        ...there.flatMap(({ mean, low = NaN, high = NaN, q05 = NaN, q95 = NaN }) => [mean, low, high, q05, q95]),
        ...(reference ? [reference.value] : []),
      ]),
      { most: width < NARROW ? 4 : 7 },
    );
  const told = groups.length > 1 && !keyless ? key(groupItems(groups), width) : undefined;
  const above = (told?.height ?? 0) + (reference ? LINE + 4 : 0);
  const { options, titles, pixel, across } = rowLayout(names, {
    width,
    axis,
    title: xLabel,
    thick: 14 + 14 * groups.length,
    above,
    text,
    names: named,
  });
  const place = ({ name, group = "" }: DotRow): number =>
    names.indexOf(name) + (groups.indexOf(group) - (groups.length - 1) / 2) * 13 * pixel;
  const against = reference?.value ?? 0;
  const data = there.map((row) => {
    const [low, high, q05, q95] = [row.low, row.high, row.q05, row.q95].map(finite);
    const hue = sided ? (row.mean < against ? LOSS : GAIN) : hueOf(groups.indexOf(row.group ?? ""));
    return { ...row, low, high, q05, q95, y: place(row), hue, hollow: sided && low <= against && high >= against };
  });
  const missing = names.flatMap((name, at) => (best(name) === -Infinity ? [{ at }] : []));
  const marks = groups.flatMap((group, at) => {
    const own = data.filter((row) => (row.group ?? "") === group);
    return [
      Plot.ruleY(
        own.filter(({ q05, q95 }) => !Number.isNaN(q05 + q95)),
        { x1: "q05", x2: "q95", y: "y", stroke: "hue", strokeWidth: 14, strokeOpacity: 0.25, className: "worlds" },
      ),
      Plot.ruleY(
        own.filter(({ low, high }) => !Number.isNaN(low + high)),
        {
          x1: "low",
          x2: "high",
          y: "y",
          stroke: "hue",
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
        fill: ({ hollow, hue }: { hollow: boolean; hue: string }) => (hollow ? PAPER : hue),
        stroke: ({ hollow, hue }: { hollow: boolean; hue: string }) => (hollow ? hue : PAPER),
        strokeWidth: sided ? 1.5 : 0.75,
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

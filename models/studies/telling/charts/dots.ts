import * as Plot from "@observablehq/plot";
import { type ChartAxis, axisOf, withZero } from "./axes.ts";
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
  /** What the means measure, with their unit. */
  xLabel: string;
  /** Values are shares, shown as percentages. */
  percent?: boolean;
  /** As given, or from the highest mean to the lowest. */
  order?: "given" | "highest first";
  /** The axis, where the chart should not make its own. */
  axis?: ChartAxis;
  /** The most that names at the left may take, in pixels. */
  names?: number;
  /** Draws no key to the groups, since there is one next to the chart. */
  keyless?: boolean;
  /**
   * Marks have the hue of a gain or a loss, by their side of the reference, and are hollow where their interval covers
   * it.
   */
  sided?: boolean;
  /** A value to compare with, such as 0 for no effect, and its name. */
  reference?: { readonly value: number; readonly label: string };
}

/**
 * Draws means as points on the bars of their intervals, a line for each name. Groups within a line differ by hue, shape
 * and height. A name whose means are all missing is marked "no value".
 */
export function dotChart(rows: readonly DotRow[], { keyless = false, ...options }: DotOptions): Element {
  const who = "dot chart";
  const { xLabel, percent = false, order = "given", axis: own, names: room, reference, sided, ...drawn } = options;
  const there = rows.filter(({ mean }) => Number.isFinite(mean));
  if (there.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no row has a mean.");
  const names = namesOf(rows, order);
  const groups = [...new Set(rows.map(({ group }) => group ?? ""))];
  const axis = own ?? axisFor(there, reference?.value, drawn.width);
  const legend = groups.length > 1 && !keyless ? key(groupItems(groups), drawn.width) : undefined;
  const layout = rowLayout(names, {
    width: drawn.width,
    axis,
    title: xLabel,
    thick: 14 + 14 * groups.length,
    above: (legend?.height ?? 0) + (reference ? LINE + 4 : 0),
    text: percent ? percentTick : tickText,
    names: room,
  });
  const data = placed(there, { names, groups, pixel: layout.pixel, against: reference?.value ?? 0, sided });
  const { marginLeft, marginTop } = layout.options;
  return Plot.plot({
    ...base(who, drawn),
    ...layout.options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.ruleY(
        names.map((_, at) => at),
        { strokeOpacity: 0.08 },
      ),
      ...(reference ? referenceLine(reference, layout.across, axis.domain) : []),
      ...groups.flatMap((group, at) =>
        groupMarks(
          data.filter((row) => (row.group ?? "") === group),
          shapeOf(at),
          sided,
        ),
      ),
      noValue(names, there, axis),
      ...(legend?.marks(marginLeft, marginTop) ?? []),
      ...layout.titles,
    ],
  });
}

/** The highest mean of a name; −∞ where all are missing. */
const highest = (rows: readonly DotRow[], name: string): number =>
  rows.reduce(
    (most, row) => (row.name === name && Number.isFinite(row.mean) ? Math.max(most, row.mean) : most),
    -Infinity,
  );

function namesOf(rows: readonly DotRow[], order: "given" | "highest first"): string[] {
  const names = [...new Set(rows.map(({ name }) => name))];
  if (order === "highest first") names.sort((a, b) => highest(rows, b) - highest(rows, a) || 0);
  return names;
}

/** An axis that holds every mean, interval and the reference. */
function axisFor(there: readonly DotRow[], reference: number | undefined, width: number): ChartAxis {
  const values = there.flatMap(({ mean, low = NaN, high = NaN, q05 = NaN, q95 = NaN }) => [mean, low, high, q05, q95]);
  return axisOf(withZero([...values, ...(reference === undefined ? [] : [reference])]), {
    most: width < NARROW ? 4 : 7,
  });
}

interface Placing {
  names: readonly string[];
  groups: readonly string[];
  pixel: number;
  /** The reference, or 0. */
  against: number;
  sided?: boolean;
}

/** Each row with its height on the chart and its hue. */
function placed(there: readonly DotRow[], { names, groups, pixel, against, sided }: Placing) {
  return there.map((row) => {
    const [low, high, q05, q95] = [row.low, row.high, row.q05, row.q95].map(finite);
    const group = groups.indexOf(row.group ?? "");
    return {
      ...row,
      low,
      high,
      q05,
      q95,
      y: names.indexOf(row.name) + (group - (groups.length - 1) / 2) * 13 * pixel,
      hue: sided ? (row.mean < against ? LOSS : GAIN) : hueOf(group),
      hollow: sided === true && low <= against && high >= against,
    };
  });
}
type PlacedRow = ReturnType<typeof placed>[number];

/** The worlds, the interval and the mean of each row of a group. */
const groupMarks = (rows: readonly PlacedRow[], symbol: ReturnType<typeof shapeOf>, sided = false): Plot.Markish[] => [
  Plot.ruleY(
    rows.filter(({ q05, q95 }) => !Number.isNaN(q05 + q95)),
    { x1: "q05", x2: "q95", y: "y", stroke: "hue", strokeWidth: 14, strokeOpacity: 0.25, className: "worlds" },
  ),
  Plot.ruleY(
    rows.filter(({ low, high }) => !Number.isNaN(low + high)),
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
  Plot.dot(rows, {
    x: "mean",
    y: "y",
    symbol,
    fill: ({ hollow, hue }: PlacedRow) => (hollow ? PAPER : hue),
    stroke: ({ hollow, hue }: PlacedRow) => (hollow ? hue : PAPER),
    strokeWidth: sided ? 1.5 : 0.75,
    r: 5,
    className: "mean",
  }),
];

/** "no value" in place of the means of a name that has none. */
const noValue = (names: readonly string[], there: readonly DotRow[], { domain }: ChartAxis): Plot.Markish =>
  Plot.text(
    names.flatMap((name, at) => (highest(there, name) === -Infinity ? [{ at }] : [])),
    {
      x: () => domain[0],
      y: "at",
      text: () => "no value",
      textAnchor: "start",
      dx: 4,
      fill: QUIET,
      fontStyle: "italic",
    },
  );

const finite = (value = NaN): number => (Number.isFinite(value) ? value : NaN);

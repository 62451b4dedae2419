import * as Plot from "@observablehq/plot";
import { type ChartAxis, axisOf, framed, powers } from "./axes.ts";
import { base, type Drawn, GRID, hueOf, NARROW, PAPER } from "./look.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";

/** How worlds differ at a setting: the range of all, of nine in ten, the median, and the mean with its interval. */
export type WorldsRow = {
  readonly name: string;
  readonly min: number;
  readonly q05: number;
  readonly median: number;
  readonly q95: number;
  readonly max: number;
  readonly mean: number;
  readonly low?: number;
  readonly high?: number;
};

export interface WorldsOptions extends Drawn {
  /** The measure, with its unit. */
  label: string;
  /** The most that names at the left may take, in pixels. */
  names?: number;
}

/** True where the largest world is so many times the smallest that equal steps would hide all but the largest. */
export function spansDecades(rows: readonly Pick<WorldsRow, "min" | "max">[]): boolean {
  const [least, most] = ends(rows);
  return least > 0 && most / least > 200;
}

const ends = (rows: readonly Pick<WorldsRow, "min" | "max">[]): [number, number] => [
  Math.min(...rows.map(({ min }) => min)),
  Math.max(...rows.map(({ max }) => max)),
];
/** Round numbers, or powers of ten between the ends. */
function axisFor(rows: readonly WorldsRow[], most: number): ChartAxis {
  const [least, highest] = ends(rows);
  if (!spansDecades(rows)) return axisOf([least, highest], { most });
  const { ticks } = powers(least, highest);
  return { domain: [least, highest], ticks: ticks.filter((tick) => tick >= least && tick <= highest), log: true };
}

/**
 * Draws a line for each setting: all worlds as a thin line, nine in ten as a bar, the median as a tick, the mean as a
 * dot on its interval.
 */
export function worldsChart(rows: readonly WorldsRow[], { label, names, ...drawn }: WorldsOptions): Element {
  const who = "worlds chart";
  if (rows.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no world has a value.");
  const axis = axisFor(rows, drawn.width < NARROW ? 4 : 8);
  const { options, titles, pixel } = rowLayout(
    rows.map(({ name }) => name),
    { width: drawn.width, axis, title: label, thick: 24, names },
  );
  const data = rows.map(({ low = NaN, high = NaN, ...row }, at) => ({ ...row, low, high, at }));
  const known = data.filter(({ low, high }) => Number.isFinite(low + high));
  const median = { x: "median", y1: ({ at }: { at: number }) => at - 8 * pixel };
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.ruleY(data, { x1: "min", x2: "max", y: "at", strokeOpacity: 0.45, strokeWidth: 1.25, className: "all" }),
      Plot.ruleY(data, {
        x1: "q05",
        x2: "q95",
        y: "at",
        stroke: hueOf(0),
        strokeOpacity: 0.45,
        strokeWidth: 9,
        className: "most",
      }),
      Plot.ruleX(data, { ...median, y2: ({ at }: { at: number }) => at + 8 * pixel, strokeWidth: 2 }),
      Plot.ruleY(known, { x1: "low", x2: "high", y: "at", stroke: hueOf(1), strokeWidth: 4, className: "interval" }),
      Plot.dot(data, {
        x: "mean",
        y: "at",
        r: 3.6,
        fill: hueOf(1),
        stroke: PAPER,
        strokeWidth: 0.8,
        className: "mean",
      }),
      ...titles,
    ],
  });
}

/**
 * The same chart upright, in the given order and without names, for any number of settings; the line joins the means.
 */
export function rankedWorldsChart(rows: readonly WorldsRow[], { label, ...drawn }: WorldsOptions): Element {
  const who = "ranked worlds chart";
  if (rows.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no world has a value.");
  const { width } = drawn;
  const y = axisFor(rows, 6);
  const { ticks } = axisOf([1, rows.length], { most: 10, whole: true });
  const x: ChartAxis = {
    domain: [0.5, rows.length + 0.5],
    ticks: ticks.filter((tick) => tick >= 1 && tick <= rows.length),
  };
  const { options, titles } = framed({
    width,
    height: 260,
    x,
    y,
    xLabel: "settings, from the highest mean to the lowest",
    yLabel: label,
  });
  const data = rows.map((row, at) => ({ ...row, at: at + 1 }));
  const thick = Math.max(1, Math.min(9, (0.8 * width) / rows.length));
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridY(y.ticks, GRID),
      Plot.ruleX(data, {
        x: "at",
        y1: "min",
        y2: "max",
        strokeOpacity: 0.35,
        strokeWidth: Math.min(1.25, thick / 2),
        className: "all",
      }),
      Plot.ruleX(data, {
        x: "at",
        y1: "q05",
        y2: "q95",
        stroke: hueOf(0),
        strokeOpacity: 0.5,
        strokeWidth: thick,
        className: "most",
      }),
      Plot.lineY(data, { x: "at", y: "mean", stroke: hueOf(1), strokeWidth: 2, className: "mean" }),
      ...titles,
    ],
  });
}

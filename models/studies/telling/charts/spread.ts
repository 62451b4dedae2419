import * as Plot from "@observablehq/plot";
import { type Labels, shorten } from "../labels.ts";
import { type Results, type Row, rowsOf, unitOf } from "../../sweep/results.ts";
import { plotStyle, tickText } from "./plot-style.ts";
import { plotSvg } from "./standing.ts";
import { newDocument } from "./svg.ts";
import { HUES, textWidth } from "./theme.ts";

/** Up to this many settings have a labelled row each; more stand side by side without names. */
export const MOST_LABELLED = 36;

/** Room for labels of rows: as much as the longest takes, between bounds. */
export const marginFor = (names: readonly string[]): number =>
  Math.max(60, ...names.map((name) => textWidth(name))) + 14;

type Spread = Row & { label: string; rank: number };

/** How worlds differ at each setting: all of them, nine in ten, the median and the mean. */
export function spread(results: Results, say: Labels, measure: string): string {
  const points = new Map(results.points.map((point) => [point.id, point]));
  const rows = rowsOf(results, measure).sort((a, b) => b.mean - a.mean || a.point - b.point);
  const data = rows.map((row, rank): Spread => ({
    ...row,
    rank: rank + 1,
    label: shorten(say.point(points.get(row.point)!), 52),
  }));
  const title = say.titled(measure, unitOf(results, measure));
  return data.length <= MOST_LABELLED ? labelled(data, title) : ranked(data, title);
}

function labelled(data: readonly Spread[], title: string): string {
  const marginLeft = marginFor(data.map(({ label }) => label));
  const names = new Map(data.map(({ rank, label }) => [rank, label]));
  const range = (low: keyof Spread, high: keyof Spread): object => ({ x1: low, x2: high, y: "rank" });
  return plotSvg(
    Plot.plot({
      document: newDocument(),
      style: plotStyle,
      width: marginLeft + 460,
      height: data.length * 24 + 66,
      marginLeft,
      marginRight: 24,
      marginTop: 8,
      marginBottom: 46,
      x: {
        ...scaleFor(data),
        label: title,
        labelArrow: "none",
        labelAnchor: "center",
        labelOffset: 40,
        tickFormat: tickText,
      },
      y: { type: "band", label: null, padding: 0.2, tickFormat: (rank: number) => names.get(rank) ?? "", tickSize: 0 },
      marks: [
        Plot.gridX({ ...ticksFor(data), strokeOpacity: 0.11 }),
        Plot.ruleY(data, { ...range("min", "max"), strokeOpacity: 0.45, strokeWidth: 1.25 }),
        Plot.ruleY(data, { ...range("q05", "q95"), stroke: HUES[0], strokeOpacity: 0.45, strokeWidth: 9 }),
        Plot.tickX(data, { x: "median", y: "rank", strokeWidth: 2 }),
        Plot.dot(data, { x: "mean", y: "rank", r: 3.6, fill: HUES[1], stroke: "white", strokeWidth: 0.8 }),
      ],
    }),
  );
}

/** The same upright and in order, for any number of settings. */
function ranked(data: readonly Spread[], title: string): string {
  const width = 700;
  const thick = Math.max(1, Math.min(9, 560 / data.length));
  return plotSvg(
    Plot.plot({
      document: newDocument(),
      style: plotStyle,
      width,
      height: 340,
      marginLeft: 64,
      marginRight: 16,
      marginTop: 34,
      marginBottom: 48,
      x: {
        label: "settings, from the highest mean to the lowest",
        labelArrow: "none",
        labelAnchor: "center",
        labelOffset: 40,
        ticks: 8,
        domain: [0.5, data.length + 0.5],
      },
      y: { ...scaleFor(data), label: title, labelArrow: "none", tickFormat: tickText },
      marks: [
        Plot.gridY({ ...ticksFor(data), strokeOpacity: 0.11 }),
        Plot.ruleX(data, {
          x: "rank",
          y1: "min",
          y2: "max",
          strokeOpacity: 0.35,
          strokeWidth: Math.min(1.25, thick / 2),
        }),
        Plot.ruleX(data, { x: "rank", y1: "q05", y2: "q95", stroke: HUES[0], strokeOpacity: 0.5, strokeWidth: thick }),
        Plot.lineY(data, { x: "rank", y: "mean", stroke: HUES[1], strokeWidth: 2 }),
      ],
    }),
  );
}

/** True where worlds differ so many times over that equal steps would hide all but the largest. */
export function spansDecades(rows: readonly Row[]): boolean {
  const [least, most] = [Math.min(...rows.map(({ min }) => min)), Math.max(...rows.map(({ max }) => max))];
  return least > 0 && most / least > 200;
}
const powers = (rows: readonly Row[]): number[] => {
  const last = Math.ceil(Math.log10(Math.max(...rows.map(({ max }) => max))));
  const first = Math.floor(Math.log10(Math.min(...rows.map(({ min }) => min))));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
};
const ticksFor = (rows: readonly Row[]): { ticks: number | number[] } => ({
  ticks: spansDecades(rows) ? powers(rows) : 6,
});
const scaleFor = (rows: readonly Row[]): object =>
  spansDecades(rows) ? { type: "log", ...ticksFor(rows) } : { ...ticksFor(rows), nice: true };

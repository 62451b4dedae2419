import * as Plot from "@observablehq/plot";
import { type Axis, framed } from "./axes.ts";
import { groupItems, key } from "./key.ts";
import { base, dashOf, type Drawn, GRID, hueOf, LINE, PAPER, shapeOf } from "./look.ts";

/** A mean at a place on x; `low` and `high` are its interval, NaN where there is none. */
export interface PlacedPoint {
  x: number;
  series: string;
  mean: number;
  low: number;
  high: number;
  /** Drawn as a ring. */
  hollow?: boolean;
}

export interface PointOptions extends Drawn {
  /** The names of the series, in the order of the key. */
  series: readonly string[];
  x: Axis;
  y: Axis;
  xLabel: string;
  yLabel: string;
  xText?: (value: number) => string;
  yText?: (value: number) => string;
  /** Lines below the points, such as what theory gives at places close to each other; NaN breaks them. */
  lines?: readonly { readonly x: number; readonly series: string; readonly y: number }[];
  height?: number;
  /** Series have no key here: one beside the chart has them. */
  keyless?: boolean;
  /** Points of one place stand so many pixels beside each other. */
  beside?: number;
}

/** What the title of y takes above the key. */
const TITLE = LINE + 8;

/**
 * Means as dots on the bars of their intervals, over the lines that they are held against; series differ by hue, shape
 * and dash.
 */
export function pointChart(
  who: string,
  points: readonly PlacedPoint[],
  {
    series,
    x,
    y,
    xLabel,
    yLabel,
    xText,
    yText,
    lines = [],
    height = 200,
    keyless = false,
    beside = 0,
    ...drawn
  }: PointOptions,
): Element {
  const { width } = drawn;
  const told = keyless ? undefined : key(groupItems(series), width);
  const { options, titles } = framed({
    width,
    height,
    x,
    y,
    xLabel,
    yLabel,
    above: told?.height ?? 0,
    marginRight: 28,
    xText,
    yText,
  });
  const marks = series.flatMap((name, at) => {
    const of = <P extends { series: string }>(all: readonly P[]): P[] => all.filter((one) => one.series === name);
    const stroke = hueOf(at);
    const dx = (at - (series.length - 1) / 2) * beside;
    const known = of(points).filter(({ low, high }) => Number.isFinite(low + high));
    return [
      Plot.lineY(of(lines), {
        x: "x",
        y: "y",
        stroke,
        strokeDasharray: dashOf(at),
        strokeWidth: 1.75,
        className: "law",
      }),
      Plot.ruleX(known, {
        x: "x",
        y1: "low",
        y2: "high",
        dx,
        stroke,
        strokeWidth: 4,
        strokeOpacity: 0.45,
        strokeLinecap: "round",
        className: "interval",
      }),
      Plot.dot(of(points), {
        x: "x",
        y: "mean",
        dx,
        symbol: shapeOf(at),
        fill: ({ hollow = false }: PlacedPoint) => (hollow ? PAPER : stroke),
        stroke: ({ hollow = false }: PlacedPoint) => (hollow ? stroke : PAPER),
        strokeWidth: points.some(({ hollow }) => hollow) ? 1.5 : 0.75,
        r: 4.5,
        className: "mean",
      }),
    ];
  });
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridY(y.ticks, GRID),
      ...(y.domain[0] < 0 ? [Plot.ruleY([0], { strokeOpacity: 0.7 })] : []),
      ...marks,
      ...(told?.marks(options.marginLeft, options.marginTop - TITLE) ?? []),
      ...titles,
    ],
  });
}

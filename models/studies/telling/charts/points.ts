import * as Plot from "@observablehq/plot";
import { type ChartAxis, framed } from "./axes.ts";
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
  x: ChartAxis;
  y: ChartAxis;
  xLabel: string;
  yLabel: string;
  xText?: (value: number) => string;
  yText?: (value: number) => string;
  /** Lines below the points, such as theoretical values at closely spaced places; NaN breaks them. */
  lines?: readonly { readonly x: number; readonly series: string; readonly y: number }[];
  height?: number;
  /** Draws no key to the series, since there is one next to the chart. */
  keyless?: boolean;
  /** The horizontal distance between points of one place, in pixels. */
  beside?: number;
}

/** The room for the title of y above the key. */
const TITLE = LINE + 8;

/**
 * Draws means as dots on the bars of their intervals, over the lines that they are compared with. Series differ by hue,
 * shape and dash.
 */
export function pointChart(
  who: string,
  points: readonly PlacedPoint[],
  { series, x, y, xLabel, yLabel, xText, yText, lines = [], height = 200, keyless = false, ...options }: PointOptions,
): Element {
  const { beside = 0, ...drawn } = options;
  const { width } = drawn;
  const legend = keyless ? undefined : key(groupItems(series), width);
  const { options: frame, titles } = framed({
    width,
    height,
    x,
    y,
    xLabel,
    yLabel,
    above: legend?.height ?? 0,
    marginRight: 28,
    xText,
    yText,
  });
  const strokeWidth = points.some(({ hollow }) => hollow) ? 1.5 : 0.75;
  return Plot.plot({
    ...base(who, drawn),
    ...frame,
    marks: [
      Plot.gridY(y.ticks, GRID),
      ...(y.domain[0] < 0 ? [Plot.ruleY([0], { strokeOpacity: 0.7 })] : []),
      ...series.flatMap((name, at) => {
        const of = <P extends { series: string }>(all: readonly P[]): P[] => all.filter((one) => one.series === name);
        const dx = (at - (series.length - 1) / 2) * beside;
        return seriesMarks(of(points), of(lines), { at, dx, strokeWidth });
      }),
      ...(legend?.marks(frame.marginLeft, frame.marginTop - TITLE) ?? []),
      ...titles,
    ],
  });
}

/** The line of a series, and the interval and the mean of each of its points. */
function seriesMarks(
  points: readonly PlacedPoint[],
  line: NonNullable<PointOptions["lines"]>,
  { at, dx, strokeWidth }: { at: number; dx: number; strokeWidth: number },
): Plot.Markish[] {
  const stroke = hueOf(at);
  return [
    Plot.lineY(line, {
      x: "x",
      y: "y",
      stroke,
      strokeDasharray: dashOf(at),
      strokeWidth: 1.75,
      className: "law",
    }),
    Plot.ruleX(
      points.filter(({ low, high }) => Number.isFinite(low + high)),
      {
        x: "x",
        y1: "low",
        y2: "high",
        dx,
        stroke,
        strokeWidth: 4,
        strokeOpacity: 0.45,
        strokeLinecap: "round",
        className: "interval",
      },
    ),
    Plot.dot(points, {
      x: "x",
      y: "mean",
      dx,
      symbol: shapeOf(at),
      fill: ({ hollow = false }: PlacedPoint) => (hollow ? PAPER : stroke),
      stroke: ({ hollow = false }: PlacedPoint) => (hollow ? stroke : PAPER),
      strokeWidth,
      r: 4.5,
      className: "mean",
    }),
  ];
}

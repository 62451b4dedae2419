import * as Plot from "@observablehq/plot";
import { type Axis, axisOf, framed } from "./axes.ts";
import { groupItems, key } from "./key.ts";
import { base, dashOf, type Drawn, GRID, hueOf, LINE, NARROW, PAPER, percentTick, shapeOf, tickText } from "./look.ts";
import { sentence } from "./sentence.ts";

/** What was simulated at a place on x; `low` and `high` are its interval, NaN where there is none. */
export interface LawPoint {
  x: number;
  series: string;
  mean: number;
  low: number;
  high: number;
}
export interface LawOptions extends Drawn {
  /** The names of the series, in the order of the key. */
  series: readonly string[];
  /** What theory gives at places close to each other; NaN where it gives nothing. */
  law: readonly { readonly x: number; readonly series: string; readonly y: number }[];
  /** The ends of x. */
  domain: readonly [number, number];
  xLabel: string;
  yLabel: string;
  /** x is a share too. */
  xPercent?: boolean;
}

/** What the title of y takes above the key. */
const TITLE = LINE + 8;

/**
 * Shares as simulated, dots on the bars of their intervals, over the lines that theory gives for them. Of an
 * interval as much is drawn as lies between 0 and 1: of few worlds it may reach beyond what a share can be.
 */
export function lawChart(
  points: readonly LawPoint[],
  { series, law, domain, xLabel, yLabel, xPercent = false, ...drawn }: LawOptions,
): Element {
  const there = points.filter(({ mean }) => Number.isFinite(mean));
  if (there.length === 0) return sentence("law chart", drawn, "There is nothing to draw yet: no world has ended.");
  const { width } = drawn;
  const round = axisOf(domain, { most: width < NARROW ? 5 : 10 });
  const x: Axis = {
    domain: [domain[0], domain[1]],
    ticks: round.ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]),
  };
  const y = axisOf([0, 1], { most: 5 });
  const told = key(groupItems(series), width);
  const { options, titles } = framed({
    width,
    height: width < NARROW ? 210 : 235,
    x,
    y,
    xLabel,
    yLabel,
    above: told.height,
    marginRight: 28,
    xText: xPercent ? percentTick : tickText,
    yText: percentTick,
  });
  const marks = series.flatMap((name, at) => {
    const [own, line] = [there.filter((point) => point.series === name), law.filter((point) => point.series === name)];
    const stroke = hueOf(at);
    return [
      Plot.lineY(line, { x: "x", y: "y", stroke, strokeDasharray: dashOf(at), strokeWidth: 1.75, className: "law" }),
      Plot.ruleX(
        own.filter(({ low, high }) => Number.isFinite(low + high)),
        {
          x: "x",
          y1: ({ low }: LawPoint) => Math.max(0, low),
          y2: ({ high }: LawPoint) => Math.min(1, high),
          stroke,
          strokeWidth: 4,
          strokeOpacity: 0.45,
          strokeLinecap: "round",
          className: "interval",
        },
      ),
      Plot.dot(own, {
        x: "x",
        y: "mean",
        symbol: shapeOf(at),
        fill: stroke,
        stroke: PAPER,
        strokeWidth: 0.75,
        r: 4.5,
        className: "mean",
      }),
    ];
  });
  return Plot.plot({
    ...base("law chart", drawn),
    ...options,
    marks: [
      Plot.gridY(y.ticks, GRID),
      ...marks,
      ...told.marks(options.marginLeft, options.marginTop - TITLE),
      ...titles,
    ],
  });
}

import { type ChartAxis, axisOf } from "./axes.ts";
import { type Drawn, NARROW } from "./look.ts";
import { type PlacedPoint, pointChart } from "./points.ts";
import { sentence } from "./sentence.ts";
import { percentTick } from "../shares.ts";
import { tickText } from "../numbers.ts";

export interface LawOptions extends Drawn {
  /** The names of the series, in the order of the key. */
  series: readonly string[];
  /** The theoretical values at closely spaced places; NaN where there are none. */
  law: readonly { readonly x: number; readonly series: string; readonly y: number }[];
  /** The ends of x. */
  domain: readonly [number, number];
  xLabel: string;
  yLabel: string;
  /** x is a share too. */
  xPercent?: boolean;
}

/**
 * Draws simulated shares as dots on the bars of their intervals, over the lines of the theory. Intervals are cut at 0
 * and 1, since with few worlds they can extend beyond what a share can be.
 */
export function lawChart(
  points: readonly PlacedPoint[],
  { series, law, domain: [first, last], xLabel, yLabel, xPercent = false, ...drawn }: LawOptions,
): Element {
  const who = "law chart";
  const there = points.filter(({ mean }) => Number.isFinite(mean));
  if (there.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no world has finished.");
  const narrow = drawn.width < NARROW;
  const { ticks } = axisOf([first, last], { most: narrow ? 5 : 10 });
  const x: ChartAxis = { domain: [first, last], ticks: ticks.filter((tick) => tick >= first && tick <= last) };
  return pointChart(
    who,
    there.map((point) => ({ ...point, low: Math.max(0, point.low), high: Math.min(1, point.high) })),
    {
      ...drawn,
      series,
      lines: law,
      x,
      y: axisOf([0, 1], { most: 5 }),
      xLabel,
      yLabel,
      xText: xPercent ? percentTick : tickText,
      yText: percentTick,
      height: narrow ? 210 : 235,
    },
  );
}

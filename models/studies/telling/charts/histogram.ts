import * as Plot from "@observablehq/plot";
import { axisOf, framed, roundUp } from "./axes.ts";
import { base, type Drawn, GAIN, GRID, LINE, LOSS, NARROW } from "./look.ts";
import { percentText, percentTick } from "../shares.ts";
import { shortText, tickText } from "../numbers.ts";
import { referenceLine } from "./reference-line.ts";
import { sentence } from "./sentence.ts";

export interface HistogramOptions extends Drawn {
  /** What the values measure, with their unit. */
  xLabel: string;
  /** What is counted; worlds unless stated. */
  yLabel?: string;
  /** Values are shares, shown as percentages. */
  percent?: boolean;
  /** A value that no bar crosses, such as 0 between loss and gain; bars below it have another hue. */
  reference?: { readonly value: number; readonly label: string };
}

/** A bar from `low` up to, but not including, `high`. */
export interface Bin {
  low: number;
  high: number;
  count: number;
}

/** Bins of one width in both directions without end: bin k begins at `edge(k)`. */
interface Bins {
  of(value: number): number;
  edge(bin: number): number;
}

/**
 * Bins of one round width for values in rising order. There are at most four times the cube root of their count (twice
 * the rule of Rice), and between 15 and 40, so that two peaks stay two. Whole numbers get whole bins around them, but
 * not `shares` that happen to be 0 and 1. An edge lies on `reference` (a half below it where values are whole).
 */
function binsFor(sorted: readonly number[], reference: number, shares: boolean): Bins {
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  const whole = !shares && Number.isInteger(reference) && sorted.every(Number.isInteger);
  const bins = Math.min(40, Math.max(15, Math.ceil(4 * Math.cbrt(sorted.length))));
  const step = Math.max(roundUp((most - least || Math.abs(least) || 1) / bins), whole ? 1 : 0);
  const origin = whole ? reference - 0.5 : reference;
  return {
    of: (value) => Math.floor((value - origin) / step),
    edge: (bin) => Number((origin + bin * step).toPrecision(12)),
  };
}

/**
 * Counts of the finite values of each series, in the same bins of one round width, from the least value of all to the
 * greatest. Empty where there is no value.
 */
export function binsOfEach(series: readonly ArrayLike<number>[], reference = 0, shares = false): Bin[][] {
  const finite = series.map((values) => Array.from(values).filter(Number.isFinite));
  const sorted = finite.flat().sort((a, b) => a - b);
  if (sorted.length === 0) return finite.map(() => []);
  const bins = binsFor(sorted, reference, shares);
  const [first, last] = [bins.of(sorted[0]), bins.of(sorted[sorted.length - 1])];
  return finite.map((values) => {
    const counted = Array.from({ length: last - first + 1 }, (_, at) => ({
      low: bins.edge(first + at),
      high: bins.edge(first + at + 1),
      count: 0,
    }));
    for (const value of values) counted[bins.of(value) - first].count++;
    return counted;
  });
}

/** The bins of one series. */
export const binsOf = (values: ArrayLike<number>, reference = 0, shares = false): Bin[] =>
  binsOfEach([values], reference, shares)[0];

/**
 * Draws how worlds differ: how many of them have each value, their mean, and a value to compare with. Missing values
 * are left out.
 */
export function worldsHistogram(
  values: ArrayLike<number>,
  { xLabel, yLabel = "worlds", percent = false, reference, ...drawn }: HistogramOptions,
): Element {
  const who = "worlds histogram";
  const there = Array.from(values).filter(Number.isFinite);
  if (there.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no world has a value.");
  const { width } = drawn;
  const bins = binsOf(there, reference?.value, percent);
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
  const least = Math.min(bins[0].low, reference?.value ?? Infinity);
  const most = Math.max(bins[bins.length - 1].high, reference?.value ?? -Infinity);
  const round = axisOf([least, most], { most: Math.max(2, Math.floor(width / 90)) });
  const x = {
    domain: [least, most] as [number, number],
    ticks: round.ticks.filter((tick) => tick >= least && tick <= most),
  };
  const y = axisOf([0, ...bins.map(({ count }) => count)], { most: 5, whole: true });
  const height = width < NARROW ? 200 : 240;
  const lines = [
    { value: mean, label: `mean ${(percent ? percentText : shortText)(mean)}`, dash: "none" },
    ...(reference ? [reference] : []),
  ];
  const { options, titles } = framed({
    width,
    height,
    x,
    y,
    xLabel,
    yLabel,
    xText: percent ? percentTick : tickText,
    above: lines.length * LINE,
  });
  const below = ({ low, high }: Bin): boolean => reference !== undefined && (low + high) / 2 < reference.value;
  const across = width - options.marginLeft - options.marginRight;
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridY(y.ticks, GRID),
      Plot.rectY(bins, {
        x1: "low",
        x2: "high",
        y: "count",
        inset: 0.5,
        fill: (bin: Bin) => (below(bin) ? LOSS : GAIN),
        fillOpacity: 0.9,
      }),
      Plot.ruleY([0]),
      ...lines.flatMap((line, at) => referenceLine(line, across, x.domain, -4 - LINE * (lines.length - 1 - at))),
      ...titles,
    ],
  });
}

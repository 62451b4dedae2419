import * as Plot from "@observablehq/plot";
import { type ChartAxis, axisOf } from "./axes.ts";
import { key } from "./key.ts";
import { base, type Drawn, GAIN, GRID, LINE, LOSS, NARROW, PAPER, QUIET, textLines, textWidth } from "./look.ts";
import { shortText } from "../numbers.ts";
import { referenceLine } from "./reference-line.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";
import { unitFor } from "../money.ts";

/** The outcome at the low and the high end of an assumption, all else as in the base; NaN where it is missing. */
export type TornadoRow = {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly lowLabel?: string;
  readonly highLabel?: string;
};

export interface TornadoOptions extends Drawn {
  /** The outcome with every assumption in its middle. */
  base: number;
  unit: string;
  /** The name of the outcome, for the axis. */
  label?: string;
}

/** The distance between the ends; −1 for rows with one end or none, which come last. */
const widthOf = ({ low, high }: TornadoRow): number =>
  Number.isFinite(low) && Number.isFinite(high) ? Math.abs(high - low) : -1;

/** Rows with the widest bar first; those of equal width as given. */
export const widestFirst = (rows: readonly TornadoRow[]): TornadoRow[] =>
  [...rows].sort((a, b) => widthOf(b) - widthOf(a));

/**
 * Shows which assumption matters most: a bar from the base to the outcome at each end, the widest on top. Hue, and the
 * value next to a bar, tell its end. Throws `RangeError` where the base is not a number.
 */
export function tornadoChart(
  rows: readonly TornadoRow[],
  { base: middle, unit, label = "outcome", ...drawn }: TornadoOptions,
): Element {
  const who = "tornado";
  if (!Number.isFinite(middle)) throw new RangeError(`${who}: base must be a number, got ${middle}`);
  if (!rows.some(hasEnd)) return sentence(who, drawn, "There is nothing to draw yet: no assumption was varied.");
  const { width } = drawn;
  const sorted = widestFirst(rows);
  const { by, text: unitText } = unitFor([middle, ...sorted.flatMap(({ low, high }) => [low, high])], unit);
  const bars = barsOf(sorted, middle, by);
  const narrow = width < NARROW;
  const names = sorted.map(({ name, lowLabel = "low", highLabel = "high" }) =>
    narrow ? `${name}: ${lowLabel}, then ${highLabel}` : name,
  );
  const axis = axisOf([middle / by, ...bars.map(({ end }) => end)], { most: narrow ? 4 : 6 });
  const legend = key(ENDS, width);
  const frame = {
    width,
    title: `${label} (${unitText})`,
    thick: narrow ? 24 : 30,
    above: legend.height + LINE + 4,
  };
  const domain = narrow ? axis.domain : withRoom(axis, bars, rowLayout(names, { ...frame, axis }).across);
  const { options, titles, across, pixel } = rowLayout(names, { ...frame, axis: { ...axis, domain } });
  const thick = (narrow ? 9 : 10) * pixel;
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.rect(bars, {
        x1: () => middle / by,
        x2: "end",
        y1: (bar: { at: number }) => bar.at - thick,
        y2: (bar: { at: number }) => bar.at + thick,
        fill: "hue",
        fillOpacity: 0.9,
        className: "bars",
      }),
      ...referenceLine({ value: middle / by, label: `base ${shortText(middle / by)}` }, across, domain),
      ...(narrow ? [] : endTexts(bars)),
      noValue(sorted, middle / by),
      ...legend.marks(options.marginLeft, options.marginTop),
      ...titles,
    ],
  });
}

const ENDS = [
  { text: "at its low end", hue: LOSS, shape: "square" },
  { text: "at its high end", hue: GAIN, shape: "square" },
] as const;

const hasEnd = ({ low, high }: TornadoRow): boolean => Number.isFinite(low) || Number.isFinite(high);

/** A bar for each end that is known; `left` says on which side of the base its text stands. */
const barsOf = (sorted: readonly TornadoRow[], middle: number, by: number) =>
  sorted
    .flatMap(({ low, high, lowLabel = "low", highLabel = "high" }, at) => [
      { at, end: low / by, text: lowLabel, hue: LOSS, left: low <= high ? low <= middle : low < middle },
      { at, end: high / by, text: highLabel, hue: GAIN, left: high < low ? high <= middle : high < middle },
    ])
    .filter(({ end }) => Number.isFinite(end));
type Bar = ReturnType<typeof barsOf>[number];

/** The ends of the axis with room on both sides for what each end of a bar stands for. */
function withRoom({ domain: [least, most] }: ChartAxis, bars: readonly Bar[], across: number): [number, number] {
  const side = Math.min(120, Math.max(...bars.map(({ text }) => textWidth(text))) + 12);
  const room = ((most - least) * side) / Math.max(1, across - 2 * side);
  return [least - room, most + room];
}

/** What the end of each bar stands for, next to it. */
const endTexts = (bars: readonly Bar[]): Plot.Markish[] =>
  [true, false].map((left) =>
    Plot.text(
      bars.filter((bar) => bar.left === left),
      {
        x: "end",
        y: "at",
        text: ({ text }: { text: string }) => textLines(text, 110, 1)[0],
        textAnchor: left ? "end" : "start",
        dx: left ? -5 : 5,
        stroke: PAPER,
        strokeWidth: 3,
        fill: "currentColor",
      },
    ),
  );

/** "no value" at the base for an assumption without ends. */
const noValue = (sorted: readonly TornadoRow[], middle: number): Plot.Markish =>
  Plot.text(
    sorted.flatMap((row, at) => (hasEnd(row) ? [] : [{ at }])),
    {
      x: () => middle,
      y: "at",
      text: () => "no value",
      textAnchor: "start",
      dx: 6,
      fill: QUIET,
      fontStyle: "italic",
    },
  );

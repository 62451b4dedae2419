import * as Plot from "@observablehq/plot";
import { BOLD, LINE, TEXT, textLines, textWidth } from "./look.ts";
import { tickText } from "../numbers.ts";

/** An axis: its ends, and the ticks between them. */
export interface ChartAxis {
  domain: [number, number];
  ticks: number[];
  /** Equal distances are equal multiples. */
  log?: boolean;
}

/**
 * An axis over the finite values, with at most `most` steps of 1, 2 or 5 times a power of ten; whole steps with
 * `whole`. Where all values are equal, or there are none, the axis surrounds them.
 */
export function axisOf(values: Iterable<number>, { most = 6, whole = false } = {}): ChartAxis {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  if (low > high) [low, high] = [0, 1];
  if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) / 2, low + Math.abs(low) / 2];
  const round = roundUp((high - low) / most);
  const step = whole ? Math.max(1, round) : round;
  const [from, to] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toPrecision(12)));
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks };
}

/** 1, 2 or 5 times a power of ten, at least `step`. */
export function roundUp(step: number): number {
  const power = Number(`1e${Math.floor(Math.log10(step))}`);
  return [1, 2, 5].map((times) => times * power).find((one) => one >= step * (1 - 1e-9)) ?? 10 * power;
}

/** An axis by powers of ten that contains both values, which must be above 0. */
export function powers(low: number, high: number): ChartAxis {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => Number(`1e${from + at}`));
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks, log: true };
}

/** An axis as Plot takes it. */
export const scaleOf = ({ log = false, domain, ticks }: ChartAxis, tickFormat: (value: number) => string) =>
  ({ type: log ? "log" : "linear", domain, label: null, ticks, tickFormat }) as const;

/** The finite values, and 0 unless all are so far from it that their differences would not show. */
export function withZero(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b), Infinity),
    finite.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  return low > 0 && low < high / 2 ? [0, ...finite] : high < 0 && high > low / 2 ? [0, ...finite] : finite;
}

/** The lines of a title as one mark. */
export const titleText = (lines: readonly string[], place: Plot.TextOptions): Plot.Markish =>
  Plot.text([lines.join("\n")], { text: (text: string) => text, fontWeight: 600, lineHeight: LINE / TEXT, ...place });

/** How far a title in the middle of the frame must move to stay on the drawing, in pixels. */
export function titleShift(lines: readonly string[], width: number, marginLeft: number, marginRight: number): number {
  const middle = (marginLeft + width - marginRight) / 2;
  const half = Math.max(0, ...lines.map((line) => textWidth(line, BOLD))) / 2 + 4;
  return Math.max(half - middle, 0) + Math.min(width - middle - half, 0);
}

/**
 * Both axes of a chart, with room for ticks and titles. The title of y is above the chart, with `above` pixels between;
 * an empty title takes no room.
 */
export function framed({
  width,
  height,
  x,
  y,
  xLabel,
  yLabel,
  xText = tickText,
  yText = tickText,
  marginRight: atRight = 18,
  above = 0,
}: {
  width: number;
  height: number;
  x: ChartAxis;
  y: ChartAxis;
  xLabel: string;
  yLabel: string;
  xText?: (value: number) => string;
  yText?: (value: number) => string;
  marginRight?: number;
  above?: number;
}) {
  const ends = x.ticks.map((tick) => textWidth(xText(tick)) / 2 + 4);
  const marginLeft = Math.max(ends[0] ?? 0, Math.max(...y.ticks.map((tick) => textWidth(yText(tick)))) + 16);
  const marginRight = Math.max(ends[ends.length - 1] ?? 0, atRight);
  const lines = (label: string): string[] => (label === "" ? [] : textLines(label, width - 8, 3, BOLD));
  const [top, bottom] = [lines(yLabel), lines(xLabel)];
  const [marginTop, marginBottom] = [top.length * LINE + 16 + above, bottom.length * LINE + 32];
  const options = {
    height: height + marginTop + marginBottom,
    marginTop,
    marginBottom,
    marginLeft,
    marginRight,
    x: scaleOf(x, xText),
    y: { ...scaleOf(y, yText), tickSize: 0 },
  } as const;
  const titles = [
    titleText(top, { frameAnchor: "top-left", lineAnchor: "top", dx: 4 - marginLeft, dy: -marginTop + 2 }),
    titleText(bottom, {
      frameAnchor: "bottom",
      lineAnchor: "bottom",
      dx: titleShift(bottom, width, marginLeft, marginRight),
      dy: marginBottom - 4,
    }),
  ];
  return { options, titles };
}

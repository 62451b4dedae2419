import * as Plot from "@observablehq/plot";
import { type DataRow } from "../row.ts";
import { type ChartAxis, axisOf, framed, withZero } from "./axes.ts";
import {
  base,
  BOLD,
  dashOf,
  type Drawn,
  GRID,
  hueOf,
  LINE,
  NARROW,
  PAPER,
  shapeOf,
  textLines,
  textWidth,
} from "./look.ts";
import { percentTick } from "../shares.ts";
import { tickText } from "../numbers.ts";
import { has, numbersOf, textsOf } from "./columns.ts";
import { sentence } from "./sentence.ts";

/** A row is a place on x, a mean, and the interval around it; `q05` and `q95` hold nine worlds in ten. */
export type FanRow = DataRow & { mean: number; low?: number; high?: number; q05?: number; q95?: number };

export interface FanOptions extends Drawn {
  /** The column along x, of numbers. */
  x: string;
  /** The column that tells series apart. */
  series?: string;
  xLabel: string;
  yLabel: string;
  /** Values are shares, shown as percentages. */
  yPercent?: boolean;
  /** The axes, where the chart should not make its own: that of y, whether x is logarithmic, and the ticks of x. */
  yAxis?: ChartAxis;
  xLog?: boolean;
  xTicks?: readonly number[];
  xText?: (value: number) => string;
  /** Draws no names at the ends of series, since there is a key next to the chart. */
  nameless?: boolean;
  /** Single values, drawn as rings over the lines; `about` shows when a reader points at one. */
  rings?: readonly Ring[];
}

export interface Ring {
  x: number;
  y: number;
  /** Radius in pixels; 4 unless stated. */
  r?: number;
  about: string;
}

interface Point {
  x: number;
  series: string;
  mean: number;
  low: number;
  high: number;
  q05: number;
  q95: number;
}

/** With more places on x than this, means have no dots. */
const MOST_DOTS = 25;
/** Between names at the ends of lines, in pixels. */
const GAP = 4;

/**
 * Draws the mean along x as a line, its interval as a band, and the worlds from the 5th to the 95th percentile as a
 * paler band; rings are single values. Series differ by hue, dash and shape and are named where they end. A line breaks
 * where the mean is missing. Throws `RangeError` for a column that is missing or not of numbers.
 */
export function fanChart(rows: readonly FanRow[], options: FanOptions): Element {
  const { x, series, xLabel, yLabel, yPercent = false, yAxis: own, xLog = false, xTicks, xText = tickText } = options;
  const { nameless = series === undefined, rings = [], width, document } = options;
  const drawn = { width, document };
  const points = pointsOf(rows, x, series);
  const seen = points.filter((point) => Number.isFinite(point.x) && Number.isFinite(point.mean));
  if (seen.length === 0) return sentence("fan chart", drawn, "There is nothing to draw yet: no row has a mean.");
  const names = [...new Set(points.map((point) => point.series))];
  const room = nameless ? 18 : nameRoom(names, width);
  const labels = names.map((name) => textLines(name, room - 26, 4, BOLD));
  const tall = nameless ? 0 : labels.reduce((sum, lines) => sum + lines.length * LINE + GAP, 0);
  const height = Math.max(width < NARROW ? 220 : 280, tall);
  const xs = [...seen.map((point) => point.x), ...rings.map((ring) => ring.x)];
  const yAxis = own ?? axisOf(withZero([...seen.flatMap(valuesOf), ...rings.map((ring) => ring.y)]));
  const xAxis = { ...along(xs, width - room), ...(xTicks && { ticks: [...xTicks] }), log: xLog };
  const { options: frame, titles } = framed({
    width,
    height,
    x: xAxis,
    y: yAxis,
    xLabel,
    yLabel,
    xText,
    yText: yPercent ? percentTick : tickText,
    marginRight: room,
  });
  const dotted = new Set(xs).size <= MOST_DOTS;
  const across = width - frame.marginLeft - frame.marginRight;
  return Plot.plot({
    ...base("fan chart", drawn),
    ...frame,
    r: { type: "identity" },
    marks: [
      Plot.gridY(yAxis.ticks, GRID),
      ...names.flatMap((name, at) =>
        seriesMarks(
          points.filter((point) => point.series === name && Number.isFinite(point.x)),
          at,
          dotted,
        ),
      ),
      ringMarks(rings),
      ...(nameless ? [] : endNames(names, labels, seen, { xAxis, yAxis, height, across })),
      ...titles,
    ],
  });
}

const valuesOf = ({ mean, low, high, q05, q95 }: Point): number[] => [mean, low, high, q05, q95];

/** The width kept for names at the ends of lines. */
const nameRoom = (names: readonly string[], width: number): number =>
  Math.min(
    Math.max(...names.map((name) => textWidth(name, BOLD))) + 26,
    Math.round(width * (width < NARROW ? 0.36 : 0.3)),
  );

/** The bands, the line and, where they are `dotted`, the means of a series. */
function seriesMarks(points: readonly Point[], at: number, dotted: boolean): Plot.Markish[] {
  const own = [...points].sort((a, b) => a.x - b.x);
  const [stroke, strokeDasharray] = [hueOf(at), dashOf(at)];
  const band = (y1: keyof Point, y2: keyof Point, fillOpacity: number): Plot.Markish =>
    Plot.areaY(own, { x: "x", y1, y2, fill: stroke, fillOpacity, className: "band" });
  const means = {
    x: "x",
    y: "mean",
    symbol: shapeOf(at),
    fill: stroke,
    stroke: PAPER,
    strokeWidth: 0.75,
    r: 3.5,
    className: "mean",
  } as const;
  return [
    band("q05", "q95", 0.11),
    band("low", "high", 0.25),
    Plot.lineY(own, { x: "x", y: "mean", stroke, strokeDasharray, strokeWidth: 2, className: "line" }),
    ...(dotted ? [Plot.dot(own, means)] : []),
  ];
}

const ringMarks = (rings: readonly Ring[]): Plot.Markish =>
  Plot.dot(rings, {
    x: "x",
    y: "y",
    r: ({ r = 4 }: Ring) => r,
    stroke: "currentColor",
    strokeWidth: 1.5,
    title: "about",
    className: "ring",
  });

function pointsOf(rows: readonly FanRow[], x: string, series: string | undefined): Point[] {
  const who = "fan chart";
  const column = (name: string): number[] => (has(rows, name) ? numbersOf(who, rows, name) : rows.map(() => NaN));
  const [xs, means, names] = [
    numbersOf(who, rows, x),
    numbersOf(who, rows, "mean"),
    series === undefined ? rows.map(() => "") : textsOf(who, rows, series),
  ];
  const [low, high, q05, q95] = ["low", "high", "q05", "q95"].map((name) =>
    column(name).map((value) => (Number.isFinite(value) ? value : NaN)),
  );
  return rows.map((_, at) => ({
    x: xs[at],
    series: names[at],
    mean: means[at],
    low: low[at],
    high: high[at],
    q05: q05[at],
    q95: q95[at],
  }));
}

/** The axis along x begins and ends with the data, not at a round number. */
function along(xs: readonly number[], width: number): ChartAxis {
  const [low, high] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const { domain, ticks } = axisOf(xs, {
    most: Math.max(2, Math.floor(width / 70)),
    whole: xs.every(Number.isInteger),
  });
  return low === high
    ? { domain, ticks }
    : { domain: [low, high], ticks: ticks.filter((tick) => tick >= low && tick <= high) };
}

/** Puts each name next to the end of its line, moved up or down until none covers another, with a tie to its line. */
function endNames(
  names: readonly string[],
  labels: readonly string[][],
  seen: readonly Point[],
  { xAxis, yAxis, height, across }: { xAxis: ChartAxis; yAxis: ChartAxis; height: number; across: number },
): Plot.Markish[] {
  const [bottom, top] = yAxis.domain;
  const [first, last] = xAxis.domain;
  const beyond = xAxis.log ? last * (last / first) ** (16 / across) : last + (16 / across) * (last - first);
  const ends = names
    .flatMap((name, at) => {
      const own = seen.filter((point) => point.series === name);
      if (own.length === 0) return [];
      const end = own.reduce((a, b) => (b.x >= a.x ? b : a));
      const half = (labels[at].length * LINE + GAP) / 2;
      return [{ at, end, lines: labels[at], half, place: ((top - end.mean) / (top - bottom)) * height }];
    })
    .sort((a, b) => a.place - b.place || a.at - b.at);
  const places = apart(
    ends.map(({ place }) => place),
    ends.map(({ half }) => half),
    height,
  );
  return ends.flatMap(({ at, end, lines }, order) => {
    const y = top - (places[order] / height) * (top - bottom);
    const tie = [{ x1: end.x, y1: end.mean, x2: beyond, y2: y }];
    return [
      Plot.link(tie, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: hueOf(at), strokeOpacity: 0.6, strokeWidth: 1 }),
      Plot.text([{ x: last, y, text: lines.join("\n") }], {
        x: "x",
        y: "y",
        dx: 20,
        text: "text",
        textAnchor: "start",
        lineHeight: LINE / 12,
        fill: hueOf(at),
        fontWeight: 600,
      }),
    ];
  });
}

/**
 * Moves places, in rising order, so that each has its half of `halves` free on both sides and all lie between 0 and
 * `height`, which must be enough for them.
 */
export function apart(places: readonly number[], halves: readonly number[], height: number): number[] {
  const moved = [...places];
  let edge = 0;
  for (let at = 0; at < moved.length; at++) {
    moved[at] = Math.max(moved[at], edge + halves[at]);
    edge = moved[at] + halves[at];
  }
  edge = height;
  for (let at = moved.length - 1; at >= 0; at--) {
    moved[at] = Math.min(moved[at], edge - halves[at]);
    edge = moved[at] - halves[at];
  }
  return moved;
}

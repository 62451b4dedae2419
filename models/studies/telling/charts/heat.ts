import * as Plot from "@observablehq/plot";
import { type DataRow } from "../row.ts";
import { titleShift, titleText } from "./axes.ts";
import {
  base,
  BOLD,
  type Drawn,
  LINE,
  LOSS,
  MISSING,
  NARROW,
  PALE,
  PAPER,
  STRONG,
  textLines,
  textWidth,
} from "./look.ts";
import { percentText } from "../shares.ts";
import { shortText } from "../numbers.ts";
import { ramp } from "./ramp.ts";
import { numbersOf, known } from "./columns.ts";
import { sentence } from "./sentence.ts";

export interface HeatOptions extends Drawn {
  /** The columns across and upward: numbers in rising order, or words in the order in which they come. */
  x: string;
  y: string;
  /** The column of numbers shown as shade. */
  value: string;
  labels: { readonly x: string; readonly y: string; readonly value: string };
  /** Values are shares, shown as percentages. */
  percent?: boolean;
  /** The text in the cell of each row, instead of its value to three digits. */
  texts?: readonly string[];
  /** The values of the palest and the strongest shade, where several maps share them. */
  range?: readonly [number, number];
  /** A point, or a curve such as a theoretical boundary; both axes must be of numbers. */
  mark?: { readonly label: string; readonly points: readonly { readonly x: number; readonly y: number }[] };
}

type Place = string | number;

/**
 * Draws a two-way sweep as a map: pale is little, strong is much, in light and dark alike, and the value stands in the
 * cell where there is room. A missing value has a hue of its own. Points of the mark between two places stand between
 * their cells, in proportion; those beyond the map are left out. Throws `RangeError` where two rows are of one cell.
 */
export function heatChart(rows: readonly DataRow[], options: HeatOptions): Element {
  const who = "heat map";
  const { x, y, value, labels, percent = false, texts, range, mark, ...drawn } = options;
  const values = numbersOf(who, rows, value);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no row has a value.");
  const [across, up] = [placesOf(who, rows, x), placesOf(who, rows, y)];
  const say = percent ? percentText : shortText;
  const [least, most] = range ?? [finite.reduce((a, b) => Math.min(a, b)), finite.reduce((a, b) => Math.max(a, b))];
  const cells = rows.map((row, at) => ({
    x: across.indexOf(row[x] as Place),
    y: up.indexOf(row[y] as Place),
    value: values[at],
    text: texts?.[at] ?? say(values[at]),
    share: most > least ? (values[at] - least) / (most - least) : 0,
  }));
  refuseSharedCells(who, cells, { x, y, across, up });
  const frame = frameOf(across, up, labels, drawn.width);
  const legend = ramp({
    label: labels.value,
    low: say(least),
    high: say(most),
    width: drawn.width,
    missing: finite.length < values.length,
    mark: mark?.label,
  });
  const marginTop = legend.height + frame.above;
  return Plot.plot({
    ...base(who, drawn),
    ...frame.options,
    marginTop,
    height: frame.high * up.length + marginTop + frame.options.marginBottom,
    marks: [
      ...cellMarks(cells, frame.wide),
      ...(mark ? marked(mark.points, across, up) : []),
      ...legend.marks(frame.options.marginLeft, marginTop),
      ...frame.titles,
    ],
  });
}

interface Cell {
  x: number;
  y: number;
  value: number;
  text: string;
  /** Where the value lies in the range, from 0 to 1. */
  share: number;
}

interface Places {
  x: string;
  y: string;
  across: readonly Place[];
  up: readonly Place[];
}

/** Throws where two rows are of one cell. */
function refuseSharedCells(who: string, cells: readonly Cell[], { x, y, across, up }: Places): void {
  const seen = new Set<number>();
  for (const cell of cells) {
    const own = cell.y * across.length + cell.x;
    if (seen.has(own))
      throw new RangeError(`${who}: a cell must have one value, got two at ${x} ${across[cell.x]}, ${y} ${up[cell.y]}`);
    seen.add(own);
  }
}

/** How large cells are, and the axes and titles around them; `above` is what the title of y takes on top. */
function frameOf(across: readonly Place[], up: readonly Place[], labels: HeatOptions["labels"], width: number) {
  const upText = up.map((place) =>
    typeof place === "number" ? numberText(place) : textLines(place, 0.3 * width, 1)[0],
  );
  const marginLeft = Math.max(...upText.map((text) => textWidth(text))) + 14;
  const wide = (width - marginLeft - 12) / across.length;
  const high = Math.min(Math.max((width < NARROW ? 260 : 340) / up.length, 20), 60, Math.max(20, wide));
  const bottom = textLines(labels.x, width - 8, 3, BOLD);
  const top = textLines(`${labels.y} ↑`, width - 8, 3, BOLD);
  const acrossText = across.map((place) =>
    typeof place === "number" ? [numberText(place)] : textLines(place, Math.max(wide - 6, 36), 3),
  );
  const marginBottom = (bottom.length + Math.max(...acrossText.map((lines) => lines.length))) * LINE + 17;
  const options = {
    marginLeft,
    marginRight: 12,
    marginBottom,
    x: {
      type: "linear",
      domain: [-0.5, across.length - 0.5],
      label: null,
      ticks: thinned(acrossText, wide),
      tickFormat: (at: number) => acrossText[at].join("\n"),
    },
    y: {
      type: "linear",
      domain: [-0.5, up.length - 0.5],
      label: null,
      ticks: up.map((_, at) => at),
      tickSize: 0,
      tickFormat: (at: number) => upText[at],
    },
  } satisfies Plot.PlotOptions;
  const titles = [
    titleText(top, { frameAnchor: "top-left", lineAnchor: "bottom", dx: 4 - marginLeft, dy: -6 }),
    titleText(bottom, {
      frameAnchor: "bottom",
      lineAnchor: "bottom",
      dy: marginBottom - 4,
      dx: titleShift(bottom, width, marginLeft, 12),
    }),
  ];
  return { options, titles, wide, high, above: top.length * LINE + 10 };
}

/** The shade of each cell and, where `wide` pixels have room for all of them, the values. */
function cellMarks(cells: readonly Cell[], wide: number): Plot.Markish[] {
  const place = {
    x1: ({ x: at }: Cell) => at - 0.5,
    x2: ({ x: at }: Cell) => at + 0.5,
    y1: ({ y: at }: Cell) => at - 0.5,
    y2: ({ y: at }: Cell) => at + 0.5,
    inset: 0.5,
  };
  const there = cells.filter(({ value }) => Number.isFinite(value));
  const missing = cells.filter(({ value }) => !Number.isFinite(value));
  const readable = wide >= Math.max(...cells.map(({ text }) => textWidth(text))) + 4;
  const texts = { x: "x", y: "y", text: "text", fill: ({ share }: Cell) => inkOn(share), className: "values" } as const;
  return [
    Plot.rect(missing, { ...place, fill: MISSING, className: "missing" }),
    Plot.rect(there, { ...place, fill: PALE }),
    Plot.rect(there, { ...place, fill: STRONG, fillOpacity: "share", className: "shade" }),
    ...(readable ? [Plot.text(cells, texts)] : []),
  ];
}

/** Numbers in rising order where all places are numbers, else words in the order they come. */
function placesOf(who: string, rows: readonly DataRow[], name: string): Place[] {
  known(who, rows, name);
  const places = [...new Set(rows.map((row) => row[name] as Place))];
  const wrong = places.findIndex((place) => typeof place !== "string" && !Number.isFinite(place));
  if (wrong >= 0) throw new RangeError(`${who}: ${name} must be a number or a word in every row, got ${places[wrong]}`);
  return places.every((place) => typeof place === "number") ? places.sort((a, b) => a - b) : places;
}

const numberText = (place: number): string => String(Number(place.toPrecision(6))).replace("-", "−");

/** As many evenly spaced places as have room for their names. */
function thinned(texts: readonly string[][], wide: number): number[] {
  const stride = Math.ceil((Math.max(...texts.flat().map((line) => textWidth(line))) + 6) / wide);
  return texts.flatMap((_, at) => (at % stride === 0 ? [at] : []));
}

/**
 * Ink on a shade from 0 to 1. Between .38 and .54 dark ink reads best on both the light and the dark
 * ramp; so contrast is never below 4 to 1.
 */
const inkOn = (share: number): string => (share > 0.54 ? PAPER : share > 0.38 ? "#10151c" : "currentColor");

/** A ring for a point, a line with a rim of paper for a curve. */
function marked(
  points: readonly { readonly x: number; readonly y: number }[],
  across: readonly Place[],
  up: readonly Place[],
): Plot.Markish[] {
  const placed = points.map((point) => ({ x: between(across, point.x), y: between(up, point.y) }));
  if (placed.length === 1)
    return [
      { stroke: PAPER, strokeWidth: 6 },
      { stroke: LOSS, strokeWidth: 3 },
    ].map((look) => Plot.dot(placed, { x: "x", y: "y", r: 8, ...look, className: "mark" }));
  return [
    { stroke: PAPER, strokeWidth: 5 },
    { stroke: LOSS, strokeWidth: 2.5 },
  ].map((look) => Plot.line(placed, { x: "x", y: "y", ...look, className: "mark" }));
}

/** The position of a number among places, counted in cells; NaN more than half a cell outside, or among words. */
export function between(places: readonly Place[], value: number): number {
  const numbers = places.filter((place) => typeof place === "number");
  if (numbers.length < places.length || numbers.length < 2)
    return numbers.length === 1 && numbers[0] === value ? 0 : NaN;
  const after = numbers.findIndex((place) => place >= value);
  const at = Math.min(Math.max(after === -1 ? numbers.length - 1 : after, 1), numbers.length - 1);
  const place = at - 1 + (value - numbers[at - 1]) / (numbers[at] - numbers[at - 1]);
  return place >= -0.5 && place <= numbers.length - 0.5 ? place : NaN;
}

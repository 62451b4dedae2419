import { clean } from "../text.ts";
import { colour } from "./hues.ts";

/** The width of a chart and the document it is drawn in; outside a browser the caller provides the document. */
export interface Drawn {
  /** In pixels. */
  width: number;
  document?: Document;
}

/** Hues of series. */
export const HUES = ([1, 2, 3, 4, 5, 6] as const).map(colour);
export const [GAIN, LOSS, THIRD] = HUES;
export const [PALE, STRONG, MISSING] = (["low", "high", "missing"] as const).map(colour);
export const QUIET = "var(--soft, #4d5763)";
export const PAPER = "var(--theme-background, #ffffff)";

/** Five dashes and six hues: thirty series before two look alike. */
const DASHES = ["none", "7 4", "2 3", "10 3 2 3", "4 2"];
/** Seven shapes for six hues: no two of forty-two groups look alike. */
export const SHAPES = ["circle", "square", "triangle", "diamond", "star", "cross", "triangle2"] as const;
export const hueOf = (at: number): string => HUES[at % HUES.length];
export const dashOf = (at: number): string => DASHES[at % DASHES.length];
export const shapeOf = (at: number): (typeof SHAPES)[number] => SHAPES[at % SHAPES.length];

export const TEXT = 12;
/** Bold letters are as wide as plain ones of this size. */
export const BOLD = 1.15 * TEXT;
export const LINE = 15;
/** Below this width labels of rows stand above their rows. */
export const NARROW = 520;
export const GRID = { strokeOpacity: 0.12 };

/** The options that all Plot charts share. Throws `RangeError` unless the width is a positive number. */
export function base(who: string, { width, document }: Drawn) {
  if (!(width > 0 && width < Infinity)) throw new RangeError(`${who}: width must be a number above 0, got ${width}`);
  const style = {
    fontFamily: "var(--sans-serif, system-ui, sans-serif)",
    fontSize: `${TEXT}px`,
    background: "transparent",
    overflow: "visible",
  };
  return { width, style, ...(document && { document }) };
}

const WIDTHS: [RegExp, number][] = [
  [/[iljtfI.,:;'|!()[\] ]/, 0.34],
  [/[mwMW@%—]/, 0.9],
  [/[A-HJ-LN-VX-Z0-9+=−<>#]/, 0.68],
  [/[\u1100-\uffff]/, 1],
];

/**
 * The width of one line of text in pixels, the same in every browser and without one: that of DejaVu Sans, the widest
 * of the usual typefaces.
 */
export function textWidth(text: string, size = TEXT): number {
  let ems = 0;
  for (const letter of text) ems += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.61;
  return Math.ceil(ems * size);
}

/** Text in at most `most` lines of `width` pixels; a text that does not fit ends in “…”. At least one line. */
export function textLines(text: string, width: number, most = 3, size = TEXT): string[] {
  const fits = (part: string): boolean => textWidth(part, size) <= width;
  const lines = [""];
  for (const word of text.trim().split(/\s+/).map(clean)) {
    const line = lines[lines.length - 1];
    if (line === "" || fits(`${line} ${word}`)) lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] += "…";
  return kept.map((line) => (fits(line) ? line : cut(line, fits)));
}

function cut(line: string, fits: (part: string) => boolean): string {
  const letters = Array.from(line.replace(/…$/, ""));
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("")}…`;
}

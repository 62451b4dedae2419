import { type ColourName, DARK, LIGHT } from "../../models/studies/telling/charts/hues.ts";

/** How many categories have a colour. */
export const MOST_CATEGORIES = 7;
/** Shades of the ramp: as many as batches of nodes to draw. */
const SHADES = 12;

/** What a value looks like: the number of its colour, NaN included. */
export interface Scale {
  kind: "categories" | "ramp";
  /** The categories in rising order, or the ends of the ramp. */
  values: readonly number[];
  /** How many colours there are; the last stands for missing values. */
  size: number;
  /** Which colour a value has, from 0. */
  of(value: number): number;
  /** The number of the colour of −1 where a ramp of whole numbers has it, for "never"; else none. */
  never?: number;
}

/**
 * Categories where all values are whole and at most seven, else a ramp from the least to the most. In a
 * ramp of steps −1 stands for never, as models have it, and is no place on the ramp.
 * Missing values (NaN) have a colour of their own. Time grows with moments times nodes.
 */
export function scaleOf(frames: readonly ArrayLike<number>[]): Scale {
  const distinct = new Set<number>();
  let [low, high, whole] = [Infinity, -Infinity, true];
  for (const frame of frames) {
    for (let i = 0; i < frame.length; i++) {
      const value = frame[i];
      if (Number.isNaN(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
      whole &&= Number.isInteger(value);
      if (whole && distinct.size <= MOST_CATEGORIES) distinct.add(value);
    }
  }
  if (whole && distinct.size <= MOST_CATEGORIES) {
    const values = [...distinct].sort((a, b) => a - b);
    const place = new Map(values.map((value, at) => [value, at]));
    return { kind: "categories", values, size: values.length + 1, of: (value) => place.get(value) ?? values.length };
  }
  const never = whole && low === -1;
  const least = never ? 0 : low;
  const shade = (value: number): number =>
    high > least ? Math.min(SHADES - 1, Math.floor(((value - least) / (high - least)) * SHADES)) : 0;
  const of = (value: number): number =>
    Number.isNaN(value) ? SHADES + 1 : never && value === -1 ? SHADES : shade(value);
  return { kind: "ramp", values: [least, high], size: SHADES + 2, of, ...(never && { never: SHADES }) };
}

/** The colours of a scale where `host` stands: by its CSS variables, else by whether the reader prefers dark. */
export function coloursOf(scale: Scale, host: Element): string[] {
  const colour = readColours(host);
  const missing = colour("missing");
  if (scale.kind === "categories") return [...hueNumbers(scale.values).map((hue) => colour(hue)), missing];
  const [low, high] = [channels(colour("low")), channels(colour("high"))];
  const mixed = Array.from({ length: SHADES }, (_, at) =>
    low.map((part, c) => Math.round(part + ((high[c] - part) * at) / (SHADES - 1))),
  );
  return [...mixed.map(([red, green, blue]) => `rgb(${red}, ${green}, ${blue})`), colour(0), missing];
}

/** The place of the neutral category: −1, for never, where there is one, else 0; none where there is neither. */
export const neutralPlace = (values: readonly number[]): number => values.indexOf(values.includes(-1) ? -1 : 0);

function hueNumbers(values: readonly number[]): ColourName[] {
  const neutral = neutralPlace(values);
  let next = 1;
  return values.map((_, at) => (at === neutral ? 0 : next++ % MOST_CATEGORIES) as ColourName);
}

/** A colour by its name, as the page sets it where `host` stands. */
export function readColours(host: Element): (name: ColourName) => string {
  const style = getComputedStyle(host);
  const usual = matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
  return (name) => style.getPropertyValue(`--view-${name}`).trim() || usual[name];
}

function channels(colour: string): number[] {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
  if (!parts) throw new RangeError(`palette: the ends of the ramp must be colours as #rrggbb, got ${colour}`);
  return parts.map((part) => parseInt(part, 16));
}

const acts = new WeakMap<Element, () => void>();

/** Calls `act` when the reader changes between light and dark, for as long as `host` is used at all. */
export function whenThemeChanges(host: Element, act: () => void): void {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const held = new WeakRef(host); // a page that runs for hours replaces its figures often
  acts.set(host, act);
  const listen = (): void => {
    const found = held.deref();
    if (found) acts.get(found)?.();
    else query.removeEventListener("change", listen);
  };
  query.addEventListener("change", listen);
}

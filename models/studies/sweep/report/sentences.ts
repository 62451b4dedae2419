import { count, estimate } from "../../telling/numbers.ts";
import { type Labels } from "./labels.ts";
import { clean } from "../../telling/text.ts";
import { type Point, type Results, variedAxes } from "../results.ts";

/** A space at which no line breaks. */
const JOIN = "\u00a0";
export const SURE = `95${JOIN}% interval`;

/** `45.3 customers`, `a share of 0.42`, `7`. */
export function quantity(text: string, unit: string): string {
  if (!unit) return text;
  return unit === "share" ? `a share of ${text}` : `${text}${JOIN}${clean(unit)}`;
}

/** The same for a difference between two amounts: a difference of shares is a plain number. */
export const between = (text: string, unit: string): string => (unit === "share" ? text : quantity(text, unit));

/** `95 % interval 44.1 to 46.5, 400 worlds`, or the reason why there is none. */
export function evidence(row: { n: number; mean: number; low: number; high: number }, world = "world"): string {
  const worlds = count(row.n, world);
  if (row.n < 2 || !Number.isFinite(row.low) || !Number.isFinite(row.high)) return `${worlds}, no interval`;
  if (row.low === row.high) return `the same in all ${worlds}`;
  const { low, high } = estimate(row);
  return `${SURE} ${low} to ${high}, ${worlds}`;
}

/** Two points in words: what changes, from what, and what stays the same. */
export interface Contrast {
  /** Names of the axes in which they differ. */
  moved: string[];
  to: string;
  from: string;
  /** Empty where nothing stays. */
  rest: string;
}

export function contrast(results: Results, say: Labels, point: Point, against: Point): Contrast {
  const axes = variedAxes(results);
  const differs = axes.filter(({ name }) => point.values[name] !== against.values[name]);
  const stays = axes.filter((axis) => !differs.includes(axis));
  const [only] = differs;
  return {
    moved: differs.map(({ name }) => name),
    to: say.point(point, differs),
    from: differs.length === 1 ? say.value(only.name, against.values[only.name]) : say.point(against, differs),
    rest: stays.length ? say.point(point, stays) : "",
  };
}

import { refuse, shown } from "../core/index.ts";

/** A setting of an axis; a list of texts is a list of node keys. */
export type Setting = number | string | boolean | readonly string[];
export interface ListAxis {
  name: string;
  values: readonly Setting[];
}
/** A whole range, or `count` values in it, both ends included. */
export interface RangeAxis {
  name: string;
  from: number;
  to: number;
  count?: number;
  /** Equal steps, or equal ratios. */
  scale?: "linear" | "log";
  /** Whole numbers only. */
  whole?: boolean;
}
/** A parameter to vary: a list of settings or a range. */
export type Axis = ListAxis | RangeAxis;
/** One setting of every axis. */
export type Point = Record<string, unknown>;

export const isList = (axis: Axis): axis is ListAxis => "values" in axis;

/** What is wrong with the axes, one line per fault; empty if all can be used. */
export function axisFaults(who: string, axes: readonly Axis[]): string[] {
  const names = axes.map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  return [
    ...twice.map((name) => `${who}: axes must have different names, got ${name} twice`),
    ...axes.flatMap((axis) =>
      (isList(axis) ? listFaults(axis) : rangeFaults(axis)).map((fault) => `${who}: ${axis.name}: ${fault}`),
    ),
  ];
}

function listFaults({ values }: ListAxis): string[] {
  if (values.length === 0) return ["values must have at least one entry, got none"];
  const texts = values.map((value) => JSON.stringify(value));
  return texts
    .filter((text, at) => texts.indexOf(text) < at)
    .map((text) => `values must be different, got ${text} twice`);
}

function rangeFaults({ from, to, count, scale, whole }: RangeAxis): string[] {
  const faults: string[] = [];
  if (!Number.isFinite(from) || !Number.isFinite(to))
    faults.push(`from and to must be finite numbers, got ${from} and ${to}`);
  else if (from >= to) faults.push(`from must be below to, got ${from} and ${to}`);
  if (scale === "log" && !(from > 0)) faults.push(`from must be above 0 on a log scale, got ${from}`);
  if (whole && !(Number.isInteger(from) && Number.isInteger(to)))
    faults.push(`from and to must be whole numbers, got ${from} and ${to}`);
  if (count === undefined) return faults;
  if (!Number.isInteger(count) || count < 2)
    faults.push(`count must be a whole number of at least 2, got ${shown(count)}`);
  else if (whole && count > to - from + 1)
    faults.push(`count must be at most ${to - from + 1}, the whole numbers from ${from} to ${to}, got ${count}`);
  return faults;
}

/** Throws `RangeError` for axes that cannot be used, listing all faults. */
export function checkAxes(who: string, axes: readonly Axis[]): void {
  refuse(axisFaults(who, axes));
}

/** Significant digits of grid values, so that the third step of 0.1 is 0.3 in tables, files and hashes. */
const DIGITS = 12;

/**
 * The settings of an axis in a grid, in order: the list, `count` values from `from` to `to`, or every whole number
 * of a range without a count. For whole parameters values are rounded; neighbours that become equal are moved to
 * the next free number. Throws `RangeError` for a range of real numbers without a count.
 */
export function levels(who: string, axis: Axis): readonly Setting[] {
  if (isList(axis)) return axis.values;
  const { name, from, to, count, whole } = axis;
  if (count === undefined) {
    if (!whole)
      throw new RangeError(
        `${who}: ${name}: a range of real numbers requires a count here, as in ${name}=${from}..${to}/5`,
      );
    return Array.from({ length: to - from + 1 }, (_, k) => from + k);
  }
  const places: number[] = [];
  for (let k = 0; k < count; k++) {
    const place = k === 0 ? from : k === count - 1 ? to : Number(between(axis, k / (count - 1)).toPrecision(DIGITS));
    const free = k === 0 ? from : places[k - 1] + 1; // above the values so far, with room for those that follow
    places.push(whole ? Math.min(Math.max(Math.round(place), free), to - (count - 1 - k)) : place);
  }
  return places;
}

/** The setting at share `u` (0 ≤ u < 1) of an axis; list items and whole numbers have equal shares. */
export function settingAt(axis: Axis, u: number): Setting {
  if (isList(axis)) return axis.values[Math.floor(u * axis.values.length)];
  if (!axis.whole) return between(axis, u);
  return Math.min(axis.to, Math.floor(between({ ...axis, to: axis.to + 1 }, u)));
}

/**
 * The value at share `u` between the ends. A log scale halves the range by geometric means, once for each binary
 * digit of u: a square root is the same in every engine, a power is not.
 */
function between({ from, to, scale }: RangeAxis, u: number): number {
  if (scale !== "log") return Math.min(to, from + (to - from) * u);
  let low = from;
  let high = to;
  let rest = u;
  for (let digit = 0; digit < 53 && rest > 0; digit++) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    rest *= 2;
    if (rest >= 1) {
      rest -= 1;
      low = middle;
    } else high = middle;
  }
  return Math.min(to, Math.max(from, low));
}

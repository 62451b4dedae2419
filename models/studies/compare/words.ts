import { decimalsFor, fixed, NOTHING, plain } from "../telling/format.ts";
import { clean } from "../telling/labels.ts";
import { type Interval } from "../../statistics/index.ts";
import { type Unit, weeksOf } from "../brief/units.ts";

/** A mean, or a bound of its interval, to the digits that the interval supports; without an interval three digits. */
export function money(value: number, interval?: Interval): string {
  if (!Number.isFinite(value)) return NOTHING;
  const width = interval ? interval.high - interval.low : NaN;
  if (!(width > 1e-9 * Math.abs(value)))
    return Math.abs(value) >= 100 ? rounded(value, Math.abs(value) / 30) : plain(value, 3);
  const decimals = decimalsFor(width) ?? 0;
  return decimals > 0 ? fixed(value, Math.min(decimals, 2)) : rounded(value, width);
}

/** 41,283 known to within 3,000 reads 41,300; what is not 0 does not read 0. */
function rounded(value: number, width: number): string {
  let unit = Number(`1e${Math.max(0, Math.floor(Math.log10(width / 6)))}`);
  while (unit > 1 && Math.round(value / unit) === 0 && value !== 0) unit /= 10;
  return fixed(Math.round(value / unit) * unit, 0);
}

export const moneyInterval = ({ low, high }: Interval): string =>
  !(Number.isFinite(low) && Number.isFinite(high))
    ? NOTHING
    : `${money(low, { low, high })} to ${money(high, { low, high })}`;

/** The same in small print beside its mean: nothing where nothing varies. */
export const between = (interval: Interval): string =>
  interval.high - interval.low > 1e-9 * Math.abs(interval.high) ? moneyInterval(interval) : "";

/** A name of the brief within a sentence. */
export const named = (name: string): string => `“${clean(name)}”`;

/** A space that no line ends in. */
const JOIN = "\u00a0";

/** `87 %`; never 0 % or 100 % of what has happened, or not always. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return NOTHING;
  if (share > 0 && share < 0.005) return `<1${JOIN}%`;
  if (share < 1 && share >= 0.995) return `>99${JOIN}%`;
  return `${Math.round(100 * share)}${JOIN}%`;
}

/** `week 57`, `month 14`: weeks count from 0, and what is told counts from 1. */
export function times(week: number, unit: Unit): string {
  return Number.isFinite(week) ? `${unit} ${fixed(Math.floor(week / weeksOf(unit)) + 1, 0)}` : NOTHING;
}

/** `24 months`, `104 weeks`. A horizon is told in whole units and rounded to weeks, so that the nearest whole number is what was told; of twice the horizon too. */
export function duration(weeks: number, unit: Unit): string {
  const value = plain(Math.round(weeks / weeksOf(unit)));
  return `${value} ${unit}${value === "1" ? "" : "s"}`;
}

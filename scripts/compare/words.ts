import { decimalsFor, fixed, NOTHING, plain } from "../report/format.ts";
import { clean } from "../report/labels.ts";
import { type Interval } from "../../models/experiments/index.ts";
import { type Unit, weeksOf } from "../brief/units.ts";

/** A mean to the digits that its interval supports, three of its own at least; without an interval four digits. */
export function money(value: number, interval?: Interval): string {
  if (!Number.isFinite(value)) return NOTHING;
  if (!interval || !(interval.high - interval.low > 1e-9 * Math.abs(value))) return rounded(value);
  const decimals = decimalsFor(interval.high - interval.low) ?? 0;
  return decimals > 0 ? fixed(value, Math.min(decimals, 2)) : coarse(value, interval.high - interval.low);
}

/** Money is known to some share of the width of its interval: 41,283 ± 1,500 reads 41,300. */
function coarse(value: number, width: number): string {
  const unit = Number(`1e${Math.max(0, Math.floor(Math.log10(width / 3)))}`);
  return fixed(Math.round(value / unit) * unit, 0);
}
const rounded = (value: number): string => (Math.abs(value) >= 10_000 ? coarse(value, Math.abs(value) / 300) : Math.abs(value) >= 100 ? fixed(value, 0) : plain(value, 3));

export const moneyInterval = ({ low, high }: Interval): string => (!(Number.isFinite(low) && Number.isFinite(high)) ? NOTHING : `${money(low, { low, high })} to ${money(high, { low, high })}`);

/** The same in small print beside its mean: nothing where nothing varies. */
export const between = (interval: Interval): string => (interval.high - interval.low > 1e-9 * Math.abs(interval.high) ? moneyInterval(interval) : "");

/** A name of the brief within a sentence. */
export const named = (name: string): string => `“${clean(name)}”`;

/** `87 %`; never 0 % or 100 % of what has happened, or not always. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return NOTHING;
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share >= 0.995) return ">99 %";
  return `${Math.round(100 * share)} %`;
}

/** `week 57`, `month 14`: weeks count from 0, and what is told counts from 1. */
export function times(week: number, unit: Unit): string {
  return Number.isFinite(week) ? `${unit} ${fixed(Math.floor(week / weeksOf(unit)) + 1, 0)}` : NOTHING;
}

/** `24 months`, `104 weeks`. */
export function duration(weeks: number, unit: Unit): string {
  const value = plain(weeks / weeksOf(unit));
  return `${value} ${unit}${value === "1" ? "" : "s"}`;
}

import { type Interval } from "../../statistics/index.ts";
import { decimalsFor, fixed, NOTHING, plain } from "./numbers.ts";

/** A mean, or a bound of its interval, to the digits that the interval supports; without an interval three digits. */
export function money(value: number, interval?: Interval): string {
  if (!Number.isFinite(value)) return NOTHING;
  const width = interval ? interval.high - interval.low : NaN;
  if (!(width > 1e-9 * Math.abs(value)))
    return Math.abs(value) >= 100 ? rounded(value, Math.abs(value) / 30) : plain(value, 3);
  const decimals = decimalsFor(width) ?? 0;
  return decimals > 0 ? fixed(value, Math.min(decimals, 2)) : rounded(value, width);
}

/** 41,283 known to within 3,000 reads 41,300; only 0 reads 0. */
function rounded(value: number, width: number): string {
  let unit = Number(`1e${Math.max(0, Math.floor(Math.log10(width / 6)))}`);
  while (unit > 1 && Math.round(value / unit) === 0 && value !== 0) unit /= 10;
  return fixed(Math.round(value / unit) * unit, 0);
}

export const moneyInterval = ({ low, high }: Interval): string =>
  !(Number.isFinite(low) && Number.isFinite(high))
    ? NOTHING
    : `${money(low, { low, high })} to ${money(high, { low, high })}`;

/** The interval for small print next to its mean; empty where nothing varies. */
export const between = (interval: Interval): string =>
  interval.high - interval.low > 1e-9 * Math.abs(interval.high) ? moneyInterval(interval) : "";

/** A unit that keeps the numbers of an axis short, and its size in the plain unit. */
export interface Unit {
  by: number;
  /** `thousand EUR`. */
  text: string;
}

/** Thousands, millions or billions of `unit`, where the largest value is at least two of them. */
export function unitFor(values: readonly number[], unit: string): Unit {
  const most = values.reduce((high, value) => (Number.isFinite(value) ? Math.max(high, Math.abs(value)) : high), 0);
  const [by, word] = (
    [
      [1e9, "billion"],
      [1e6, "million"],
      [1e3, "thousand"],
    ] as const
  ).find(([size]) => most >= 2 * size) ?? [1, ""];
  return { by, text: `${word} ${unit}`.trim() };
}

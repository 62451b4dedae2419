/** The text in place of a number that does not exist. */
export const NOTHING = "–";

/** `1,234.50` and `−3.0`: a fixed number of decimals, commas between thousands, a true minus sign. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? NOTHING : value > 0 ? "∞" : "−∞";
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/**
 * The decimals to show for a number known to within `width`: the unit of the last digit is at most a third of the
 * width. 0 for a width of 3 or more; null where there is no width.
 */
export function decimalsFor(width: number): number | null {
  if (!(width > 0) || width === Infinity) return null;
  return Math.min(12, Math.max(0, Math.ceil(-Math.log10(width / 3) - 1e-9)));
}

/** A number alone, to `digits` significant digits, without trailing zeros; thousands never rounded. */
export function plain(value: number, digits = 4): string {
  if (!Number.isFinite(value) || value === 0) return fixed(value, 0);
  const size = Math.abs(value);
  if (size < 1e-6 || size >= 1e15)
    return value.toExponential(2).replace("-", "−").replace("e-", "e−").replace("e+", "e");
  const decimals = Math.min(15, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
  const text = fixed(value, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/**
 * A number to `digits` significant digits without trailing zeros, as it can be typed again: no commas, a hyphen for a
 * minus sign. A dash where the number does not exist.
 */
export const significant = (value: number | null, digits: number): string =>
  value !== null && Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : NOTHING;

/** An estimate and its interval, each to the digits that the interval's width supports. */
export interface EstimateText {
  mean: string;
  low: string;
  high: string;
}

/** Formats a mean with its interval; without an interval (one world, none) the mean stands alone. */
export function estimate({ mean, low, high }: { mean: number; low: number; high: number }): EstimateText {
  let decimals = decimalsFor(high - low);
  if (decimals === null || decimals >= 7) return { mean: plain(mean), low: plain(low), high: plain(high) };
  // A bound just off zero must not read as zero: readers ask whether the interval covers it.
  const vanishes = (value: number): boolean => value !== 0 && !/[1-9]/.test(fixed(value, decimals!));
  while (decimals < 6 && (vanishes(low) || vanishes(high))) decimals++;
  return { mean: fixed(mean, decimals), low: fixed(low, decimals), high: fixed(high, decimals) };
}

/** `1 world`, `2 worlds`, `1,000 worlds`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${fixed(n, 0)} ${n === 1 ? one : many}`;

/** `400`, or `380 to 400` where they differ. */
export function range(numbers: readonly number[]): string {
  let [least, most] = [Infinity, -Infinity];
  for (const n of numbers) [least, most] = [Math.min(least, n), Math.max(most, n)];
  if (!numbers.length) return NOTHING;
  return least === most ? plain(least) : `${plain(least)} to ${plain(most)}`;
}

/** True where the interval excludes zero, so the sign of the difference is clear at 95 %. */
export const clear = ({ low, high }: { low: number; high: number }): boolean => low > 0 || high < 0;

/** A number on an axis in full: at most ten digits, with commas between thousands. */
export function tickText(value: number): string {
  const text = String(Number(value.toPrecision(10)));
  const [whole, part] = text.replace("-", "").split(".");
  if (text.includes("e")) return text.replace("-", "−");
  return `${value < 0 ? "−" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part ? `.${part}` : ""}`;
}

/** A number to three significant digits, thousands rounded too; a dash where it does not exist. */
export const shortText = (value: number): string =>
  Number.isFinite(value) ? value.toLocaleString("en-US", { maximumSignificantDigits: 3 }).replace("-", "−") : NOTHING;

import { element } from "./element.ts";

/** A number in a sentence: rounded for reading, exact in the element's `value`. A missing number (NaN) is a dash. */
export function exact(value: number, shown: (value: number) => string = plain): HTMLDataElement {
  return element("data", { value }, Number.isFinite(value) ? shown(value) : "–");
}

/** Three significant figures without trailing zeros, with separated thousands. */
export function plain(value: number): string {
  const short = Number.isInteger(value) ? value : Number(value.toPrecision(3));
  return Math.abs(short) < 1000 ? short.toString() : short.toLocaleString("en-US");
}

/** Numbers as a list in a sentence, each exact in its `value`: "1, 2 and 3". */
export function exactList(values: readonly number[], shown: (value: number) => string = plain): HTMLElement {
  const between = (at: number): string => (at === 0 ? "" : at === values.length - 1 ? " and " : ", ");
  return element("span", {}, ...values.flatMap((value, at) => [between(at), exact(value, shown)]));
}

/** A share from 0 to 1 as a percentage, which never breaks over two lines. */
export const percent = (share: number): string => `${Number((100 * share).toFixed(1))}\u00a0%`;

/** The 95 % interval of a number in a sentence, in parentheses; it says if the interval is not bounded. */
export function within(
  { low, high }: { low: number; high: number },
  shown: (value: number) => string = plain,
): HTMLElement {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return element("span", {}, "(no bounded 95 % interval)");
  return element("span", {}, "(95 % interval ", exact(low, shown), " to ", exact(high, shown), ")");
}

/**
 * The range that holds nine worlds in ten, in parentheses. It is for measures that are shares, because the interval of
 * their mean may leave the range from 0 to 1.
 */
export function nineInTen(
  { q05, q95 }: { q05: number; q95: number },
  shown: (value: number) => string = percent,
): HTMLElement {
  return element("span", {}, "(nine worlds in ten: ", exact(q05, shown), " to ", exact(q95, shown), ")");
}

/** The singular or plural, by the count. */
export const noun = (count: number, one: string, many: string): string => (count === 1 ? one : many);

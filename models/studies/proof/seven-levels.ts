import { dot } from "../../statistics/index.ts";

/** The level, 0 to 6, of each of five parameters. */
export type Place = readonly number[];

/**
 * 343 of the 16,807 settings of five parameters at seven levels each, such that every three parameters
 * meet in all their 343 settings once: the fourth is the first three added up, the fifth the first plus
 * twice the second plus four times the third, modulo 7.
 */
export function seventh(): Place[] {
  return Array.from({ length: 343 }, (_, k) => {
    const [a, b, c] = [Math.floor(k / 49), Math.floor(k / 7) % 7, k % 7];
    return [a, b, c, (a + b + c) % 7, (a + 2 * b + 4 * c) % 7];
  });
}

/**
 * The weight of each parameter in the least-squares line through `values`, all in standard deviations.
 * Parameters must be balanced, as above: then each weight is a correlation.
 */
export function standardized(places: readonly Place[], values: readonly number[]): number[] {
  const outcome = scores(values);
  return places[0].map((_, k) => dot(scores(places.map((place) => place[k])), outcome) / places.length);
}

function scores(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / spread);
}

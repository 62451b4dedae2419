import { NOTHING, shortText, tickText } from "./numbers.ts";

/** A space at which no line breaks. */
const JOIN = "\u00a0";

/** A share on an axis, as a percentage in full. */
export const percentTick = (share: number): string => `${tickText(100 * share)}${JOIN}%`;

/** A share as a percentage to three significant digits; a dash where it does not exist. */
export const percentText = (share: number): string =>
  Number.isFinite(share) ? `${shortText(100 * share)}${JOIN}%` : NOTHING;

/** A share as a percentage with a fixed number of decimals, for columns of a terminal; a dash where there is none. */
export const percentTo = (share: number, decimals: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(decimals)} %` : NOTHING;

/** The same with a plus sign before what is above 0. */
export const signedPercentTo = (share: number, decimals: number): string =>
  (share > 0 ? "+" : "") + percentTo(share, decimals);

/** `87 %`; 0 % only for never and 100 % only for always. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return NOTHING;
  if (share > 0 && share < 0.005) return `<1${JOIN}%`;
  if (share < 1 && share >= 0.995) return `>99${JOIN}%`;
  return `${Math.round(100 * share)}${JOIN}%`;
}

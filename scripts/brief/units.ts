import { exp, log1p, type Parameter } from "../../models/core/index.ts";

/** The calendar unit of a brief. The market's own is the week. */
export const UNITS = ["week", "month"] as const;
export type Unit = (typeof UNITS)[number];

const WEEKS: Record<Unit, number> = { week: 1, month: 52 / 12 };

/** How many weeks a unit has; a month is a twelfth of 52 weeks. */
export const weeksOf = (unit: Unit): number => WEEKS[unit];

/** True where the value of a parameter depends on the calendar unit. */
export const isTimed = ({ unit = "" }: Pick<Parameter, "unit">): boolean => unit === "weeks" || /\ba week$/.test(unit);

/**
 * A value of the brief as the market wants it. Durations are multiplied, and rounded where whole weeks are
 * wanted; a chance a month becomes the chance a week that adds up to it, 1 − (1 − p)^(12/52); amounts a
 * month are divided. What does not depend on the calendar stays as it is.
 */
export function toWeekly(value: unknown, { kind, unit = "", max = Infinity }: Parameter, calendar: Unit): unknown {
  const weeks = WEEKS[calendar];
  if (weeks === 1 || typeof value !== "number" || !isTimed({ unit })) return value;
  if (unit === "weeks") return kind === "whole" ? Math.round(value * weeks) : value * weeks;
  if (max !== 1 || unit !== "a week") return value / weeks; // a share of something a week adds up like a chance
  return value < 0 || value > 1 ? value : value === 1 ? 1 : 1 - exp(log1p(-value) / weeks);
}

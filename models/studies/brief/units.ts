import { exp, log1p, type Parameter } from "../../core/index.ts";
import { advocacyParameters } from "../../programs/advocacy/parameters.ts";
import { CYCLE, rowsOf } from "../../programs/advocacy/schedule.ts";

/** The calendar unit of a brief. The market's own is the week. */
export const UNITS = ["week", "month"] as const;
export type Unit = (typeof UNITS)[number];

const WEEKS: Record<Unit, number> = { week: 1, month: 52 / 12 };

/** How many weeks a unit has; a month is a twelfth of 52 weeks. */
export const weeksOf = (unit: Unit): number => WEEKS[unit];

/** True where the value of a parameter depends on the calendar unit. */
export const isTimed = (parameter: Parameter): boolean =>
  isSchedule(parameter) || parameter.unit === "weeks" || /\ba week$/.test(parameter.unit ?? "");

const isSchedule = (parameter: Parameter): boolean => parameter === advocacyParameters.schedule;

/**
 * A value of the brief as the market wants it. Durations are multiplied, and rounded where whole weeks are
 * wanted; a chance a month becomes the chance a week that adds up to it, 1 − (1 − p)^(12/52); amounts a
 * month are divided. Rows of a schedule begin and end with the nearest cycle, and spend in all what they
 * did. What does not depend on the calendar stays as it is, and so does what has no right form.
 */
export function toWeekly(value: unknown, parameter: Parameter, calendar: Unit): unknown {
  const { kind, unit = "", max = Infinity } = parameter;
  const weeks = WEEKS[calendar];
  if (weeks === 1 || !isTimed(parameter)) return value;
  if (isSchedule(parameter))
    return parameter.schema.safeParse(value).success ? weeklySchedule(value as string, weeks) : value;
  if (typeof value !== "number") return value;
  if (unit === "weeks") return kind === "whole" ? Math.round(value * weeks) : value * weeks;
  if (max !== 1 || unit !== "a week") return value / weeks; // a share of something a week adds up like a chance
  return value < 0 || value > 1 ? value : value === 1 ? 1 : 1 - exp(log1p(-value) / weeks);
}

/** A schedule by the week. Units are longer than a cycle, so that no row loses all its cycles. */
function weeklySchedule(schedule: string, weeks: number): string {
  const cycleOf = (unit: number): number => Math.round((unit * weeks) / CYCLE) * CYCLE;
  return rowsOf(schedule)
    .map(({ from, to, spend }) => {
      const [start, end] = [cycleOf(from), cycleOf(to)];
      return `${start}-${end}:${end > start ? written((spend * (to - from)) / (end - start)) : spend}`;
    })
    .join("+");
}

/** Money as the form wants it, without an exponent. */
const written = (money: number): string => money.toFixed(9).replace(/\.?0+$/, "");

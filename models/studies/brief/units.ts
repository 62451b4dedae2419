import { exp, log1p, type Parameter } from "../../core/index.ts";

/** The calendar unit of a brief. The market's own is the week. */
export const UNITS = ["week", "month"] as const;
export type Unit = (typeof UNITS)[number];

const WEEKS: Record<Unit, number> = { week: 1, month: 52 / 12 };

/** How many weeks a unit has; a month is a twelfth of 52 weeks. */
export const weeksOf = (unit: Unit): number => WEEKS[unit];

/** True where the value of a parameter depends on the calendar unit. */
export const isTimed = (parameter: Parameter): boolean =>
  parameter.table?.weekly !== undefined || parameter.unit === "weeks" || /\ba week$/.test(parameter.unit ?? "");

/**
 * A value of the brief as the market wants it. Durations are multiplied, and rounded where whole weeks are
 * wanted; a chance a month becomes the chance a week that adds up to it, 1 − (1 − p)^(12/52); amounts a
 * month are divided. A table knows what its rows are by the week. What does not depend on the calendar stays as it is,
 * and so does what has no right form.
 */
export function toWeekly(value: unknown, parameter: Parameter, calendar: Unit): unknown {
  const { kind, unit = "", max = Infinity } = parameter;
  const weeks = WEEKS[calendar];
  if (weeks === 1 || !isTimed(parameter)) return value;
  if (parameter.table) return parameter.schema.safeParse(value).success ? weeklyRows(value, parameter, weeks) : value;
  if (typeof value !== "number") return value;
  if (unit === "weeks") return kind === "whole" ? Math.round(value * weeks) : value * weeks;
  if (max !== 1 || unit !== "a week") return value / weeks; // a share of something a week adds up like a chance
  return value < 0 || value > 1 ? value : value === 1 ? 1 : 1 - exp(log1p(-value) / weeks);
}

/** Rows by the week, as they were given: as a text or as a list. */
function weeklyRows(value: unknown, { read, table }: Parameter, weeks: number): unknown {
  const rows = table?.weekly?.(read?.(value) as Row[], weeks) ?? [];
  return typeof value === "string" ? table?.write(rows) : rows;
}
type Row = Readonly<Record<string, unknown>>;

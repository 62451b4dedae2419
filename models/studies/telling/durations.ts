import { type Unit, weeksOf } from "../brief/units.ts";
import { fixed, NOTHING, plain } from "./numbers.ts";

/** `week 57`, `month 14`: weeks count from 0, and the text counts from 1. */
export function times(week: number, unit: Unit): string {
  return Number.isFinite(week) ? `${unit} ${fixed(Math.floor(week / weeksOf(unit)) + 1, 0)}` : NOTHING;
}

/**
 * `24 months`, `104 weeks`. A horizon is stated in whole units and rounded to weeks, so the nearest whole number is the
 * stated one; this holds for twice the horizon too.
 */
export function duration(weeks: number, unit: Unit): string {
  const value = plain(Math.round(weeks / weeksOf(unit)));
  return `${value} ${unit}${value === "1" ? "" : "s"}`;
}

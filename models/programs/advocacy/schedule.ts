import { real, table, type TableRows, toText, whole } from "../../core/index.ts";
import { MOST_WEEKS } from "../../market/parameters.ts";

/** Scores are counted and pay is split every so many weeks. */
export const CYCLE = 4;

const week = (about: string) => whole(0, { min: 0, max: Infinity, about, unit: "weeks" });
const rowFields = {
  from: week("first week in which the program is on"),
  to: week("first week in which it is off again"),
  spend: real(0, { min: 0, max: Infinity, about: "what it spends", unit: "money a week" }),
};

/** The program is on in weeks from … to − 1 and spends so much a week; nothing is said where there are no rows. */
export type Schedule = TableRows<typeof rowFields>;

export const schedule = table("", rowFields, {
  row: "from-to:spend",
  must: 'from-to:money rows joined by "+", such as 0-26:500+52-78:500, or nothing',
  about:
    "weeks from … to − 1 in which the program is on, and what it spends a week, pay first; nothing: always on, and only what is earned is spent",
  lever: true,
  weekly: (rows, weeks) => byWeek(rows as Schedule, weeks),
});

/**
 * A schedule told by a calendar unit of so many weeks, by the week: rows begin and end with the nearest cycle, and
 * spend in all what they did, to nine decimals. Units are longer than a cycle, so that no row loses all its cycles.
 */
function byWeek(rows: Schedule, weeks: number): Schedule {
  const cycleOf = (unit: number): number => Math.round((unit * weeks) / CYCLE) * CYCLE;
  return rows.map(({ from, to, spend }) => {
    const [start, end] = [cycleOf(from), cycleOf(to)];
    const same = end > start ? Number(((spend * (to - from)) / (end - start)).toFixed(9)) : spend;
    return { from: start, to: end, spend: same };
  });
}

/** What the program spends in a week: null where it is off, Infinity where nothing is said. */
export function spendAt(rows: Schedule, week: number): number | null {
  if (rows.length === 0) return Infinity;
  return rows.find(({ from, to }) => week >= from && week < to)?.spend ?? null;
}

/** What a schedule spends in all; Infinity where nothing is said. */
export const budgetOf = (rows: Schedule): number =>
  rows.length === 0 ? Infinity : rows.reduce((sum, { from, to, spend }) => sum + (to - from) * spend, 0);

/** What must hold of the rows. */
export function scheduleFaults({
  schedule: rows,
  runningCost,
  horizon,
}: {
  schedule: Schedule;
  runningCost: number;
  horizon: number;
}): string[] {
  const faults: string[] = [];
  rows.forEach(({ from, to }, k) => {
    if (to <= from || from % CYCLE !== 0 || to % CYCLE !== 0)
      faults.push(`schedule must have rows of whole cycles of ${CYCLE} weeks, got ${from}-${to}`);
    if (to > Math.min(Math.ceil(horizon / CYCLE) * CYCLE, MOST_WEEKS))
      faults.push(`schedule must end with the horizon, week ${horizon}, got ${from}-${to}`);
    if (k > 0 && from < rows[k - 1].to)
      faults.push(
        `schedule must have rows that follow each other, got ${rows[k - 1].from}-${rows[k - 1].to} before ${from}-${to}`,
      );
  });
  if (rows.length > 0 && runningCost > 0) faults.push("runningCost must be 0 where a schedule says what is spent");
  return faults;
}

/**
 * Refuses to compare schedules of unequal budgets: throws `RangeError` unless all spend the same in all,
 * to one part in a million.
 */
export function sameBudget(schedules: readonly (string | Schedule)[]): void {
  const budgets = schedules.map((given) => budgetOf(schedule.read(given)));
  const [least, most] = [Math.min(...budgets), Math.max(...budgets)];
  if (least < most && !(most - least <= 1e-6 * least)) {
    throw new RangeError(
      `schedules: arms that are compared must spend the same in all, got ${schedules.map((given, k) => `${budgets[k]} (${toText(schedule, given) || "no schedule"})`).join(", ")}`,
    );
  }
}

import { MOST_WEEKS } from "../../market/parameters.ts";

/** Scores are counted and pay is split every so many weeks. */
export const CYCLE = 4;

/** The program is on in weeks from … to − 1 and spends so much a week. */
export interface Row {
  from: number;
  to: number;
  spend: number;
}
export const scheduleForm = /^$|^\d+-\d+:\d+(\.\d+)?(\+\d+-\d+:\d+(\.\d+)?)*$/;

const parsed = new Map<string, readonly Row[]>();

/** The rows of a schedule such as `0-26:500+52-78:500`; none where it is empty. Parsed once. */
export function rowsOf(schedule: string): readonly Row[] {
  let found = parsed.get(schedule);
  if (!found) {
    found =
      schedule === ""
        ? []
        : schedule.split("+").map((row) => {
            const [from, to, spend] = row.split(/[-:]/).map(Number);
            return { from, to, spend };
          });
    parsed.set(schedule, found);
  }
  return found;
}

/** What the program spends in a week: null where it is off, Infinity where nothing is said. */
export function spendAt(schedule: string, week: number): number | null {
  if (schedule === "") return Infinity;
  return rowsOf(schedule).find(({ from, to }) => week >= from && week < to)?.spend ?? null;
}

/** What a schedule spends in all; Infinity where nothing is said. */
export const budgetOf = (schedule: string): number =>
  schedule === "" ? Infinity : rowsOf(schedule).reduce((sum, { from, to, spend }) => sum + (to - from) * spend, 0);

/** What must hold of the rows. */
export function scheduleFaults({
  schedule,
  runningCost,
  horizon,
}: {
  schedule: string;
  runningCost: number;
  horizon: number;
}): string[] {
  const faults: string[] = [];
  const rows = rowsOf(schedule);
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
export function sameBudget(schedules: readonly string[]): void {
  const budgets = schedules.map(budgetOf);
  const [least, most] = [Math.min(...budgets), Math.max(...budgets)];
  if (least < most && !(most - least <= 1e-6 * least)) {
    throw new RangeError(
      `schedules: arms that are compared must spend the same in all, got ${schedules.map((text, k) => `${budgets[k]} (${text || "no schedule"})`).join(", ")}`,
    );
  }
}

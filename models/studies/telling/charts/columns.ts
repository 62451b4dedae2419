import { refuse, unknownName } from "../../../core/index.ts";
import { type DataRow } from "../row.ts";

/** The most faults reported at once. */
const MOST_FAULTS = 10;

/**
 * A column of numbers; a missing value is NaN. Throws `RangeError` where no row has the column or a value is not a
 * number, with all faults at once.
 */
export function numbersOf(who: string, rows: readonly DataRow[], name: string): number[] {
  known(who, rows, name);
  const faults: string[] = [];
  const numbers = rows.map((row, at) => {
    const value = row[name] ?? NaN;
    if (typeof value !== "number")
      faults.push(`${who}: ${name} of row ${at} must be a number, got ${JSON.stringify(value)}`);
    return Number(value);
  });
  refuse(faults.slice(0, MOST_FAULTS));
  return numbers;
}

/** A column of words or numbers as text; a missing value is empty. */
export function textsOf(who: string, rows: readonly DataRow[], name: string): string[] {
  known(who, rows, name);
  return rows.map((row) => String(row[name] ?? ""));
}

/** Throws `RangeError` where there are rows and none has the column. */
export function known(who: string, rows: readonly DataRow[], name: string): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length > 0 && !names.includes(name)) throw new RangeError(`${who}: ${unknownName(name, "a column", names)}`);
}

export const has = (rows: readonly DataRow[], name: string): boolean => rows.some((row) => row[name] !== undefined);

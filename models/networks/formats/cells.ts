/** A number as files write them: no hexadecimal, no blanks, no `Infinity`. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

const MISSING = new Set([
  "",
  "na",
  "n/a",
  "#n/a",
  "nan",
  "null",
  "none",
  "inf",
  "-inf",
  "+inf",
  "infinity",
  "-infinity",
]);

/** Whether a cell of a column of numbers says that its value is not known: empty, NA, NaN, null, None, Inf. */
export function isMissing(cell: string): boolean {
  return cell.length <= 9 && MISSING.has(cell.toLowerCase());
}

const NOBODY = new Set(["", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "null", "NULL", "None"]);

/** Whether an unquoted end of a tie says that nobody is there. A person may be called none or Inf. */
export function isNobody(cell: string): boolean {
  return cell.length <= 4 && NOBODY.has(cell);
}

/** Whether a whole number is too long to be exact as a number of JavaScript: more than 2^53. */
export function isLong(cell: string): boolean {
  return /^[+-]?\d{16,}$/.test(cell) && !Number.isSafeInteger(Number(cell));
}

/**
 * The values of a column from its cells: numbers where all known cells are plain numbers, their texts otherwise.
 * `007` is no number, and a column with whole numbers beyond 2^53 stays text, for their last digits count.
 */
export function valuesOf(cells: readonly string[]): { values: (string | number | undefined)[]; long: boolean } {
  const known = cells.filter((cell) => !isMissing(cell));
  const numbers = known.every((cell) => NUMBER.test(cell) && !/^[+-]?0\d/.test(cell) && Number.isFinite(Number(cell)));
  const long = numbers && known.some(isLong);
  const numeric = numbers && !long && known.length > 0;
  const missing = (cell: string): boolean => (numeric ? isMissing(cell) : isNobody(cell));
  return { values: cells.map((cell) => (missing(cell) ? undefined : numeric ? Number(cell) : cell)), long };
}

/**
 * Text without blanks at its ends, the no-break space and its narrow kin included. No pattern here: one that seeks
 * blanks at the end takes quadratic time on long runs of them.
 */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && BLANKS.includes(text[from])) from++;
  while (to > from && BLANKS.includes(text[to - 1])) to--;
  return text.slice(from, to);
}

const BLANKS = " \t\r\u00a0\u202f\u2007\ufeff";

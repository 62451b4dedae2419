import { refuse } from "../../core/index.ts";

/** The names of a column that says when, in the order in which they are looked for. */
const USUAL = ["time", "period", "date", "year", "quarter", "month", "week", "day", "t"];

/** A row and when it is. */
export interface Timed {
  line: number;
  when: string;
}

/** The place of the column that says when; −1 where there is none. `wanted` is its name where it was given. */
export function timeColumn(heads: readonly string[], wanted: string | null): number {
  const names = heads.map((head) => head.trim().toLowerCase());
  const found = (wanted === null ? USUAL : [wanted.toLowerCase()]).map((name) => names.indexOf(name));
  return found.find((at) => at >= 0) ?? -1;
}

/**
 * The order of rows in time, as places in `rows`, with a sentence where that is not the order of the file. Times are
 * whole numbers, quarters (2020-Q1), months (2020-01) or days (2020-01-31; the same day of each month makes months).
 * Throws `RangeError` with every fault: a time that is none of these, one that comes twice, and periods that are
 * missing, the shortest step between two rows being one period.
 */
export function inTime(rows: readonly Timed[], column: string, path: string): { order: number[]; notes: string[] } {
  const read = readerOf(rows.map(({ when }) => when));
  if (!read) {
    const { line, when } = rows.find(({ when: text }) => !KINDS.some((kind) => kind.is(text))) ?? rows[0];
    throw new RangeError(
      `${path}, line ${line}: ${column} must be times of one kind (1990, 2020-Q1, 2020-01 or 2020-01-31), got ${when || "nothing"}; time=none takes rows in their order`,
    );
  }
  const times = rows.map(({ when }) => read(when));
  const order = rows.map((_, k) => k).sort((a, b) => times[a] - times[b]);
  const sorted = { rows, times, order };
  refuse([...repeated(sorted, column, path), ...missing(sorted, column, path)]);
  const asGiven = order.every((at, k) => at === k);
  return { order, notes: asGiven ? [] : [`sorted by ${column}: the rows of the file are not in its order`] };
}

interface Kind {
  is(text: string): boolean;
  at(text: string): number;
}
const parts = (text: string): number[] => text.split(/\D+/).filter(Boolean).map(Number);
const month = (text: string): number => parts(text)[0] * 12 + parts(text)[1] - 1;
const isMonth = (text: string): boolean => /^\d{4}-(?:0?[1-9]|1[0-2])$/.test(text);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

const KINDS: readonly Kind[] = [
  { is: (text) => /^[+-]?\d{1,15}(?:\.0*)?$/.test(text), at: Number },
  { is: (text) => /^\d{4}[- ]?Q[1-4]$/i.test(text), at: (text) => parts(text)[0] * 4 + parts(text)[1] - 1 },
  { is: isMonth, at: month },
  { is: isDay, at: (text) => Date.parse(text) / 86_400_000 },
];

/** How these times are numbered; undefined where they are not all of one kind. */
function readerOf(times: readonly string[]): ((text: string) => number) | undefined {
  const kind = KINDS.find(({ is }) => times.every(is));
  if (kind?.is !== isDay) return kind?.at;
  const lastOfMonth = (text: string): boolean => new Date(Date.parse(text) + 86_400_000).getUTCDate() === 1;
  const sameDay = new Set(times.map((text) => text.slice(8))).size === 1;
  const monthly = times.length > 1 && (sameDay || times.every(lastOfMonth));
  return monthly ? month : kind.at;
}

/** Rows with their times as numbers, and the order of these. */
interface Sorted {
  rows: readonly Timed[];
  times: readonly number[];
  order: readonly number[];
}

function repeated({ rows, times, order }: Sorted, column: string, path: string): string[] {
  return order
    .slice(1)
    .flatMap((at, k) =>
      times[at] === times[order[k]]
        ? [
            `${path}, line ${rows[at].line}: each ${column} must come once, got ${rows[at].when} again, first in line ${rows[order[k]].line}`,
          ]
        : [],
    );
}

/** The most gaps that are listed. */
const SHOWN = 5;

function missing({ rows, times, order }: Sorted, column: string, path: string): string[] {
  const steps = order.slice(1).map((at, k) => times[at] - times[order[k]]);
  const step = Math.min(...steps.filter((size) => size > 0));
  const gaps = steps.flatMap((size, k) =>
    size > step ? [`between ${rows[order[k]].when} and ${rows[order[k + 1]].when}`] : [],
  );
  if (gaps.length === 0) return [];
  const more = gaps.length > SHOWN ? ` and in ${gaps.length - SHOWN} more places` : "";
  return [
    `${path}: periods must follow each other without a gap, got none in ${column} ${gaps.slice(0, SHOWN).join(", ")}${more}; time=none takes rows in their order`,
  ];
}

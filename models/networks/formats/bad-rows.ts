import { type Choices } from "./choices.ts";
import { plural, refuse } from "./text.ts";

/** Rows that were dropped for one reason. */
export interface BadRow {
  reason: string;
  rows: number;
  /** The first line with it, from 1; null in a format without lines. */
  line: number | null;
}

/** The rows of a file that cannot be used, while it is read. */
export interface BadRows {
  /**
   * Drops a row. `reason` is a noun phrase without values of the row, such as "no source", so that equal reasons
   * count together and no name of a customer is quoted. Throws `RangeError` with file and line under `bad=refuse`.
   */
  drop(reason: string, line: number | null): void;
  /** The same for rows that are expected, such as customers without a referrer: they are never too many. */
  skip(reason: string, line: number | null): void;
  readonly count: number;
  /** All reasons, in the order they first came. */
  reasons(): BadRow[];
  /**
   * Throws `RangeError` where more than a tenth of the rows of the file (and more than three) were dropped, for
   * then the file is likely read the wrong way; `bad=drop` allows any number.
   */
  check(rows: number): void;
}

const FEW = 3;

export function badRows(name: string, { bad }: Choices): BadRows {
  const found = new Map<string, BadRow>();
  let count = 0;
  let expected = 0;
  function note(reason: string, line: number | null): void {
    const known = found.get(reason);
    if (known) known.rows++;
    else found.set(reason, { reason, rows: 1, line });
    count++;
  }
  return {
    drop(reason, line) {
      if (bad === "refuse") refuse(name, line, "each row must be usable, for ?bad=refuse was given", reason);
      note(reason, line);
    },
    skip(reason, line) {
      note(reason, line);
      expected++;
    },
    get count() {
      return count;
    },
    reasons: () => [...found.values()],
    check(rows) {
      const dropped = count - expected;
      if (bad === "drop" || dropped <= FEW || 10 * dropped <= rows) return;
      const most = [...found.values()].map((row) => badSentence(row)).join("; ");
      refuse(
        name,
        null,
        "at most a tenth of the rows may be unusable (?bad=drop reads the others)",
        `${dropped} of ${plural(rows, "row")}: ${most}`,
      );
    },
  };
}

/** `3 rows with no source, the first in line 7`. */
export function badSentence({ reason, rows, line }: BadRow): string {
  return `${plural(rows, "row")} with ${reason}${line === null ? "" : `, ${rows === 1 ? "" : "the first "}in line ${line}`}`;
}

import { type BadRows } from "../bad-rows.ts";
import { isNobody } from "../cells.ts";
import { plural, refuse } from "../text.ts";
import { isCount } from "./head.ts";
import { checkSizes, type Layout } from "./layout.ts";
import { passedOver } from "./list-draft.ts";
import { LONELY, records, type Row } from "./records.ts";

export type TableRow = Row;

/** The number of a name, the next one where it is new. */
export function place(people: Map<string, number>, key: string): number {
  const known = people.get(key);
  if (known === undefined) people.set(key, people.size);
  return known ?? people.size - 1;
}

/** Where rows are read to. */
export interface RowsInto {
  name: string;
  told: string[];
  bad: BadRows;
  comment?: (line: string) => void;
}

/**
 * Rows of edges only: without header, counts and the closing -1, which are told; those of another width are dropped.
 */
export function* tableRows(text: string, layout: Layout, { name, told, bad, comment }: RowsInto): Generator<Row> {
  let header = layout.headed;
  let counts = 0;
  let closing = 0;
  let edges = 0;
  const signs = { comments: 0, rows: 0 };
  const rule = {
    from: layout.first,
    width: layout.width,
    comment(line: string, at: number) {
      if (at > layout.first && !line.startsWith(LONELY)) signs.comments++;
      comment?.(line);
    },
  };
  for (const row of records(text, layout.delimiter, name, rule)) {
    const { fields, line } = row;
    if (line < layout.first) continue;
    if (line === layout.sizes?.line) {
      counts++;
      continue;
    }
    if (isCount(row) && (fields[0] === "-1" || edges === 0)) {
      if (fields[0] === "-1") closing ||= line;
      else counts++;
      continue;
    }
    if (closing > 0) refuse(name, closing, "a line of -1 alone must end the file", `more rows, from line ${line}`);
    if (header) {
      header = false;
      continue;
    }
    edges++;
    const fault = widthFault(fields, layout.width);
    if (fault !== null) bad.drop(fault, line);
    else {
      if (/^(?:#|%|\/\/)/.test(fields[0]) && !row.quoted?.has(0)) signs.rows++;
      yield row;
    }
  }
  checkSizes(layout, edges, name);
  told.push(...passedOver(counts, closing), ...signSentences(signs));
}

export const SHORT = "fewer cells than the others";
export const LONG = "more cells than the others";

/** Why a row of this width cannot be used, or null. */
export function widthFault(fields: readonly string[], width: number): string | null {
  if (fields.length < width) return SHORT;
  return fields.slice(width).some((field) => field !== "") ? LONG : null;
}

/** What was decided of lines that begin with #, % or //. */
export function signSentences({ comments, rows }: { comments: number; rows: number }): string[] {
  const told: string[] = [];
  if (comments > 0)
    told.push(
      `${plural(comments, "line")} after the first row ${comments === 1 ? "is a comment" : "are comments"} and not read`,
    );
  if (rows > 0)
    told.push(`${plural(rows, "row")} ${rows === 1 ? "begins" : "begin"} with #, % or //, read as part of the name`);
  return told;
}

/** An end of a tie, or null where nobody is named. */
export function endOf({ fields, quoted }: Row, column: number): string | null {
  const key = fields[column];
  return key === "" || (isNobody(key) && !quoted?.has(column)) ? null : key;
}

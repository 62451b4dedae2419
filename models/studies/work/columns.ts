import { type Scalar } from "./job.ts";

/** A column to write. */
export interface Column {
  name: string;
  type: "text" | "number" | "whole" | "flag";
  /** NaN and undefined are written as missing. */
  value(row: number): Scalar | undefined;
}

/** Rows to write, as columns of one length. */
export interface Columns {
  columns: readonly Column[];
  length: number;
}

/** Records as columns; a value that a record lacks is missing. */
export function columnsOf(
  types: Readonly<Record<string, Column["type"]>>,
  records: readonly Readonly<Record<string, Scalar | undefined>>[],
): Columns {
  const columns = Object.entries(types).map(([name, type]): Column => ({ name, type, value: (r) => records[r][name] }));
  return { columns, length: records.length };
}

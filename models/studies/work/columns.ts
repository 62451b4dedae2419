import { type Scalar } from "./job.ts";

/** A column to write. */
export interface FileColumn {
  name: string;
  type: "text" | "number" | "whole" | "flag";
  /** NaN and undefined are written as missing. */
  value(row: number): Scalar | undefined;
}

/** Rows to write, as columns of one length. */
export interface FileColumns {
  columns: readonly FileColumn[];
  length: number;
}

/** Records as columns; a value that a record lacks is missing. */
export function columnsOf(
  types: Readonly<Record<string, FileColumn["type"]>>,
  records: readonly Readonly<Record<string, Scalar | undefined>>[],
): FileColumns {
  const columns = Object.entries(types).map(([name, type]): FileColumn => ({
    name,
    type,
    value: (r) => records[r][name],
  }));
  return { columns, length: records.length };
}

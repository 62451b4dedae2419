import { parquetWriteBuffer } from "hyparquet-writer";
import { type DataRow } from "../../models/studies/telling/row.ts";

/**
 * Rows as a Parquet file: numbers as doubles at full precision, yes and no as such, all else as text; a missing
 * value, NaN included, is null. Columns as in `csvText`.
 */
export function parquetOf(rows: readonly DataRow[]): ArrayBuffer {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return parquetWriteBuffer({
    columnData: names.map((name) =>
      columnOf(
        name,
        rows.map((row) => known(row[name])),
      ),
    ),
  });
}

type Known = string | number | boolean | null;

const known = (value: DataRow[string]): Known => (value === undefined || Number.isNaN(value) ? null : value);

function columnOf(
  name: string,
  values: readonly Known[],
): { name: string; data: Known[]; type: "DOUBLE" | "BOOLEAN" | "STRING"; nullable: true } {
  const there = values.filter((value) => value !== null);
  const all = (kind: string): boolean => there.length > 0 && there.every((value) => typeof value === kind);
  if (all("number")) return { name, data: [...values], type: "DOUBLE", nullable: true };
  if (all("boolean")) return { name, data: [...values], type: "BOOLEAN", nullable: true };
  return { name, data: values.map((value) => (value === null ? null : String(value))), type: "STRING", nullable: true };
}

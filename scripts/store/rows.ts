import { renameSync, rmSync } from "node:fs";
import { extname } from "node:path";
import { type Job, type Scalar } from "../engine/job.ts";
import { writeWhole } from "./atomic.ts";
import { type Table } from "./table.ts";

/** A table of columns to write, all of one length. */
export interface Column {
  name: string;
  type: "text" | "number" | "whole" | "flag";
  /** NaN and undefined are written as missing. */
  value(row: number): Scalar | undefined;
}

/** One row a world: what run it was (`key`), where in the design, and what came out. */
export function worldColumns(job: Job, table: Table, worlds: readonly number[]): { columns: Column[]; length: number } {
  const length = worlds.reduce((sum, count) => sum + count, 0);
  const point = new Uint32Array(length);
  const world = new Uint32Array(length);
  let row = 0;
  for (const { id } of job.points) for (let w = 0; w < worlds[id]; w++, row++) [point[row], world[row]] = [id, w];
  const errors = job.points.map(({ id }) => new Map(table.failures(id).map((failure) => [failure.world, failure.error])));
  const measures = job.model.measures.map((name): Column => {
    const columns = job.points.map(({ id }) => table.column(id, name, worlds[id]));
    return { name, type: "number", value: (r) => columns[point[r]][world[r]] };
  });
  const taken = new Set([...job.model.measures, "key", "point", "world", "seed", "error"]);
  const axes = job.request.axes.map(({ name, values }): Column => ({
    name: taken.has(name) ? `set_${name}` : name,
    type: values.every((value) => typeof value === "number") ? "number" : values.every((value) => typeof value === "boolean") ? "flag" : "text",
    value: (r) => job.points[point[r]].values[name],
  }));
  const columns: Column[] = [
    { name: "key", type: "text", value: (r) => job.points[point[r]].key },
    { name: "point", type: "whole", value: (r) => point[r] },
    { name: "world", type: "whole", value: (r) => world[r] },
    { name: "seed", type: "text", value: () => job.request.seed },
    ...axes,
    ...measures,
    { name: "error", type: "text", value: (r) => errors[point[r]].get(world[r]) },
  ];
  return { columns, length };
}

/** Writes a table; the format follows the ending of the name: .parquet, .csv or .tsv. */
export async function writeTable(path: string, columns: readonly Column[], length: number): Promise<void> {
  const ending = extname(path).toLowerCase();
  if (ending === ".parquet") return writeParquet(path, columns, length);
  if (ending === ".csv" || ending === ".tsv") {
    writeWhole(path, delimited(columns, length, ending === ".csv" ? "," : "\t"));
    return;
  }
  throw new RangeError(`rows: the file's ending must be .parquet, .csv or .tsv, got ${path}`);
}

export function delimited(columns: readonly Column[], length: number, between: string): string {
  const unsafe = new RegExp(`["\\r\\n${between}]`);
  const quoted = (text: string): string => (unsafe.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns.map(({ name }) => quoted(name)).join(between)];
  for (let row = 0; row < length; row++) lines.push(columns.map(({ value }) => cell(value(row), quoted)).join(between));
  return `${lines.join("\n")}\n`;
}

function cell(value: Scalar | undefined, quoted: (text: string) => string): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return typeof value === "string" ? quoted(value) : String(value);
}

const SQL_TYPES = { text: "VARCHAR", number: "DOUBLE", whole: "INTEGER", flag: "BOOLEAN" };

async function writeParquet(path: string, columns: readonly Column[], length: number): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const partial = `${path}.${process.pid}.tmp`;
  // One thread, so that the same rows give the same bytes.
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await connection.run(`CREATE TABLE rows (${columns.map((column) => `${name(column.name)} ${SQL_TYPES[column.type]}`).join(", ")})`);
    const appender = await connection.createAppender("rows");
    for (let row = 0; row < length; row++) {
      for (const { type, value } of columns) {
        const held = value(row);
        if (held === undefined || Number.isNaN(held)) appender.appendNull();
        else if (type === "text") appender.appendVarchar(String(held));
        else if (type === "number") appender.appendDouble(Number(held));
        else if (type === "whole") appender.appendInteger(Number(held));
        else appender.appendBoolean(Boolean(held));
      }
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY rows TO '${partial.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
    renameSync(partial, path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(partial, { force: true });
  }
}

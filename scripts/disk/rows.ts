import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, extname } from "node:path";
import { harmless } from "../../models/networks/formats/table/formula.ts";
import { type FileColumn } from "../../models/studies/work/columns.ts";
import { type Scalar } from "../../models/studies/work/job.ts";
import { behindLinks, explained, writeWhole } from "./atomic.ts";

const ENDINGS = [".parquet", ".csv", ".tsv"];

/** Why a table cannot be written to that path, as far as is known before there is one. */
export function tableFaults(who: string, path: string): string[] {
  if (!ENDINGS.includes(extname(path).toLowerCase()))
    return [`${who}: the file's ending must be .parquet, .csv or .tsv, got ${path || "nothing"}`];
  if (existsSync(path) && !statSync(path).isFile())
    return [`${who}: must be a file, got ${path}, which is something else`];
  if (!existsSync(dirname(path))) return [`${who}: the folder must exist, got ${path}`];
  return [];
}

/** Writes a table; the format follows the ending of the name: .parquet, .csv or .tsv. */
export async function writeTable(path: string, columns: readonly FileColumn[], length: number): Promise<void> {
  const ending = extname(path).toLowerCase();
  if (ending === ".parquet") return writeParquet(path, columns, length);
  if (ending === ".csv" || ending === ".tsv") {
    writeWhole(path, delimited(columns, length, ending === ".csv" ? "," : "\t"));
    return;
  }
  throw new RangeError(`rows: the file's ending must be .parquet, .csv or .tsv, got ${path}`);
}

/** The table as text, in pieces, because the whole could exceed the longest possible string. */
export function* delimited(columns: readonly FileColumn[], length: number, between: string): Generator<string> {
  const unsafe = new RegExp(`["\\r\\n${between}]`);
  const quoted = (given: string): string => {
    const text = harmless(given);
    return unsafe.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  let piece = `${columns.map(({ name }) => quoted(name)).join(between)}\n`;
  for (let row = 0; row < length; row++) {
    piece += `${columns.map(({ value }) => cell(value(row), quoted)).join(between)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function cell(value: Scalar | undefined, quoted: (text: string) => string): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return typeof value === "string" ? quoted(value) : String(value);
}

/** Letters of text written at a time. */
const PIECE = 1 << 16;

const SQL_TYPES = { text: "VARCHAR", number: "DOUBLE", whole: "INTEGER", flag: "BOOLEAN" };

async function writeParquet(wanted: string, columns: readonly FileColumn[], length: number): Promise<void> {
  const path = behindLinks(wanted);
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const partial = `${path}.${process.pid}.tmp`;
  // One thread, so that the same rows give the same bytes.
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await connection.run(
      `CREATE TABLE rows (${columns.map((column) => `${name(column.name)} ${SQL_TYPES[column.type]}`).join(", ")})`,
    );
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
  } catch (error) {
    throw explained(error, path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(partial, { force: true });
  }
}

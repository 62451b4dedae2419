import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Network } from "../../models/core/index.ts";
import { networkPieces, readNetwork } from "../../models/networks/formats/formats.ts";
import { type Choices } from "../../models/networks/formats/choices.ts";
import { type Reading } from "../../models/networks/formats/reading.ts";
import { LONELY } from "../../models/networks/formats/table/records.ts";
import { batches } from "./batches.ts";

/**
 * An edge list in Parquet: DuckDB turns it into a table of text, which goes by the rules of every edge list, so
 * columns, relations and refusals are the same; a line is a row of the file plus one. Ours keep direction and
 * people without ties in the file's own metadata.
 */
export async function readParquet(path: string, choices: Choices): Promise<Reading> {
  return withFolder(async (folder) => {
    const table = join(folder, "edges.csv");
    const facts = new Map<string, string>();
    try {
      await query(async (run) => {
        for (const [key, value] of await run(
          `SELECT decode(key), decode(value) FROM parquet_kv_metadata(${text(path)})`,
        ))
          facts.set(String(key), String(value));
        refuseNested(
          path,
          await run(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${text(path)}))`),
        );
        const quoted = await columnsToQuote(run, path);
        const force = quoted.length === 0 ? "" : `, FORCE_QUOTE (${quoted.join(", ")})`;
        await run(
          `COPY (SELECT * FROM read_parquet(${text(path)})) TO ${text(table)} (FORMAT csv, HEADER, DELIMITER ',', NULLSTR ''${force})`,
        );
      });
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw new RangeError(
        `${path}: a .parquet file must hold a table, got ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`,
        { cause: error },
      );
    }
    const rows = await readFile(table);
    const directed = choices.directed ?? (facts.has("directed") ? facts.get("directed") === "true" : undefined);
    const alone = facts.get("alone") ?? "";
    const content = alone === "" ? rows : Buffer.concat([Buffer.from(alone), rows]);
    return readNetwork(new Uint8Array(content), { name: path, header: "yes", ...choices, format: "csv", directed });
  });
}

/** Writes columns source, target and perhaps weight. */
export async function writeParquet(network: Network, path: string): Promise<void> {
  await withFolder(async (folder) => {
    const table = join(folder, "edges.csv");
    const alone: string[] = [];
    await writeFile(table, batches(rowsOnly(networkPieces(network, "csv", path), alone)));
    const weight = network.out.weights ? ", 'weight': 'DOUBLE'" : "";
    const columns = `{'source': 'VARCHAR', 'target': 'VARCHAR'${weight}}`;
    const rows = `SELECT * FROM read_csv(${text(table)}, header = true, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false, auto_detect = false, columns = ${columns})`;
    const facts = `{directed: '${network.directed}', alone: ${text(alone.join(""))}}`;
    await query((run) =>
      run(`COPY (${rows}) TO ${text(path)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA ${facts})`),
    );
  });
}

/** The pieces that are rows; the others, people without ties, are put aside. */
function* rowsOnly(pieces: Iterable<string>, alone: string[]): Generator<string> {
  for (const piece of pieces) {
    if (piece.startsWith(LONELY)) alone.push(piece);
    else yield piece;
  }
}

/** Throws `RangeError` for columns whose cells hold several values. */
function refuseNested(path: string, columns: unknown[][]): void {
  const nested = columns.filter(([, type]) =>
    /\[|\(|^(?:LIST|STRUCT|MAP|UNION)/.test(String(type).replace(/^DECIMAL\(.*\)$/, "")),
  );
  if (nested.length > 0)
    throw new RangeError(
      `${path}: a .parquet file must hold one value a cell, got lists or records in ${nested.map(([title]) => String(title)).join(", ")} (write a row for each tie)`,
    );
}

/**
 * Columns with texts that a bare cell would change: blanks at an end, a sign of a comment. Without any, the table stays
 * plain and is read faster.
 */
async function columnsToQuote(run: Run, path: string): Promise<string[]> {
  const columns = await run(
    `SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet(${text(path)})) WHERE column_type = 'VARCHAR'`,
  );
  const names = columns.map(([column]) => `"${String(column).replaceAll('"', '""')}"`);
  if (names.length === 0) return [];
  const odd = names.map(
    (column) =>
      `coalesce(bool_or(regexp_matches(${column}, '^[\\s#%/'']|^(NA|N/A|n/a|NaN|nan|null|NULL|None)$|[\\s\u00a0]$')), false)`,
  );
  const [found] = await run(`SELECT ${odd.join(", ")} FROM read_parquet(${text(path)})`);
  return names.filter((_, k) => found[k] === true);
}

type Run = (sql: string) => Promise<unknown[][]>;

async function query<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await work(async (sql) => (await connection.runAndReadAll(sql)).getRows());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text in SQL. */
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "ovation-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { parquetOf } from "../../notebooks/views/parquet.ts";

test("another reader finds every row of the Parquet file as it was, and what is missing as missing", async () => {
  const rows = [
    { name: "a", share: 0.1 + 0.2, stands: true },
    { name: "=1+1", share: NaN, stands: false },
    { name: undefined, share: -1e-300 },
  ];
  const folder = mkdtempSync(join(tmpdir(), "ovation-parquet-"));
  try {
    const file = join(folder, "rows.parquet");
    writeFileSync(file, new Uint8Array(parquetOf(rows)));
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
    expect(read.getRowObjects()).toEqual([
      { name: "a", share: 0.1 + 0.2, stands: true },
      { name: "=1+1", share: null, stands: false },
      { name: null, share: -1e-300, stands: null },
    ]);
    connection.closeSync();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

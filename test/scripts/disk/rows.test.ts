import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explained, writeWhole } from "../../../scripts/disk/atomic.ts";
import { type SweepJob } from "../../../models/studies/work/job.ts";
import { worldColumns } from "../../../models/studies/sweep/rows.ts";
import { delimited, tableFaults, writeTable } from "../../../scripts/disk/rows.ts";
import { type FileColumn } from "../../../models/studies/work/columns.ts";
import { table } from "../../../models/studies/work/table.ts";
import { temporaryFolder } from "../../support/folder.ts";

const columns: FileColumn[] = [
  { name: "who", type: "text", value: (row) => ["plain", 'a "b"', "c,d", "e\nf", undefined][row % 5] },
  { name: "much", type: "number", value: (row) => (row % 2 === 0 ? row / 4 : NaN) },
];

test("a table as text quotes what must be quoted, leaves out what is missing, and is the same in pieces", () => {
  expect([...delimited(columns, 5, ",")].join("")).toBe('who,much\nplain,0\n"a ""b""",\n"c,d",0.5\n"e\nf",\n,1\n');
  const pieces = [...delimited(columns, 50_000, ",")];
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.every((piece) => piece === "" || piece.endsWith("\n"))).toBe(true);
  expect(pieces.join("").split("\n").length).toBe(50_000 + 10_000 + 2);
});

test("a file that could not be written is told before any world runs", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "folder.csv"));
  expect(tableFaults("--rows", join(folder, "rows.csv"))).toEqual([]);
  expect(tableFaults("--rows", join(folder, "rows.xlsx"))).toEqual([
    `--rows: the file's ending must be .parquet, .csv or .tsv, got ${join(folder, "rows.xlsx")}`,
  ]);
  expect(tableFaults("--rows", "")[0]).toContain("got nothing");
  expect(tableFaults("--rows", join(folder, "folder.csv"))[0]).toContain("must be a file");
  expect(tableFaults("--rows", join(folder, "none", "rows.csv"))[0]).toContain("the folder must exist");
});

test("a table that cannot be written says why and leaves nothing behind, whatever its format", async () => {
  const folder = temporaryFolder();
  for (const ending of ["csv", "parquet"]) {
    const path = join(folder, `rows.${ending}`);
    mkdirSync(path);
    await expect(writeTable(path, columns, 3)).rejects.toThrow(`results: cannot write ${path}: it is a folder`);
    await expect(writeTable(join(folder, "none", `rows.${ending}`), columns, 3)).rejects.toThrow(
      "the folder does not exist",
    );
  }
  expect(readdirSync(folder).sort()).toEqual(["rows.csv", "rows.parquet"]);
});

test("a file written in pieces is whole or not there", () => {
  const path = join(temporaryFolder(), "text");
  writeFileSync(path, "before");
  const failing = function* (): Generator<string> {
    yield "half";
    throw new Error("no more");
  };
  expect(() => {
    writeWhole(path, failing());
  }).toThrow("no more");
  expect(readFileSync(path, "utf8")).toBe("before");
  writeWhole(path, ["ä", "b"]);
  expect(readFileSync(path, "utf8")).toBe("äb");
  expect(existsSync(`${path}.${process.pid}.tmp`)).toBe(false);
});

test("what a database says of a full disk is told as such", () => {
  expect(explained(new Error("IO Error: Could not write to file: No space left on device"), "x").message).toContain(
    "the disk is full",
  );
  expect(explained(new Error("something else"), "x").message).toBe("something else");
});

test("no two columns have one name, whatever parameters and measures are called", async () => {
  const axes = ["key", "set_key", "Reach", "world"].map((name) => ({ name, values: [1] }));
  const filled = table(1, ["reach", "seed"]);
  filled.take({ point: 0, from: 0, values: Float64Array.of(5, 6), failures: [] });
  const job = {
    model: { name: "m", code: "", measures: ["reach", "seed"] },
    request: { axes, seed: "1" },
    points: [{ id: 0, key: "k", network: 0, values: { key: 1, set_key: 2, Reach: 3, world: 4 }, parameters: {} }],
  } as unknown as SweepJob;
  const { columns: made, length } = worldColumns(job, filled, [1]);
  expect([...delimited(made, length, ",")].join("")).toBe(
    "key,point,world,seed,set_key,set_set_key,set_Reach,set_world,reach,measured_seed,error\nk,0,0,1,1,2,3,4,5,6,\n",
  );
  await writeTable(join(temporaryFolder(), "rows.parquet"), made, length);
});

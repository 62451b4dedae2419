import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeWhole } from "../../../scripts/disk/atomic.ts";
import { claim } from "../../../scripts/disk/folder.ts";
import { temporaryFolder } from "../../support/folder.ts";

const job = (key: string, state: string): string => JSON.stringify({ key, state });

test("a new folder is made and held by one process at a time", () => {
  const path = join(temporaryFolder(), "deep", "results");
  const held = claim(path, { key: "k", resume: false });
  expect(held.state).toBe("new");
  expect(existsSync(join(path, "job.lock"))).toBe(true);
  held.release();
  expect(readdirSync(path)).toEqual([]);
});

test("a lock whose process is gone is taken over; one whose process lives is not", () => {
  const path = temporaryFolder();
  writeFileSync(join(path, "job.lock"), "999999999");
  claim(path, { key: "k", resume: false }).release();
  writeFileSync(join(path, "job.lock"), "1"); // the first process of the machine always runs
  expect(() => claim(path, { key: "k", resume: false })).toThrow(/process 1 is working/);
});

test("another job, a job begun, and foreign files are refused and left as they are", () => {
  const path = temporaryFolder();
  writeFileSync(join(path, "job.json"), job("mine", "running"));
  expect(() => claim(path, { key: "other", resume: true })).toThrow(/holds another job/);
  expect(() => claim(path, { key: "mine", resume: false })).toThrow(/--resume/);
  expect(claim(path, { key: "mine", resume: true }).state).toBe("begun");
  const foreign = temporaryFolder();
  writeFileSync(join(foreign, "thesis.txt"), "years of work");
  expect(() => claim(foreign, { key: "k", resume: true })).toThrow(/thesis\.txt/);
  expect(readdirSync(foreign)).toEqual(["thesis.txt"]);
});

test("a file where the folder should be is refused with a way out", () => {
  const path = join(temporaryFolder(), "taken");
  writeFileSync(path, "");
  expect(() => claim(path, { key: "k", resume: false })).toThrow(/--out/);
});

test("a damaged job.json is refused", () => {
  const path = temporaryFolder();
  writeFileSync(join(path, "job.json"), '{"key": 7');
  expect(() => claim(path, { key: "k", resume: true })).toThrow(/damaged/);
});

test("a file is replaced whole or stays as it was", () => {
  const path = temporaryFolder();
  const file = join(path, "summary.csv");
  writeWhole(file, "old");
  writeWhole(file, "new");
  expect(readdirSync(path)).toEqual(["summary.csv"]);
  mkdirSync(join(path, "folder"));
  expect(() => writeWhole(join(path, "folder"), "text")).toThrow();
  expect(readdirSync(path)).toEqual(["folder", "summary.csv"]);
});

test("what a killed process had half written is gone when the next one enters", () => {
  const path = temporaryFolder();
  mkdirSync(join(path, "charts"));
  writeFileSync(join(path, "job.json"), job("mine", "running"));
  for (const name of [
    "rows.csv.123.tmp",
    "tmp_rows.parquet.9.tmp",
    join("charts", "reach.svg.123.tmp"),
    "kept.tmp",
    "rows.csv",
  ])
    writeFileSync(join(path, name), "");
  claim(path, { key: "mine", resume: true }).release();
  expect(readdirSync(path, { recursive: true }).sort()).toEqual(["charts", "job.json", "kept.tmp", "rows.csv"]);
});

test("what is written through a symbolic link keeps it, and makes what it leads to; a circle of links is refused", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "kept"));
  writeFileSync(join(folder, "kept", "old.txt"), "old");
  const links = { there: join("kept", "old.txt"), missing: join("kept", "new.txt"), second: "missing" };
  for (const [name, to] of Object.entries(links)) symlinkSync(to, join(folder, name));
  for (const name of Object.keys(links)) {
    writeWhole(join(folder, name), name);
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, name), "utf8")).toBe(name);
  }
  expect(readdirSync(join(folder, "kept")).sort()).toEqual(["new.txt", "old.txt"]);
  symlinkSync("b", join(folder, "a"));
  symlinkSync("a", join(folder, "b"));
  expect(() => writeWhole(join(folder, "a"), "")).toThrow(/symbolic links must lead to a file, got a circle/);
});

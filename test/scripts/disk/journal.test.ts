import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJournal } from "../../../scripts/disk/journal.ts";
import { type Done } from "../../../models/studies/work/table.ts";
import { temporaryFolder } from "../../support/folder.ts";

const blocks: Done[] = [
  { point: 0, from: 0, values: Float64Array.of(1.5, NaN, -0, 1e300), failures: [] },
  { point: 1, from: 2, values: Float64Array.of(4, 5), failures: [{ world: 2, error: 'said "no"\nand more' }] },
];

function written(path: string, all: readonly Done[] = blocks): void {
  const journal = openJournal(path);
  for (const done of all) journal.append(done);
  journal.close();
}

test("what was appended is found again, bit for bit", () => {
  const path = join(temporaryFolder(), "journal.jsonl");
  written(path);
  const journal = openJournal(path);
  journal.close();
  expect(journal.found).toEqual(blocks);
});

test("cut at any byte, only whole blocks are found, and appending goes on after them", () => {
  const folder = temporaryFolder();
  const whole = join(folder, "whole.jsonl");
  written(whole);
  const bytes = readFileSync(whole);
  const firstEnds = bytes.indexOf(10) + 1;
  for (let cut = 0; cut <= bytes.length; cut++) {
    const path = join(folder, "cut.jsonl");
    writeFileSync(path, bytes.subarray(0, cut));
    const journal = openJournal(path);
    const expected = cut === bytes.length ? 2 : cut >= firstEnds ? 1 : 0;
    expect(journal.found).toEqual(blocks.slice(0, expected));
    for (const done of blocks.slice(expected)) journal.append(done);
    journal.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }
});

test("a changed byte ends what is believed", () => {
  const path = join(temporaryFolder(), "journal.jsonl");
  written(path);
  const bytes = readFileSync(path);
  const at = bytes.indexOf("data") + 12;
  bytes[at] = bytes[at] === 65 ? 66 : 65;
  writeFileSync(path, bytes);
  const journal = openJournal(path);
  journal.close();
  expect(journal.found).toEqual([]);
});

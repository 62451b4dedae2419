import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { sequence, streamKey } from "../../models/core/index.ts";
import { begin, ended, ovation } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";

const SEATS = "seats:rows=10,columns=10,view";
/** Some 15 s of work on one idle core, in blocks of 150 ms, then charts and a report: more than the kills let pass. */
const JOB = [
  ...["sweep", "standing-ovation", "--network", `${SEATS}=five`, "--network", `${SEATS}=cone`],
  ...["--vary", "order=random,incentive", "--vary", "quality=0.45,0.5,0.55"],
  ...["--replicates", "400", "--seed", "resume", "--quiet"],
];
const WORLDS = 2 * 2 * 3 * 400;
const KILLS = 20;
/** The last kills fall while tables, charts and the report are written. */
const LATE = 6;

/** SHA-256 of every file but `job.json`, which alone tells times of day. */
function sums(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const kept = files.filter((name) => name !== "job.json").sort();
  return Object.fromEntries(
    kept.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
const timeOf = (path: string): number => (existsSync(path) ? statSync(path).mtimeMs : 0);

test(
  "a sweep killed 20 times at random moments and resumed ends equal to an unbroken one",
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder();
    const [whole, broken] = [join(folder, "whole"), join(folder, "broken")];
    expect((await ovation(...JOB, "--threads", "1", "--out", whole)).code).toBe(0);

    const moments = sequence(streamKey(1, "moments of killing"));
    const journal = join(broken, "journal.jsonl");
    const rows = join(broken, "rows.parquet");
    for (let kill = 0; kill < KILLS; kill++) {
      const late = kill >= KILLS - LATE;
      const before = late ? timeOf(rows) : sizeOf(journal);
      const child = begin([...JOB, "--threads", kill % 2 === 0 ? "1" : "2", "--resume", "--out", broken]);
      const over = ended(child);
      while (child.exitCode === null && (late ? timeOf(rows) : sizeOf(journal)) <= before) await setTimeout(5);
      await setTimeout(moments.uniform() * (late ? 250 : 120)); // what is written after the rows takes longer
      child.kill("SIGKILL");
      expect((await over).code).toBe(null);
    }

    const last = await ovation(...JOB, "--resume", "--json", "--out", broken);
    expect(last.code).toBe(0);
    expect(JSON.parse(last.out)).toMatchObject({ runs: WORLDS, done: WORLDS, failed: 0 });
    expect(sums(broken)).toEqual(sums(whole));
  },
);

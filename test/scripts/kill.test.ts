import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { begin, ended, ovation } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";
import { BRIEF } from "../support/small-studies.ts";

/**
 * Of every kind that the test of `sweep` and that of `compare` leave out, a job of some seconds on one core: it is
 * killed after its first block, a moment's work.
 */
const JOBS: Readonly<Record<string, readonly string[]>> = {
  choose: [
    ...["choose", "--network", "barabasi-albert:nodes=3000,links=3", "--set", "probability=0.2", "--count", "5"],
    ...["--method", "degree,random", "--replicates", "1500"],
  ],
  degrees: [
    ...["degrees", "--network", "watts-strogatz:nodes=3000,degree=8,rewire=0.2", "--model", "copying-chain"],
    ...["--trait", "has", "--permutations", "2000", "--egos", "all"],
  ],
  laboratory: ["degrees", "--laboratory", "--worlds", "8"],
  credit: ["credit", "brief.yaml", "--worlds", "12", "--members", "10"],
  rehearse: ["rehearse", "brief.yaml", "--worlds", "50"],
  prove: ["prove", "--only", "karate club from"],
  run: ["run", "standing-ovation", "--network", "seats:rows=10,columns=10,view=five", "--replicates", "800"],
};

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name !== "job.json" && statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), "base64")]),
  );

test.for(Object.entries(JOBS))(
  "%s killed once it has kept something and resumed on two threads ends in the same bytes, and is the same again",
  { timeout: 300_000 },
  async ([kind, words]) => {
    const folder = temporaryFolder();
    const brief = join(folder, "brief.yaml");
    writeFileSync(brief, BRIEF.replace("nodes=60", "nodes=400"));
    const job = [...words.map((word) => (word === "brief.yaml" ? brief : word)), "--quiet"];
    const into = (name: string): string[] => [kind === "prove" ? "--results" : "--out", join(folder, name)];
    const whole = await ovation(...job, ...into("whole"), "--threads", "1", "--json");
    expect(whole).toMatchObject({ code: 0 });

    const child = begin([...job, ...into("broken"), "--threads", "1"]);
    const over = ended(child);
    const journal = join(folder, "broken", "journal.jsonl");
    while (child.exitCode === null && sizeOf(journal) === 0) await setTimeout(2);
    child.kill("SIGKILL");
    expect((await over).code).toBe(null);

    const resumed = await ovation(...job, ...into("broken"), "--threads", "2", "--resume", "--json");
    expect(resumed.code).toBe(0);
    expect(filesOf(join(folder, "broken"))).toEqual(filesOf(join(folder, "whole")));
    if (kind !== "run") {
      expect(resumed.out).toBe(whole.out);
      expect(readFileSync(join(folder, "broken", "answer.json"), "utf8")).toBe(whole.out);
    }
    const read = await ovation(...job, ...into("broken"), "--json"); // a finished folder is only read
    if (kind !== "run") expect(read.out).toBe(whole.out);
    const again = await ovation("rerun", join(folder, "broken"), "--json", "--quiet", "--threads", "2");
    expect(JSON.parse(again.out)).toEqual({ same: true, differences: [], redrawn: [], since: [] });
  },
);

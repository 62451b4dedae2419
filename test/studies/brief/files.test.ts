import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { briefOf } from "../../../scripts/disk/brief-file.ts";
import { locate, type Place } from "../../../models/studies/brief/files.ts";
import { readBrief } from "../../../models/studies/brief/read.ts";
import { ovation } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

const place = (...paths: string[]): Place => ({
  has: (path) => paths.includes(path),
  names: (folder) => paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)),
});
const find = (network: string, brief: string, ...paths: string[]) => {
  const found = locate({ network }, brief, place(...paths));
  return "faults" in found ? found.faults.map(({ text }) => text).join("\n") : found.customers.network;
};

test("a file stands beside its brief, else where the command is run", () => {
  expect(find("ties.csv", "mine/b.yaml", "mine/ties.csv", "ties.csv")).toBe("mine/ties.csv");
  expect(find("ties.csv", "mine/b.yaml", "ties.csv")).toBe("ties.csv");
  expect(find("ties.csv?directed=true", "mine/b.yaml", "mine/ties.csv")).toBe("mine/ties.csv?directed=true");
  expect(find("/far/ties.csv", "mine/b.yaml", "/far/ties.csv")).toBe("/far/ties.csv");
  expect(find("configuration:degrees=d.txt,nodes=9", "mine/b.yaml", "mine/d.txt")).toBe(
    "configuration:degrees=mine/d.txt,nodes=9",
  );
  expect(find("configuration:degrees=2x0.7+10x0.3,nodes=9", "b.yaml")).toBe(
    "configuration:degrees=2x0.7+10x0.3,nodes=9",
  );
  expect([find("karate", "mine/b.yaml"), find("ring:nodes=9,degree=2", "b.yaml")]).toEqual([
    "karate",
    "ring:nodes=9,degree=2",
  ]);
});

test("what is not there is refused with the places looked at and the nearest right name", () => {
  expect(find("ties.cvs", "mine/b.yaml", "mine/ties.csv")).toBe(
    "customers.network: there must be a file ties.cvs; there is none at mine/ties.cvs nor at ties.cvs; did you mean mine/ties.csv?",
  );
  expect(find("ties.csv", "b.yaml")).toBe(
    "customers.network: there must be a file ties.csv; there is none at ties.csv",
  );
  expect(find("karat", "b.yaml")).toContain("did you mean karate?");
  expect(find("rign:nodes=9", "b.yaml")).toContain(
    "customers.network: rign is not a kind of network; did you mean ring?",
  );
  expect(find("ties.csv?direkted=true", "b.yaml", "ties.csv")).toContain(
    "direkted is not a choice for a file; did you mean directed?",
  );
});

test("missing files are told with all other faults, each with its line, and found files are where the brief leads", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "mine"));
  const path = join(folder, "mine/b.yaml");
  const write = (people: string): void =>
    writeFileSync(
      path,
      `title: x\ncustomers:\n  network: ties.csv\n  people: ${people}\nmarket: { quality: 3 }\narms: { a: { program: sampling-program } }\n`,
    );
  writeFileSync(join(folder, "mine/ties.csv"), "a,b\n");
  writeFileSync(join(folder, "mine/people.csv"), "id\na\nb\n");
  write("poeple.csv");
  expect(() => briefOf(path)).toThrow(
    `${path}:4: customers.people: there must be a file poeple.csv; there is none at ${folder}/mine/poeple.csv nor at poeple.csv; did you mean ${folder}/mine/people.csv?\n${path}:5: market.quality must be`,
  );
  write("people.csv");
  writeFileSync(
    path,
    "title: x\ncustomers: { network: ties.csv, people: people.csv }\narms: { a: { program: sampling-program } }\n",
  );
  expect(briefOf(path).customers).toEqual({ network: `${folder}/mine/ties.csv`, people: `${folder}/mine/people.csv` });
  expect(
    readBrief("title: x\ncustomers: { network: far.csv }\narms: { a: { program: sampling-program } }\n", "b.yaml")
      .customers.network,
  ).toBe("far.csv"); // nobody said what is there
});

test(
  "a brief that is not there is told by the command that wants it, and an example is written into no new folder",
  { timeout: 60_000 },
  async () => {
    for (const command of ["rehearse", "credit"])
      expect((await ovation(command, "nowhere.yaml")).err).toBe(
        `${command}: there must be a file nowhere.yaml; there is none (compare --init writes an example)\n`,
      );
    const far = join(temporaryFolder(), "none");
    const { code, err } = await ovation("compare", "--init", join(far, "b.yaml"));
    expect([code, err]).toEqual([
      2,
      `compare: --init must name a file in an existing folder, and there is no folder ${far}\n`,
    ]);
  },
);

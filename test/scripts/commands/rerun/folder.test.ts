import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepare, type SweepRequest } from "../../../../models/studies/work/job.ts";
import { disk } from "../../../../scripts/disk/sources.ts";
import { rerun } from "../../../../scripts/commands/rerun/folder.ts";
import { sweepStudy } from "../../../../models/studies/sweep/study.ts";
import { carry } from "../../../../scripts/cli/carry.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const request: SweepRequest = {
  command: "nothing",
  model: "independent-cascade",
  networks: ["path:nodes=3"],
  axes: [],
  points: [{ values: {}, network: "path:nodes=3", parameters: {} }],
  set: {},
  seed: "1",
  replicates: 2,
};

test("a folder without a whole finished job is refused by its name", async () => {
  const folder = temporaryFolder();
  const saved = (job: object): Promise<void> => {
    writeFileSync(join(folder, "job.json"), JSON.stringify(job));
    return rerun(folder, { quiet: true });
  };
  await expect(rerun(join(folder, "none"), {})).rejects.toThrow("job.json must be the job.json of a results folder");
  await expect(saved({ key: "k", state: "running" })).rejects.toThrow("must hold a finished job");
  for (const part of [{}, { request }, { request: { model: "m" }, model: {}, networks: [] }]) {
    await expect(saved({ key: "k", state: "done", ...part })).rejects.toThrow("parts of it are missing");
  }
});

test("a finished folder that has lost its results is refused, not taken for finished", async () => {
  const out = join(temporaryFolder(), "results");
  const study = sweepStudy(await prepare(request, disk), disk.worlds);
  mkdirSync(out);
  writeFileSync(join(out, "job.json"), JSON.stringify({ key: study.job.key, state: "done" }));
  await expect(carry(study, { out, quiet: true })).rejects.toThrow(
    /results\.json must hold the results of this finished job/,
  );
  writeFileSync(join(out, "results.json"), "{}");
  await expect(carry(study, { out, quiet: true })).rejects.toThrow(RangeError);
});

test("a job of more worlds than fit is refused before anything is read", async () => {
  await expect(prepare({ ...request, networks: ["no-such-file.csv"], replicates: 2e8 }, disk)).rejects.toThrow(
    "at most 100000000 worlds, got 200000000 (1 points)",
  );
});

test("a network is drawn anew in each world only where there is one to draw", async () => {
  const points = [{ values: {}, network: "karate", parameters: {} }];
  await expect(prepare({ ...request, networks: ["karate"], points, redraw: true }, disk)).rejects.toThrow(
    "redraw: the network must be a generated one, got karate",
  );
  expect((await prepare({ ...request, redraw: true }, disk)).setup.redraw).toBe(true);
});

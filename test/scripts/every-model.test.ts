import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalog } from "../../models/catalog.ts";
import { measureNames } from "../../models/core/index.ts";
import golden from "../golden/models.json";
import { within } from "../support/command.ts";
import { digestOf, SEED, STEPS, usualPlace, variationOf, WORLDS } from "../support/every-model.ts";
import { temporaryFolder } from "../support/folder.ts";
import { digestIn } from "../support/rows.ts";

const models = catalog.map(({ model }) => [model.name, model] as const);
const recorded = golden as Record<string, string>;
const JOB = ["--seed", SEED, "--steps", String(STEPS), "--replicates", String(WORLDS), "--quiet"];

test.each(models)("%s gives the digest on record from the command line", async (name, model) => {
  const rows = join(temporaryFolder(), "rows.csv");
  await within("run", name, ...JOB, "--rows", rows);
  expect(digestIn(readFileSync(rows, "utf8"), measureNames(model))).toBe(recorded[name]);
});

/** Worlds are dealt to threads in the same way for every model: these are of four kinds. */
const DEALT = new Set(["standing-ovation", "voter", "independent-cascade", "referral-program"]);

test.each(models)(
  "%s gives the digest on record in a sweep, and another where a parameter differs; on two threads the rows are the same",
  async (name, model) => {
    const { name: parameter, fallback, other } = variationOf(model);
    const names = measureNames(model);
    const folder = temporaryFolder();
    const file = join(folder, "experiment.yaml");
    const vary = { [parameter]: [fallback, other] };
    // Charts take the time; those of one measure are enough, and rows carry them all.
    writeFileSync(file, JSON.stringify({ model: name, network: usualPlace(model), vary, measures: names.slice(0, 1) }));
    const rowsOn = async (threads: string): Promise<string> => {
      const out = join(folder, threads);
      await within("sweep", file, ...JOB, "--threads", threads, "--out", out);
      return readFileSync(join(out, "rows.csv"), "utf8");
    };
    const rows = await rowsOn("1");
    expect([digestIn(rows, names, 0), digestIn(rows, names, 1)]).toEqual([
      recorded[name],
      digestOf(model, { [parameter]: other }),
    ]);
    if (DEALT.has(name)) expect(await rowsOn("2")).toBe(rows);
  },
);

test("the models whose worlds are dealt to two threads are there", () => {
  expect(catalog.filter(({ model }) => DEALT.has(model.name))).toHaveLength(DEALT.size);
});

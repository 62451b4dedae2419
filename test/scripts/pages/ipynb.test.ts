import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { exportNotebook } from "../../../scripts/pages/ipynb.ts";
import { notebooks } from "../../../scripts/pages/list.ts";
import { ovation, ROOT } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { startKernel } from "../../support/jupyter.ts";

interface Ipynb {
  nbformat: number;
  metadata: { kernelspec: { name: string } };
  cells: { cell_type: string; id: string; source: string[] }[];
}

/** Settings under which each notebook is quick. */
const SMALL: Record<string, Record<string, unknown>> = {
  "how-far-influence-travels": { customers: 120, worlds: 8, permutations: 99 },
  "birds-of-a-feather": { worlds: 3 },
  "friendship-paradox": { nodes: 50, worlds: 10 },
  "standing-ovation": { rows: 5, columns: 6, worlds: 20, seed: "x1" },
  "wrong-crowd": { people: 10, worlds: 40, accuracy: 0.6 },
  "global-cascades": { nodes: 100, worlds: 12, mapWorlds: 2 },
  "weak-ties": { side: 10, worlds: 3 },
  influencers: { nodes: 100, worlds: 8, degree: 2 },
  "six-hundred-thousand-mothers": { members: 60_000, population: 6_000_000, worlds: 5 },
  "test-a-program": { customers: 60, worlds: 20 },
  "paying-advocates": { people: 80, worlds: 5, spend: 48 },
  "your-own-data": { worlds: 40, permutations: 99 },
};

test.each(notebooks().map(({ name }) => name))(
  "%s runs in Jupyter's Deno kernel, cell by cell, with charts and tables",
  async (name) => {
    const folder = temporaryFolder();
    const { ipynb } = await exportNotebook(name, folder, SMALL[name]);
    const { nbformat, metadata, cells } = JSON.parse(readFileSync(ipynb, "utf8")) as Ipynb;
    expect([nbformat, metadata.kernelspec.name]).toEqual([4, "deno"]);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells[0].source[0]).toMatch(/^# /);
    const kernel = await startKernel(folder);
    const shown: string[] = [];
    try {
      for (const { cell_type, source } of cells) {
        if (cell_type !== "code") continue;
        const text = source.join("");
        const { outputs, error } = await kernel.execute(text, !text.includes("const settings"));
        expect(error, text).toBeUndefined();
        shown.push(...outputs.flatMap((output) => Object.keys(output)));
      }
    } finally {
      await kernel.close();
    }
    expect(shown).toContain("image/svg+xml");
    expect(shown).toContain("text/html");
  },
);

test("the kernel's numbers are those of the command line, digit for digit", async () => {
  const folder = temporaryFolder();
  await exportNotebook("standing-ovation", folder, SMALL["standing-ovation"]);
  const kernel = await startKernel(folder);
  try {
    await kernel.execute('import { compute, table } from "./standing-ovation.study.js";', false);
    const { outputs } = await kernel.execute(
      'table("measures", await compute({ rows: 5, columns: 6, worlds: 20, seed: "x1" }))',
      true,
    );
    const { out } = await ovation(
      "run",
      "standing-ovation",
      "--network",
      "seats:rows=5,columns=6,view=five",
      "--set",
      "order=random",
      "--seed",
      "x1",
      "--replicates",
      "20",
      "--json",
    );
    const { measures } = JSON.parse(out) as { measures: Record<string, { mean: number; low: number; high: number }> };
    for (const [measure, { mean, low, high }] of Object.entries(measures)) {
      expect(outputs[0]["text/html"]).toContain(`<td>${measure}</td><td>${mean}</td><td>${low}</td><td>${high}</td>`);
    }
  } finally {
    await kernel.close();
  }
});

test("the command writes both files where it is told, as seen from the working folder", async () => {
  const folder = temporaryFolder();
  const out = relative(ROOT, folder);
  const { code, out: told, err } = await ovation("notebooks", "export", "standing-ovation", "--out", out);
  expect({ code, told, err }).toEqual({ code: 0, told: `${join(out, "standing-ovation.ipynb")}\n`, err: "" });
  expect(readdirSync(folder).sort()).toEqual(["standing-ovation.ipynb", "standing-ovation.study.js"]);
});

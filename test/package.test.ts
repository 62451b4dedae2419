import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openBrowser } from "../scripts/pages/chromium.ts";
import { ROOT } from "./support/command.ts";

/** The whole project is compiled, and what it needs installed. */
const LONG = 900_000;
const FROM_CACHE = ["--prefer-offline", "--no-audit", "--no-fund"];

const MODULE = `
import { defineModel, real, run } from "ovation";
import { catalog } from "ovation/catalog";
import { independentCascade } from "ovation/cascades";
import { factorial } from "ovation/experiments";
import { voter } from "ovation/influence";
import { netOf } from "ovation/ledger";
import { market } from "ovation/market";
import { describe, generate } from "ovation/networks";
import { choose } from "ovation/programs";
import { summarize } from "ovation/statistics";
import { readBrief } from "ovation/studies";
const network = generate("karate", 1);
const { reach } = run(independentCascade, network, { parameters: { probability: 1, seeds: ["0"] } });
const parts = [defineModel, real, factorial, voter, netOf, market, readBrief].filter((part) => part !== undefined);
const { chosen } = choose("degree", { network, count: 2, seed: 1 });
const { mean } = summarize(Float64Array.of(1, 3));
const last = reach[reach.length - 1];
console.log(JSON.stringify([last, describe(network).edges, chosen, mean, parts.length, catalog.length > 20]));
`;
const ON_NODE = `
import { briefFile, experimentFile, openNetwork, saveNetwork, threads } from "ovation/node";
await saveNetwork(network, "karate.graphml.gz");
const { network: again } = await openNetwork("karate.graphml.gz");
const same = run(independentCascade, again, { parameters: { probability: 1, seeds: ["0"] } }).reach;
console.log(again.size, same[same.length - 1], [briefFile, experimentFile, threads].every((part) => part !== undefined));
`;
const WRONG = `
// @ts-expect-error a probability is a number
run(independentCascade, network, { parameters: { probability: "1" } });
`;
const MODEL = `
import { defineModel, f64, whole } from "ovation";
const steps: number = await Promise.resolve(2);
export const count = defineModel({
  name: "count", about: "Counts its steps.", source: "a test",
  parameters: { most: whole(9, { min: 1, max: 9, about: "fails after so many" }) },
  state: { seen: f64("steps seen") }, streams: {}, steps,
  setup() {},
  step({ state: { seen }, parameters, time }) {
    if (time > parameters.most) throw new Error("too many");
    seen.fill(time);
  },
  measures: { steps: { about: "steps", unit: "steps", of: ({ state }) => state.seen[0] } },
});
`;

/** What a script prints first in a browser. */
async function printedInPage(script: string): Promise<string> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const [said] = await Promise.all([
      Promise.race([page.waitForEvent("console"), page.waitForEvent("pageerror")]),
      page.addScriptTag({ type: "module", content: script }),
    ]);
    return said instanceof Error ? said.message : said.text();
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "ovation-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), LONG);

test(
  "the package installs into an empty folder, and there all works that its README says",
  { timeout: LONG },
  async () => {
    const at = (cwd: string, program: string, ...words: string[]): string =>
      execFileSync(program, words, {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, NO_COLOR: "1" },
      });
    const [packed] = JSON.parse(at(ROOT, "npm", "pack", "--json", "--silent", "--pack-destination", folder)) as {
      filename: string;
    }[];
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    at(folder, "npm", "install", ...FROM_CACHE, `./${packed.filename}`);

    const found = [34, 78, [33, 0], 2, 7, true];
    writeFileSync(join(folder, "use.mjs"), MODULE + ON_NODE);
    expect(at(folder, "node", "use.mjs")).toBe(`${JSON.stringify(found)}\n34 34 true\n`);
    // A bundler makes one file of it for a page, which needs nothing of Node.
    mkdirSync(join(folder, "page"));
    writeFileSync(join(folder, "page", "index.html"), '<script type="module" src="./use.mjs"></script>');
    writeFileSync(join(folder, "page", "use.mjs"), MODULE);
    at(folder, "npx", "vite", "build", "page", "--logLevel", "error");
    const [bundle] = readdirSync(join(folder, "page", "dist", "assets"));
    const bundled = join(folder, "page", "dist", "assets", bundle);
    expect(await printedInPage(readFileSync(bundled, "utf8"))).toEqual(JSON.stringify(found));
    writeFileSync(join(folder, "use.ts"), MODULE + ON_NODE + WRONG);
    for (const [module, resolution, ...rest] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler", "--skipLibCheck"], // the same declarations, checked once
    ])
      at(
        folder,
        "npx",
        "tsc",
        "--noEmit",
        "--strict",
        "--target",
        "es2023",
        "--lib",
        "es2023,dom",
        "--module",
        module,
        "--moduleResolution",
        resolution,
        ...rest,
        "use.ts",
      );

    writeFileSync(join(folder, "count.ts"), MODEL);
    const ran = JSON.parse(
      at(folder, "npx", "ovation", "run", "./count.ts", "--threads", "2", "--json", "--quiet"),
    ) as {
      measures: { steps: { mean: number } };
    };
    expect(ran.measures.steps.mean).toBe(2);
    expect(() => at(folder, "npx", "ovation", "run", "./count.ts", "--set", "most=1", "--quiet")).toThrow(
      "count.ts:10: too many",
    );

    const begun = JSON.parse(at(folder, "npx", "ovation", "init", "my-study", "--json")) as { files: string[] };
    const study = join(folder, "my-study");
    const readme = readFileSync(join(study, "README.md"), "utf8");
    for (const file of begun.files.filter((name) => !/^(README|package|tsconfig|\.git)/.test(name)))
      expect(readme).toContain(file);
    at(study, "npm", "install", ...FROM_CACHE);
    const lines = [...readme.matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, block]) => block.trim().split("\n"));
    const commands = lines.map((line) => line.replace(/\s+#.*/, "").split(" "));
    expect(commands.length).toBeGreaterThan(10);
    // What serves until it is ended is tried elsewhere; npm install has been run.
    for (const [program, ...words] of commands.filter((all) => !all.includes("dev") && all[1] !== "install"))
      at(study, program, ...words);
    expect(readdirSync(join(study, "results", "brief"))).toContain("report.html");
    expect(readdirSync(join(study, "results", "experiment"))).toContain("report.html");
  },
);

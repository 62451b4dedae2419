import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBrief } from "../../../../models/studies/brief/read.ts";
import { compareStudy } from "../../../../models/studies/compare/study.ts";
import { carry } from "../../../../scripts/cli/carry.ts";
import { type Decision } from "../../../../models/studies/compare/decision.ts";
import { prepareComparison } from "../../../../models/studies/compare/prepared.ts";
import { disk } from "../../../../scripts/disk/sources.ts";
import { isCost, LINES } from "../../../../models/studies/compare/measures.ts";
import { decisionTable } from "../../../../models/studies/compare/terminal.ts";
import { begin, ended, ovation } from "../../../support/command.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const TINY = (more = ""): string => `
title: 'Is <it> "worth" it & why?'
currency: EUR
customers: { network: "watts-strogatz:nodes=60,degree=6,rewire=0.2" }
horizon: 20
market: { talk: 0.3, strong: 0.2, advertising: 0.05, leaving: 0.05, rivalAtStart: 0.1 }
arms:
  <b>bold</b>: { program: sampling-program, minimumContacts: 0, memberShare: 0.1, samples: 3, sampleCost: 0.1 }
  idle: { program: sampling-program, memberShare: 0, samples: 0, duty: 0 }
assumptions:
  use: 0.5..1
  boost: [2, 4]
stop: { atLeast: 20, atMost: 30 }
${more}`;

async function run(
  brief: string,
  threads: number,
  out = join(temporaryFolder(), "out"),
): Promise<{ decision: Decision; out: string; file(name: string): string }> {
  const prepared = await prepareComparison(readBrief(brief, "tiny.yaml"), "ovation compare tiny.yaml", disk);
  const { answer: decision } = await carry(compareStudy(prepared), { out, threads, quiet: true });
  return { decision: decision!, out, file: (name) => readFileSync(join(out, name), "utf8") };
}

test("a brief ends in the same bytes on one thread and on two", { timeout: 60_000 }, async () => {
  const [one, two] = [await run(TINY(), 1), await run(TINY(), 2)];
  for (const name of ["rows.csv", "decision.json", "report.html"]) expect(two.file(name)).toBe(one.file(name));
  const rows = one.file("rows.csv").trim().split("\n");
  expect(rows).toHaveLength(1 + 30 * 3 + 20 * 3); // none and two programs, 20 worlds for twice as long as well
});

test("a program that does nothing is worth exactly nothing, and what a program is worth is the sum of its lines", async () => {
  const { decision } = await run(TINY(), 1);
  const [bold, idle] = decision.arms;
  expect([idle.npv.mean, idle.npv.low, idle.npv.high, idle.profit.share, idle.spend.mean, idle.added.mean]).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  expect(idle.costPerIncremental).toBe(null);
  for (const line of LINES) expect(idle.lines[line].mean).toBe(0);
  const { own, expansion, displacement, acceleration, deepening, samples } = bold.lines;
  expect(own.mean + expansion.mean + displacement.mean + acceleration.mean + deepening.mean - samples.mean).toBeCloseTo(
    bold.npv.mean,
    9,
  );
  expect(bold.spend.mean).toBeCloseTo(6 * 3 * 0.1, 9);
  expect(decision.gap).toBeLessThan(1e-9);
  expect(decision.pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(["<b>bold</b> none", "<b>bold</b> idle", "idle none"]);
  expect(decision.pairs[2].beats.share).toBe(0);
  for (const { a, b, lines, difference } of decision.pairs) {
    expect(
      LINES.reduce((sum, line) => sum + (isCost(line) ? -1 : 1) * lines[line].mean, 0),
      `${a} ${b}`,
    ).toBeCloseTo(difference.mean, 9);
  }
});

test("the report holds no markup but ours, asks nothing of the network and names what it rests on", async () => {
  const { file, decision } = await run(TINY(), 1);
  const page = file("report.html");
  expect(page).toContain("<title>Is &lt;it&gt; &quot;worth&quot; it &amp; why?</title>");
  expect(page).not.toMatch(/<b>|<it>/);
  expect(page).toContain("default-src 'none'");
  expect(page.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|<img|<link|@import/);
  for (const text of ["samples a member gets", "chance that a sample is tried", "ovation compare tiny.yaml"])
    expect(page).toContain(text);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect((page.match(/<svg[^>]* aria-label="[^"]{20,}"/g) ?? []).length).toBe((page.match(/<svg/g) ?? []).length);
  expect(decision.advice.choices.map(({ name }) => name)).toEqual(["<b>bold</b>", "idle", "none"]);
});

test("the decision table fits a terminal of 80 letters and has no colour unless asked", async () => {
  const { decision } = await run(TINY(), 1);
  const lines = decisionTable(decision, { width: 80 }).split("\n");
  expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(80);
  expect(lines.join("")).not.toContain("\u001b");
  const narrow = decisionTable(decision, { width: 60 }).replaceAll("\n", " ");
  expect(narrow).not.toMatch(/paid back|per customer:/); // columns that do not fit are not explained either
  expect(narrow).toContain("over 20 weeks");
  expect(decisionTable({ ...decision, unit: "month", horizon: 104 }).replaceAll("\n", " ")).toContain("over 24 months");
  expect(decisionTable(decision, { width: 100 }).replaceAll("\n", " ")).toContain(
    "per customer: cost of each additional customer (–: nothing is spent, or chance alone could have brought as many)",
  );
  expect(decisionTable(decision, { width: 80, color: true })).toContain("\u001b[1m");
});

test("by how much the line of new customers changes at twice the horizon is the difference of its means", async () => {
  const { longer } = (await run(TINY(), 1)).decision;
  expect(longer!.arms.some(({ change }) => change.mean !== 0)).toBe(true);
  for (const { near, far, change } of longer!.arms)
    expect(change.mean).toBeCloseTo(far.expansion.mean - near.expansion.mean, 9);
});

test("worlds are added at looks planned in advance until every mean is known closely enough", async () => {
  const width = (text: string) => run(TINY().replace("atMost: 30 }", `atMost: 60, width: ${text} }\nlonger: false`), 1);
  const wide = (await width("1000000")).decision;
  expect([wide.worlds, wide.narrow, wide.longer]).toEqual([20, true, null]);
  const never = (await width("0.000001")).decision;
  expect([never.worlds, never.narrow]).toEqual([60, false]);
});

test("what the customers cannot bear is refused before anything runs, once for all programs", async () => {
  const prepared = prepareComparison(readBrief(TINY().replace("leaving: 0.05,", "leaving: 0,"), "tiny.yaml"), "", disk);
  await expect(prepared).rejects.toThrow(/^market: terminal=runOff requires leaving above 0[^\n]*$/);
});

test(
  "--init writes a brief that runs, and never over a file; --schema knows every parameter",
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const file = join(folder, "mine.yaml");
    expect((await ovation("compare", "--init", file)).code).toBe(0);
    const text = readFileSync(file, "utf8");
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./mine.schema.json");
    expect(readBrief(text, file).arms.length).toBeGreaterThan(1);
    const schema = JSON.parse(readFileSync(join(folder, "mine.schema.json"), "utf8")) as {
      properties: Record<string, { properties?: object }>;
    };
    expect(Object.keys(schema.properties.market.properties!)).toContain("quality");
    const again = await ovation("compare", "--init", file);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("must not overwrite a file")]);
  },
);

test("a comparison that was killed and resumed ends equal to an unbroken one", { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const file = join(folder, "tiny.yaml");
  const { writeFileSync, existsSync, statSync } = await import("node:fs");
  writeFileSync(file, TINY("seed: 3").replace("nodes=60", "nodes=200").replace("atMost: 30", "atMost: 100"));
  const [whole, broken] = [join(folder, "whole"), join(folder, "broken")];
  expect((await ovation("compare", file, "--out", whole, "--threads", "1", "--quiet")).code).toBe(0);
  const journal = join(broken, "journal.jsonl");
  const child = begin(["compare", file, "--out", broken, "--threads", "1", "--quiet"]);
  const over = ended(child);
  while (child.exitCode === null && !(existsSync(journal) && statSync(journal).size > 2000))
    await new Promise((resume) => setTimeout(resume, 5));
  child.kill("SIGKILL");
  expect((await over).code).toBe(null);
  const last = await ovation("compare", file, "--out", broken, "--resume", "--json", "--threads", "1", "--quiet");
  expect(last.code).toBe(0);
  expect(JSON.parse(last.out)).toMatchObject({ worlds: 100, currency: "EUR" });
  for (const name of ["rows.csv", "decision.json", "report.html"])
    expect(readFileSync(join(broken, name)).equals(readFileSync(join(whole, name)))).toBe(true);
  const again = await ovation("rerun", broken, "--json", "--threads", "1", "--quiet");
  expect(JSON.parse(again.out)).toEqual({ same: true, differences: [], redrawn: [], since: [] });
});

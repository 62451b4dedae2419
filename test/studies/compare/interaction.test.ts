import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COSTS, GAINS } from "../../../models/ledger/ledger.ts";
import { readBrief } from "../../../models/studies/brief/read.ts";
import { columnNames } from "../../../models/studies/compare/columns.ts";
import { type Decision, decisionOf } from "../../../models/studies/compare/decision.ts";
import { prepareComparison } from "../../../models/studies/compare/prepared.ts";
import { disk } from "../../../scripts/disk/sources.ts";
import { task } from "../../../models/studies/compare/task.ts";
import { decisionTable } from "../../../models/studies/compare/terminal.ts";
import { ovation, ROOT } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { table } from "../../../models/studies/work/table.ts";

const SAMPLES = "program: sampling-program, memberShare: 0.1, minimumContacts: 0, runningCost: 2";
const briefOf = (referral: string, more = ""): string => `
title: Both?
customers: { network: "watts-strogatz:nodes=60,degree=6,rewire=0.2" }
market: { customersAtStart: 0.2, talk: 0.4, strong: 0.2 }
horizon: 30
longer: false
arms:
  both:
    programs: [{ ${referral} }, { ${SAMPLES} }]
${more}
assumptions: { leaving: 0.01..0.03, use: 0.5..1 }
stop: { atLeast: 20, atMost: 20 }
`;
const PAID = "program: referral-program, tenure: 4, inviting: 0.2, sides: both";
const IDLE = "program: referral-program, inviting: 0, sides: none";

async function decided(text: string) {
  const { job, comparison } = await prepareComparison(readBrief(text, "b.yaml"), "", disk);
  const filled = table(1, columnNames(job.brief.arms));
  const block = { point: 0, from: 0, to: 20, want: "measures" } as const;
  filled.take({ ...block, ...(await task(comparison)(block)) });
  return { filled, decision: decisionOf(job, filled, 20, 0) };
}

test("programs that are worth together what each is worth alone have no interaction", async () => {
  const { decision, filled } = await decided(briefOf(IDLE, `  alone: { ${SAMPLES} }`));
  const [{ worth, parts }] = decision.interactions!;
  expect([worth.mean, worth.low, worth.high]).toEqual([0, 0, 0]);
  expect(parts.map(({ program, arm }) => [program, arm])).toEqual([
    ["referral-program", null],
    ["sampling-program", "alone"],
  ]);
  expect(filled.column(0, "0 npv", 20)).toEqual(filled.column(0, "1 npv", 20));
});

test("the interaction is paired, adds up by line, and stands in the table with each alone", async () => {
  const { decision, filled } = await decided(briefOf(PAID));
  const [{ worth, lines, parts }] = decision.interactions!;
  const of = (arm: number): Float64Array => filled.column(0, `${arm} npv`, 20);
  const beyond = of(0).map((both, world) => both - of(1)[world] - of(2)[world]);
  expect(worth.mean).toBeCloseTo(beyond.reduce((sum, one) => sum + one, 0) / 20, 9);
  expect(worth.low).toBeLessThan(worth.mean);
  const net =
    GAINS.reduce((sum, line) => sum + lines[line].mean, 0) - COSTS.reduce((sum, line) => sum + lines[line].mean, 0);
  expect(net).toBeCloseTo(worth.mean, 8);
  for (const line of COSTS)
    expect(parts[0].costs[line].mean + parts[1].costs[line].mean).toBeCloseTo(decision.arms[0].lines[line].mean, 8);
  expect(decision.arms).toHaveLength(1);
  expect(decisionTable(decision, { width: 100 })).toMatch(/together +value alone +interaction/);
});

test("a comparison with several programs in an arm is written, with its assumptions under their own names", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "both.yaml");
  writeFileSync(
    path,
    briefOf(PAID).replace("use: 0.5..1", "use: 0.5..1, inviting: 0.01..0.2").replace("inviting: 0.2, ", ""),
  );
  const out = join(folder, "out");
  expect((await ovation("compare", path, "--out", out, "--quiet", "--threads", "1")).out).toContain("interaction");
  const report = readFileSync(join(out, "report.html"), "utf8");
  expect(report).toContain("Programs in one market");
  expect(await ovation("rerun", out, "--quiet", "--threads", "1")).toMatchObject({ code: 0 });
});

test("the brief of the coffee subscription shows what its two programs are worth together", async () => {
  const out = join(temporaryFolder(), "coffee");
  const path = join(ROOT, "data/briefs/coffee-subscription.yaml");
  const ran = await ovation("compare", path, "--out", out, "--quiet", "--threads", "1");
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/together +value alone +interaction +95 % interval\n {2}both /);
  expect(readFileSync(join(out, "report.html"), "utf8")).toContain("Programs in one market");
  const { arms, interactions } = JSON.parse(readFileSync(join(out, "decision.json"), "utf8")) as Decision;
  const [{ arm, parts, worth }] = interactions!;
  expect([arm, parts.map((part) => part.arm).sort()]).toEqual(["both", ["referrals", "samples"]]);
  const mean = (wanted: string): number => arms.find(({ name }) => name === wanted)!.npv.mean;
  expect(worth.mean).toBeCloseTo(mean("both") - mean("samples") - mean("referrals"), 8);
});

test("a brief with one program an arm says nothing of interaction", async () => {
  const { decision } = await decided(briefOf(PAID).replace(/ {2}both:\n.*\n/, `  one: { ${SAMPLES} }\n`));
  expect(Object.keys(decision)).not.toContain("interactions");
});

test("an arm must have a program or several that differ, and nothing beside several", () => {
  const faults = (arm: string): string[] => {
    try {
      readBrief(briefOf(PAID).replace(/ {2}both:\n.*\n/, `  both: { ${arm} }\n`), "b.yaml");
    } catch (error) {
      return (error as Error).message.split("\n").map((line) => line.replace(/^b.yaml:\d+: /, ""));
    }
    return [];
  };
  expect(faults("about: nothing")).toContain("arms.both.program must be text, got nothing");
  expect(faults(`programs: [{ ${PAID} }]`)).toContain(
    'arms.both.programs must be a list of at least two programs, got [{"program":"referral-program","tenure":4,"inviting":0.2,…',
  );
  expect(faults(`programs: [{ ${PAID} }, { ${IDLE} }]`)).toContain(
    "arms.both: inMarket: programs must have names of their own, got referral twice",
  );
  expect(faults(`programs: [{ ${PAID} }, { program: sampling-program, samplngCost: 1 }], reward: "1:5"`)).toEqual([
    "arms.both.reward must stand with one of programs, got it beside them",
    expect.stringContaining(
      "arms.both.programs.1.samplngCost is not a parameter of sampling-program; did you mean sampleCost?",
    ),
  ]);
});

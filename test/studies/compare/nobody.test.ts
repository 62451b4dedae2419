import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBrief } from "../../../models/studies/brief/read.ts";
import { decisionOf } from "../../../models/studies/compare/decision.ts";
import { columnNames } from "../../../models/studies/compare/columns.ts";
import { prepareComparison } from "../../../models/studies/compare/prepared.ts";
import { disk } from "../../../scripts/disk/sources.ts";
import { caveats } from "../../../models/studies/compare/report/caveats.ts";
import { task } from "../../../models/studies/compare/task.ts";
import { decisionTable } from "../../../models/studies/compare/terminal.ts";
import { table } from "../../../models/studies/work/table.ts";
import { ovation } from "../../support/command.ts";
import { temporaryFolder } from "../../support/folder.ts";

const brief = (arms: string, market = "{}"): string => `
title: x
customers: { network: "ring:nodes=60,degree=6" }
horizon: 12
market: ${market}
arms:
${arms}
stop: { atLeast: 20, atMost: 20 }
longer: false
`;

async function decided(text: string) {
  const { job, comparison } = await prepareComparison(readBrief(text, "b.yaml"), "", disk);
  const filled = table(1, columnNames(job.brief.arms.length));
  const block = { point: 0, from: 0, to: 20, want: "measures" } as const;
  filled.take({ ...block, ...(await task(comparison)(block)) });
  return { decision: decisionOf(job, filled, 20, 0), job };
}

test("a program that nobody joins is named with the reason, in the table and among the caveats", async () => {
  const { decision, job } = await decided(
    brief(
      `  many: { program: sampling-program, runningCost: 3 }
  few: { program: advocate-program, minimumContacts: 0, memberShare: 0.001 }
  shy: { program: sampling-program, minimumContacts: 0, joining: 0 }
  some: { program: sampling-program, minimumContacts: 0, joining: 1 }
  strict: { program: referral-program, leastWorth: 1000, leakage: 0, runningCost: 1 }
  open: { program: referral-program, inviting: 0.5 }`,
      "{ customersAtStart: 0.5, advertising: 0.2 }",
    ),
  );
  const told = decision.nobody.map(({ arm, because }) => `${arm}: ${because}`);
  expect(told).toEqual([
    "many: a member must have at least 25 contacts (minimumContacts), but no customer has more than 6",
    "few: memberShare 0.001 of 60 customers rounds to no members",
    "shy: nobody with enough contacts is willing to join (minimumContacts, joining)",
    "strict: no customer becomes eligible in time and invites anyone (tenure, leastWorth, mostLeaving, inviting)",
  ]);
  expect(decisionTable(decision)).toContain("Nobody takes part in “many” in any world: a member must have at least 25");
  expect(caveats(decision, job).filter((text) => text.startsWith("Nobody"))).toHaveLength(4);
});

test("what is assumed is not blamed by the value that it does not have", async () => {
  const { decision } = await decided(
    `${brief("  many: { program: sampling-program }")}assumptions: { minimumContacts: 20..30 }\n`,
  );
  expect(decision.nobody[0].because).toBe("nobody with enough contacts is willing to join (minimumContacts, joining)");
});

test("machines read of it on standard error as well", { timeout: 60_000 }, async () => {
  const file = join(temporaryFolder(), "b.yaml");
  writeFileSync(file, brief("  many: { program: sampling-program }"));
  const { code, err, out } = await ovation(
    "compare",
    file,
    "--json",
    "--quiet",
    "--threads",
    "1",
    "--out",
    join(temporaryFolder(), "out"),
  );
  expect([code, err]).toEqual([
    0,
    "Nobody takes part in “many” in any world: a member must have at least 25 contacts (minimumContacts), but no customer has more than 6.\n",
  ]);
  expect((JSON.parse(out) as { nobody: unknown[] }).nobody).toHaveLength(1);
});

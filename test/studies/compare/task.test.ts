import { expect, test } from "vitest";
import { readBrief } from "../../../models/studies/brief/read.ts";
import { columnNames } from "../../../models/studies/compare/columns.ts";
import { decisionOf } from "../../../models/studies/compare/decision.ts";
import { prepareComparison } from "../../../models/studies/compare/prepared.ts";
import { disk } from "../../../scripts/disk/sources.ts";
import { task } from "../../../models/studies/compare/task.ts";
import { table } from "../../../models/studies/work/table.ts";

test("a world in which an arm is worth no finite number fails and names the arm; where all fail there is no decision", async () => {
  const text = `
title: x
customers: { network: "ring:nodes=20,degree=4" }
horizon: 10
market: { advertising: 0, awareAtStart: 0, segments: "all:1/1${"0".repeat(308)}/1/1/1" }
arms:
  idle: { program: sampling-program, memberShare: 0 }
  gifts: { program: sampling-program, minimumContacts: 0, joining: 1, memberShare: 0.5 }
longer: false
`;
  const { job, comparison } = await prepareComparison(readBrief(text, "b.yaml"), "", disk);
  const block = { point: 0, from: 0, to: 3, want: "measures" } as const;
  const result = await task(comparison)(block);
  expect(result.failures).toEqual(
    [0, 1, 2].map((world) => ({
      world,
      error: expect.stringMatching(
        new RegExp(`^the worth of gifts in world ${world} must be a finite number, got (NaN|Infinity)$`),
      ) as string,
    })),
  );
  const filled = table(1, columnNames(2));
  filled.take({ ...block, ...result });
  expect(() => decisionOf(job, filled, 3, 0)).toThrow(
    "compare: some world must come to its end, got 3 that failed; the first: the worth of gifts in world 0",
  );
});

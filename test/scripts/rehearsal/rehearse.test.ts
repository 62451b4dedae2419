import { expect, test } from "vitest";
import { readBrief } from "../../../scripts/brief/file.ts";
import { rehearsalOf, tableOf } from "../../../scripts/rehearsal/rehearse.ts";

const brief = readBrief(
  `title: A small launch
customers:
  network: block:sizes=15+15+15+15,within=5,between=0.5
horizon: 20
market: { talk: 0.2, advertising: 0 }
arms:
  samples: { program: sampling-program, samples: 1, sampleCost: 2, improvement: 0 }
assumptions: { strong: 0.1..0.3 }
`,
  "small.yaml",
);
const asked = { outcome: "adopted", share: 0.5, worlds: 6, quiet: true } as const;

test("a rehearsal is the same on one thread and on two, and its table fits a terminal", async () => {
  const one = await rehearsalOf(brief, { ...asked, threads: 1 });
  const two = await rehearsalOf(brief, { ...asked, threads: 2 });
  expect(one.failed).toEqual([]);
  expect(two.rehearsed).toEqual(one.rehearsed);
  const { methods, people } = one.rehearsed!;
  expect(people).toBe(60);
  expect(new Set(methods.map(({ truth }) => truth)).size).toBe(1); // all methods meet the same worlds
  expect(methods[0].bill).toBe(2 * 30);
  const lines = tableOf(one.rehearsed!).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("an arm that the brief does not have is refused with the nearest one", async () => {
  await expect(rehearsalOf(brief, { ...asked, arm: "sample" })).rejects.toThrow("samples");
});

import { expect, test } from "vitest";
import { independentCascade } from "../../../models/cascades/independent-cascade.ts";
import { type RunAnswer } from "../../../models/studies/run/answer.ts";
import { runSummary } from "../../../models/studies/run/summary.ts";

const measure = { mean: 2, sd: 1, stderr: 0.5, low: 1, high: 3, n: 4 };
const answer: RunAnswer = {
  model: "independent-cascade",
  seed: "1",
  replicates: 4,
  steps: "rest",
  parameters: { probability: 0.1, seeds: [] },
  network: { nodes: 2, edges: 1, directed: false, spec: "path:nodes=2" },
  measures: { reach: measure, rounds: { ...measure, n: 0, mean: NaN, low: NaN, high: NaN, sd: NaN } },
};

test("people read every measure with its interval; what does not exist is a dash", () => {
  const lines = runSummary(answer, independentCascade).split("\n");
  expect(lines[1]).toBe("seed 1, 4 worlds, to rest; probability=0.1, seeds=none");
  expect(lines[4]).toMatch(/^ {2}reach +2 +1 to 3 +1 +4 +customers$/);
  expect(lines[5]).toMatch(/^ {2}rounds +– +– to – +– +0 +rounds$/);
});

test("a series that was asked for is shown, a line a step", () => {
  const steps = { step: [0, 1], mean: [1, 2], low: [1, 1.5], high: [1, 2.5] };
  const lines = runSummary({ ...answer, series: { reach: steps, rounds: steps } }, independentCascade).split("\n");
  expect(lines.slice(7).map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["step", "reach", "95 % interval", "rounds", "95 % interval"],
    ["0", "1", "1 to 1", "1", "1 to 1"],
    ["1", "2", "1.5 to 2.5", "2", "1.5 to 2.5"],
  ]);
});

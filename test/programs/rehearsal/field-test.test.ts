import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { type FieldTest, fieldTest } from "../../../models/programs/rehearsal/field-test.ts";
import { judge } from "../../../models/programs/rehearsal/verdict.ts";
import { samplingProgram } from "../../../models/programs/sampling-program.ts";

const network = generate("block:sizes=20+20+20+20+20+20,within=5,between=0.5", "1");
const job: FieldTest = {
  network,
  program: samplingProgram,
  parameters: { samples: 1, duty: 20, talk: 0.1, strong: 0.3, weak: 0.1, advertising: 0, awareAtStart: 0, spread: 0, horizon: 30, quality: 0.9, improvement: 0 },
  seed: "5",
  design: "individual",
  estimator: "difference",
  outcome: "adopted",
  share: 0.5,
};
const WORLDS = 60;
const verdict = (change: Partial<FieldTest>) => {
  const ask = fieldTest({ ...job, ...change });
  const tested = Array.from({ length: WORLDS }, (_, world) => ask(world));
  return judge(tested.map(({ estimate }) => estimate), tested.map(({ truth }) => truth));
};

test("where people talk, treating single persons tells too little, whole communities more", () => {
  const single = verdict({});
  const cluster = verdict({ design: "cluster" });
  expect(single.truth).toBe(cluster.truth); // the same worlds
  expect(single.bias).toBeLessThan(-0.1);
  expect(Math.abs(cluster.bias)).toBeLessThan(Math.abs(single.bias) - 0.05);
});

test("where nobody talks every design and estimator finds the truth", () => {
  const quiet = { ...job.parameters, talk: 0 };
  for (const change of [{}, { design: "cluster" }, { design: "ego" }, { design: "ego", estimator: "egos" }, { design: "cluster", estimator: "exposed" }] as const) {
    const told = verdict({ parameters: quiet, ...change });
    expect(told.truth).toBeGreaterThan(0.5);
    expect(Math.abs(told.bias), JSON.stringify(change)).toBeLessThan((5 * told.sd) / Math.sqrt(WORLDS) + 1e-12);
  }
});

test("egos are told apart only where circles were drawn", () => {
  expect(() => fieldTest({ ...job, estimator: "egos" })).toThrow("rehearsal: estimator egos must go with design ego, got individual");
});

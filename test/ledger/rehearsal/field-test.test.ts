import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { type FieldTest, fieldTest, METHODS } from "../../../models/ledger/rehearsal/field-test.ts";
import { judge } from "../../../models/ledger/rehearsal/verdict.ts";
import { samplingProgram } from "../../../models/programs/sampling-program.ts";

const network = generate("block:sizes=20+20+20+20+20+20,within=5,between=0.5", "1");
const job: FieldTest = {
  network,
  program: samplingProgram,
  parameters: () => ({
    samples: 1,
    duty: 20,
    talk: 0.1,
    strong: 0.3,
    weak: 0.1,
    advertising: 0,
    awareAtStart: 0,
    spread: 0,
    horizon: 30,
    quality: 0.9,
    improvement: 0,
  }),
  seed: "5",
  outcome: "adopted",
  share: 0.5,
  methods: METHODS,
};
const WORLDS = 60;
const verdicts = (change: Partial<FieldTest>) => {
  const ask = fieldTest({ ...job, ...change });
  const tested = Array.from({ length: WORLDS }, (_, world) => ask(world));
  return METHODS.map((method, at) => ({
    ...method,
    ...judge(
      tested.map(({ told }) => told[at].estimate),
      tested.map(({ truth }) => truth),
    ),
  }));
};
const byName = (all: ReturnType<typeof verdicts>, design: string, estimator: string) =>
  all.find((one) => one.design === design && one.estimator === estimator)!;

test("where people talk, treating single persons tells too little, whole communities more", () => {
  const all = verdicts({});
  const single = byName(all, "individual", "difference");
  const cluster = byName(all, "cluster", "difference");
  expect(single.truth).toBe(cluster.truth); // the same worlds
  expect(single.bias).toBeLessThan(-0.1);
  expect(Math.abs(cluster.bias)).toBeLessThan(Math.abs(single.bias) - 0.05);
});

test("where nobody talks every design and estimator finds the truth", () => {
  const quiet = { ...job.parameters(0), talk: 0 };
  for (const told of verdicts({ parameters: () => quiet })) {
    expect(told.truth).toBeGreaterThan(0.5);
    expect(Math.abs(told.bias), `${told.design}/${told.estimator}`).toBeLessThan(
      (5 * told.sd) / Math.sqrt(told.worlds) + 1e-12,
    ); // false alarm 6e-7 each
  }
});

test("a test costs what its own members cost", () => {
  const tested = fieldTest({
    ...job,
    parameters: () => ({ ...job.parameters(0), sampleCost: 2 }),
    methods: [METHODS[0]],
  })(0);
  expect(tested.told[0].bill).toBe(2 * 60);
});

test("egos are told apart only where circles were drawn", () => {
  expect(() => fieldTest({ ...job, methods: [{ design: "individual", estimator: "egos" }] })).toThrow(
    "rehearsal: estimator egos must go with design ego, got individual",
  );
});

test(
  "a test of as many people as is said finds the effect four times in five, counted or not",
  { timeout: 60_000 },
  () => {
    const quiet = { ...job.parameters(0), talk: 0, use: 0.2, awareAtStart: 1, trial: 0.03, horizon: 10 };
    const of = (size: number) => {
      const ask = fieldTest({
        ...job,
        network: generate(`ring:nodes=${size},degree=2`, "1"),
        parameters: () => quiet,
        methods: [METHODS[1]],
      });
      const tested = Array.from({ length: 400 }, (_, world) => ask(world));
      return judge(
        tested.map(({ told }) => told[0].estimate),
        tested.map(({ truth }) => truth),
      );
    };
    const small = of(300);
    expect(small.power).toBeLessThan(0.55);
    expect(small.persons).toBeLessThan(0.3 * small.people); // a quarter of a ring has both contacts alike
    const enough = of(small.smallestTest);
    // 400 worlds at .8: five standard errors are .1, and what is found of 300 people is known to 3 %, which is .03 of
    // power.
    // False alarm 6e-7; people counted in place of people asked would give .3.
    expect(Math.abs(enough.power - 0.8)).toBeLessThan(0.13);
  },
);

test("a design of which too few units would be treated is not tried", () => {
  const tested = fieldTest({ ...job, share: 0.1 })(0);
  const by = (at: number) => tested.told[at];
  expect([by(4).units, by(4).bill, by(4).estimate.value]).toEqual([6, NaN, NaN]); // one of six communities
  expect(by(0).estimate.value).toBeGreaterThan(0);
});

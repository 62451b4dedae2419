import fc from "fast-check";
import { expect, test } from "vitest";
import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { linearThreshold } from "../../models/cascades/linear-threshold.ts";
import { strongAndWeakTies } from "../../models/cascades/strong-and-weak-ties.ts";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { load, type Model, type Network, run, save, start } from "../../models/core/index.ts";
import { band } from "../support/bands.ts";
import { anyShare } from "../support/spread.ts";
import { anyNetwork, path4, tiny } from "../support/tiny.ts";
import { firsts, worlds } from "../support/worlds.ts";

/** Those in which who leaves is lost for good and `present` says who is left. */
const lasting: readonly (readonly [string, Model])[] = [
  independentCascade,
  linearThreshold,
  wattsThreshold,
  complexContagion,
].map((model) => [model.name, model] as const);

const expectRate = (hits: number, count: number, p: number): void => {
  const [low, high] = band(count, p, 1e-6);
  expect(hits).toBeGreaterThanOrEqual(low);
  expect(hits).toBeLessThanOrEqual(high);
};
const lone = tiny(1, []);

test.each(lasting)("in %s a lone customer is still present after t rounds with chance (1 − churn)^t", (_, model) => {
  // 4,000 worlds each, false alarm 1e-6 a check; catches a chance wrong by .06.
  for (const [churn, steps] of [
    [0.2, 1],
    [0.2, 4],
    [0.5, 2],
  ]) {
    const rows = worlds(model, lone, { churn, seeds: ["0"] }, 2_000, { steps });
    expectRate(rows.filter(([, , present]) => present === 1).length, 2_000, (1 - churn) ** steps);
    expect(rows.every(([reach]) => reach === 1)).toBe(true);
  }
});

test.each([
  ["independent-cascade", independentCascade, { probability: 1 }],
  ["watts-threshold", wattsThreshold, { threshold: 0.5 }],
  ["complex-contagion", complexContagion, { threshold: 1 }],
] as readonly (readonly [string, Model, Record<string, unknown>])[])(
  "in %s with churn 1 everyone acts for one round: a wave walks the path and leaves nobody",
  (_, model, parameters) => {
    const { reach, present, rounds } = run(model, path4, { parameters: { ...parameters, churn: 1, seeds: ["0"] } });
    expect([...reach]).toEqual([1, 2, 3, 4, 4]);
    expect([...present]).toEqual([1, 1, 1, 1, 0]);
    expect([...rounds]).toEqual([0, 1, 2, 3, 3]);
  },
);

test("who leaves no longer counts: where two are needed along a strip, each customer further on joins with one chance of staying more", () => {
  // i sees i ± 1 and i ± 2. Customer k joins in round k − 1 iff k − 2 stayed the one round in which k − 1 joined.
  const strip = tiny(6, [
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 3],
    [2, 3],
    [2, 4],
    [3, 4],
    [3, 5],
    [4, 5],
  ]);
  const churn = 0.3;
  const reaches = firsts(complexContagion, strip, { threshold: 2, seeds: ["0", "1"], churn }, 3_000);
  for (const [least, stays] of [
    [3, 0],
    [4, 1],
    [5, 2],
    [6, 3],
  ])
    expectRate(reaches.filter((reach) => reach >= least).length, 3_000, (1 - churn) ** stays);
  expect(firsts(complexContagion, strip, { threshold: 2, seeds: ["0", "1"], churn: 1 }, 20)).toEqual(
    Array<number>(20).fill(3),
  );
});

test("in the linear threshold model the last of a fan joins with ½ + ½·(1 − churn)", () => {
  // 1 joins in round 1. 2 joins then too if θ ≤ ½; else it needs both, so 0 must not have left after round 1.
  const fan = tiny(
    3,
    [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
    true,
  );
  const reaches = firsts(linearThreshold, fan, { seeds: ["0"], churn: 0.4 }, 3_000);
  expectRate(reaches.filter((reach) => reach === 3).length, 3_000, 0.5 + 0.5 * 0.6);
  expect(Math.min(...reaches)).toBe(2);
});

test("where a customer is told by advertising alone, it is informed as the chain of three stages says, and at last lost", () => {
  const [alpha, churn, time] = [0.3, 0.2, 4];
  let informed = 0;
  for (let s = 1; s <= time; s++) informed += alpha * (1 - alpha) ** (s - 1) * (1 - churn) ** (time - s);
  const shares = firsts(strongAndWeakTies, lone, { advertising: alpha, churn, horizon: time }, 3_000);
  expectRate(shares.filter((share) => share === 1).length, 3_000, informed);
  expect(firsts(strongAndWeakTies, lone, { advertising: alpha, churn }, 50)).toEqual(Array<number>(50).fill(0));
  const wave = run(strongAndWeakTies, path4, {
    parameters: { advertising: 0, strongEffect: 1, weak: 0, churn: 1, seeds: ["0"] },
  });
  expect([...wave.informed]).toEqual([0.25, 0.25, 0.25, 0.25, 0]);
  expect(wave.to95[4]).toBe(3); // told by then, though three had left
});

const anyJob = fc.record({ churn: anyShare, count: fc.nat(4), steps: fc.constantFrom(1, 3, 8), seed: fc.string() });
const endOf = (model: Model, network: Network, parameters: Record<string, unknown>, seed: string, steps: number) => {
  const world = start(model, network, { parameters, seed });
  while (world.time < steps && world.step());
  return world;
};
const columnsOf = (...job: Parameters<typeof endOf>) =>
  endOf(...job).state as unknown as Record<"reached" | "lost", Int32Array>;
const late = (reached: ArrayLike<number>): number[] => Array.from(reached, (round) => (round < 0 ? Infinity : round));

test.each(lasting)(
  "in the same world of %s churn never enlarges the reach nor lets anybody join sooner, and nobody comes back",
  (_, model) => {
    fc.assert(
      fc.property(anyNetwork, anyJob, (network, { churn, count, steps, seed }) => {
        const given = { seedCount: Math.min(count, network.size) };
        const loyal = columnsOf(model, network, given, seed, steps);
        const { reached, lost } = columnsOf(model, network, { ...given, churn }, seed, steps);
        late(reached).forEach((round, i) => expect(round).toBeGreaterThanOrEqual(late(loyal.reached)[i]));
        lost.forEach((round, i) => expect(round < 0 || (reached[i] >= 0 && round > reached[i])).toBe(true));
        expect(loyal.lost.every((round) => round === -1)).toBe(true);
        const later = columnsOf(model, network, { ...given, churn }, seed, steps + 3);
        lost.forEach((round, i) =>
          expect(round < 0 || (later.lost[i] === round && later.reached[i] === reached[i])).toBe(true),
        );
      }),
      { numRuns: 60 },
    );
  },
);

test("in the same world of strong and weak ties churn never lets anybody hear sooner", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, (network, { churn, count, seed }) => {
      const given = {
        advertising: 0.1,
        strongEffect: 0.4,
        weakEffect: 0.3,
        weak: 2,
        horizon: 6,
        seedCount: Math.min(count, network.size),
      };
      const [loyal, leaving] = [0, churn].map((each) =>
        Array.from(endOf(strongAndWeakTies, network, { ...given, churn: each }, seed, 6).state["joined"], (when) =>
          when < 0 ? Infinity : when,
        ),
      );
      leaving.forEach((when, i) => expect(when).toBeGreaterThanOrEqual(loyal[i]));
    }),
    { numRuns: 60 },
  );
});

test.each(lasting)(
  "%s without churn keeps everyone it reached; with churn it rests once all have left, kernel asked or not",
  (_, model) => {
    fc.assert(
      fc.property(anyNetwork, anyJob, (network, { count, seed }) => {
        const given = { seedCount: Math.min(count, network.size) };
        for (const [reach, , present] of worlds(model, network, given, 3, { seed })) expect(present).toBe(reach);
        const rows = worlds(model, network, { ...given, churn: 0.4 }, 3, { seed });
        for (const [, , present] of rows) expect(present).toBe(0);
        expect(worlds(model, network, { ...given, churn: 0.4 }, 3, { seed, kernel: false })).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  },
);

test.each(lasting)(
  "%s under churn, saved, loaded or forked, goes on as if nothing had been, and churn may begin in a fork",
  (_, model) => {
    const job = { parameters: { churn: 0.3, seeds: ["0", "2"] }, seed: "held" };
    const [whole, held, loyal] = [job, job, { ...job, parameters: { seeds: ["0", "2"] } }].map((each) =>
      start(model, path4, each),
    );
    for (const world of [held, loyal]) for (let t = 0; t < 2; t++) world.step();
    const copies = [load(model, path4, save(held)), held.fork()];
    while (whole.step());
    for (const copy of copies) {
      while (copy.step());
      expect(copy.state).toEqual(whole.state);
    }
    const left = loyal.fork({ churn: 1 });
    expect(left.measure().present).toBeGreaterThan(0);
    while (left.step());
    expect(left.measure().present).toBe(0);
  },
);

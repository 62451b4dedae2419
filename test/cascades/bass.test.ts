import fc from "fast-check";
import { expect, test } from "vitest";
import { bass } from "../../models/cascades/bass.ts";
import {
  type Given,
  load,
  type Network,
  run,
  save,
  start,
  streamKeys,
  childKey,
  pairUniform,
} from "../../models/core/index.ts";
import { bassCurve, continuousShare, stepShare } from "../../models/studies/proof/adoption-chain.ts";
import { meanBand } from "../support/bands.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork, complete, path4, tiny } from "../support/tiny.ts";
import { meanOf, worlds as worldsOf } from "../support/worlds.ts";

type Wanted = Given<typeof bass.parameters>;
const CLOCKS = ["step", "continuous"] as const;

const columns = (
  network: Network,
  parameters: Wanted,
  count: number,
  seed = "1",
): [adopted: number[], innovators: number[]] => {
  const rows = worldsOf(bass, network, parameters, count, { seed });
  return [rows.map(([adopted]) => adopted), rows.map(([, innovators]) => innovators)];
};
const expectMean = (sample: number[], exact: number): void => {
  // Five standard errors: false alarm 6e-7 a check.
  const [low, high] = meanBand(exact, sample);
  expect(meanOf(sample)).toBeGreaterThanOrEqual(low);
  expect(meanOf(sample)).toBeLessThanOrEqual(high);
};

test("the exact chain gives the known shares of 10, 100 and 1,000 customers, and the curve of infinitely many", () => {
  const facts = { innovation: 0.03, imitation: 0.38, time: 8 };
  expect(continuousShare({ ...facts, size: 10 })).toBeCloseTo(0.535545, 6);
  expect(continuousShare({ ...facts, size: 100 })).toBeCloseTo(0.63778, 6);
  expect([5, 8, 10].map((t) => Number(bassCurve(0.03, 0.38, t).toFixed(6)))).toEqual([0.331199, 0.651738, 0.812803]);
  expect(stepShare({ ...facts, size: 300 })).toBeCloseTo(0.58809, 1);
  expect(stepShare({ ...facts, size: 2, time: 2 })).toBeCloseTo(0.03 + 0.97 * (0.03 + 0.03 * 0.38), 12); // by hand
});

test.each(CLOCKS)("on complete networks the mean share is that of the exact chain, clock %s", (clock) => {
  const exact = clock === "step" ? stepShare : continuousShare;
  for (const [size, innovation, imitation, time, first, count] of [
    [10, 0.03, 0.38, 8, 0, 2000], // catches a mean wrong by .035
    [100, 0.03, 0.38, 8, 0, 150],
    [6, 0.2, 0.9, 2, 1, 2000],
    [5, 0.5, 0.9, 2, 0, 2000], // in steps the chance passes 1
  ]) {
    for (const seed of ["1", "2"]) {
      const [adopted] = columns(
        complete(size),
        { innovation, imitation, clock, horizon: time, seedCount: first },
        count,
        seed,
      );
      expectMean(adopted, exact({ size, innovation, imitation, time, first }));
    }
  }
});

test("without imitation each customer adopts when its own waiting time is over, to the last digits", () => {
  const world = start(bass, path4, {
    parameters: { innovation: 0.25, imitation: 0, clock: "continuous", horizon: 60 },
    seed: "s",
    world: 3,
  });
  while (world.step());
  const key = childKey(streamKeys("s", bass.streams).wait, 3);
  world.state.joined.forEach((moment, i) => expect(moment).toBeCloseTo(-Math.log1p(-pairUniform(key, i, 0)) / 0.25, 9));
  expect([...world.state.through]).toEqual([-1, -1, -1, -1]);
  expect(world.measure().innovators).toBe(1);
});

test("one who has adopted brings in the next along the arc, not against it", () => {
  // 6,000 worlds; 1 follows 0, who adopts at the start, at rate q: 1 − e^−qt.
  const pair = tiny(2, [[0, 1]], true);
  const parameters = { innovation: 0, imitation: 0.5, clock: "continuous", horizon: 2 } as const;
  const [forward] = columns(pair, { ...parameters, seeds: ["0"] }, 6_000);
  expectMean(forward, 0.5 + 0.5 * (1 - Math.exp(-1)));
  expect(columns(pair, { ...parameters, seeds: ["1"] }, 50)[0]).toEqual(Array<number>(50).fill(0.5));
});

test("once all have adopted, the share that nobody brought in is the mean of p / (p + q·share)", () => {
  const size = 40;
  const exact =
    Array.from({ length: size }, (_, k) => 0.03 / (0.03 + (0.38 * k) / (size - 1))).reduce(
      (sum, share) => sum + share,
      0,
    ) / size;
  const [adopted, innovators] = columns(complete(size), { clock: "continuous", horizon: 500 }, 600);
  expect(Math.min(...adopted)).toBe(1);
  expectMean(innovators, exact);
});

test("with churn and without imitation the share settles between coming and going", () => {
  const [p, c, t] = [0.2, 0.3, 4];
  const lone = tiny(1, []);
  const [moving] = columns(lone, { innovation: p, imitation: 0, churn: c, clock: "continuous", horizon: t }, 6_000);
  expectMean(moving, (p / (p + c)) * (1 - Math.exp(-(p + c) * t)));
  const [stepping] = columns(lone, { innovation: p, imitation: 0, churn: c, horizon: t }, 6_000);
  let share = 0;
  for (let step = 0; step < t; step++) share = share * (1 - c) + (1 - share) * p;
  expectMean(stepping, share);
});

/** When each customer adopted; Infinity if never. */
function moments(network: Network, parameters: Wanted, seed: string): number[] {
  const world = start(bass, network, { parameters, seed });
  while (world.step());
  return Array.from(world.state.joined, (moment) => (moment < 0 ? Infinity : moment));
}

test("in the same world, more innovation, imitation or first customers never delay anyone", () => {
  const job = fc.record({
    innovation: share,
    imitation: share,
    more: share,
    further: share,
    count: fc.nat(4),
    seed: fc.string(),
    clock: fc.constantFrom(...CLOCKS),
  });
  fc.assert(
    fc.property(anyNetwork, job, (network, { innovation, imitation, more, further, count, seed, clock }) => {
      const seedCount = Math.min(count, network.size - 1);
      const given: Wanted = { innovation, imitation, clock, horizon: 6, seedCount };
      const base = moments(network, given, seed);
      for (const change of [
        { innovation: innovation + (1 - innovation) * more },
        { imitation: imitation + further },
        { seedCount: seedCount + 1 },
      ]) {
        moments(network, { ...given, ...change }, seed).forEach((moment, i) =>
          expect(moment <= base[i] * (1 + 1e-9) + 1e-12).toBe(true),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test("a world saved or forked at any step goes on as if it had never stopped", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      fc.nat(5),
      fc.constantFrom(...CLOCKS),
      fc.constantFrom(0, 0.2),
      (network, pause, clock, churn) => {
        const parameters: Wanted = { innovation: 0.1, clock, churn, horizon: 9, seedCount: 1 };
        const whole = start(bass, network, { parameters });
        const held = start(bass, network, { parameters });
        for (let t = 0; t < pause; t++) held.step();
        const copies = [load(bass, network, save(held)), held.fork()];
        while (whole.step());
        for (const copy of copies) {
          while (copy.step());
          for (const name of Object.keys(whole.state) as (keyof typeof whole.state)[])
            expect(copy.state[name]).toEqual(whole.state[name]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("a fork with other parameters keeps all that has happened, and more imitation from then on delays nobody", () => {
  const world = start(bass, complete(30), { parameters: { clock: "continuous", horizon: 12 } });
  for (let t = 0; t < 4; t++) world.step();
  const fork = world.fork({ imitation: 0.8 });
  const before = [...world.state.joined];
  while (world.step());
  while (fork.step());
  fork.state.joined.forEach((moment, i) => {
    if (before[i] >= 0) expect(moment).toBe(before[i]);
    else if (world.state.joined[i] >= 0) expect(moment > 4 && moment <= world.state.joined[i]).toBe(true);
  });
  expect(fork.measure().adopted).toBeGreaterThan(world.measure().adopted);
});

test("a fork may change the clock: from then on the rest adopts at its own moments", () => {
  // 200 worlds of 20 customers without imitation, forked after 2 steps: of those left, 1 − e^−3p adopt by 5.
  const lone = tiny(20, []);
  const after = Array.from({ length: 200 }, (_, world) => {
    const held = start(bass, lone, { parameters: { innovation: 0.2, imitation: 0, horizon: 5 }, world });
    held.step();
    held.step();
    const before = held.measure().adopted;
    const fork = held.fork({ clock: "continuous" });
    while (fork.step());
    return fork.measure().adopted - (before + (1 - before) * (1 - Math.exp(-0.6)));
  });
  expectMean(after, 0);
});

test("nothing happens before time or after the horizon, and nobody comes out of nothing", () => {
  expect([...run(bass, path4, { parameters: { horizon: 0, innovation: 1 } }).adopted]).toEqual([0, 0]);
  expect([...run(bass, path4, { parameters: { innovation: 1 } }).adopted]).toEqual([0, 1]);
  for (const clock of CLOCKS) expect(columns(path4, { innovation: 0, clock }, 5)[0]).toEqual([0, 0, 0, 0, 0]);
  const still = start(bass, path4, { parameters: { innovation: 0 } });
  expect([still.step(), still.measure().innovators, still.measure().peak]).toEqual([false, NaN, NaN]);
});

test("the busiest step is that of most adoptions, the first of equals", () => {
  const chain = tiny(
    5,
    [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 4],
    ],
    true,
  );
  const { peak } = run(bass, chain, { parameters: { innovation: 0, imitation: 1, seeds: ["0"] } });
  expect([...peak]).toEqual([NaN, 1, 1]);
});

test("a wrong job is refused with every fault", () => {
  expect(() => start(bass, path4, { parameters: { innovation: 1.3, imitation: -1, horizon: 2.5 } })).toThrow(
    /innovation must be a real number from 0 to 1, got 1.3\n.*imitation must be a real number from 0 to 10, got -1\n.*horizon must be a whole number from 0 to 1000000, got 2.5/,
  );
});

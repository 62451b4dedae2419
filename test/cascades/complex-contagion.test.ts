import fc from "fast-check";
import { expect, test } from "vitest";
import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { type Network, run, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { anyNetwork, complete, path4, tiny, withThresholds } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";
import { recount } from "../support/recount.ts";

const reachOf = (network: Network, parameters: Record<string, unknown>): number[] =>
  worlds(complexContagion, network, parameters, 1)[0].slice(0, 2);

test("on a torus of 200 × 200 one, two or three neighbours fill it in 100, 197 and 295 rounds, four never leave 9", () => {
  // Centola & Macy 2007: Moore neighbourhoods; one first customer, or one and its 8 neighbours.
  const torus = generate("moore-torus:rows=200,columns=200", 1);
  expect(reachOf(torus, { threshold: 1, seeds: ["0"] })).toEqual([40_000, 100]);
  const together = { seeds: ["0"], seedNeighbourhood: true };
  expect(reachOf(torus, { threshold: 2, ...together })).toEqual([40_000, 197]);
  expect(reachOf(torus, { threshold: 3, ...together })).toEqual([40_000, 295]);
  expect(reachOf(torus, { threshold: 4, ...together })).toEqual([9, 0]);
});

/** 100 people who all see each other, with thresholds 0 … 99 unless changed (Granovetter 1978). */
function riot(changes: Record<number, number>): number {
  const crowd = withThresholds(
    complete(100),
    Array.from({ length: 100 }, (_, i) => changes[i] ?? i),
  );
  return reachOf(crowd, { thresholds: "own", seedCount: 0 })[0];
}

test("a riot of 100 ends at 1 without the person of threshold 1, and at 50 without that of 50", () => {
  expect(riot({})).toBe(100);
  expect(riot({ 1: 2 })).toBe(1);
  expect(riot({ 50: 51 })).toBe(50);
});

test("two who have joined bring in a third, one does not", () => {
  const square = tiny(4, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
  ]);
  expect(reachOf(square, { threshold: 2, seeds: ["0", "2"] })).toEqual([4, 1]);
  expect(reachOf(square, { threshold: 2, seeds: ["0", "1"] })).toEqual([2, 0]);
});

test("the neighbour that tipped the balance is remembered, the later of two rounds", () => {
  const world = start(
    complexContagion,
    tiny(4, [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 1],
    ]),
    { parameters: { seeds: ["0", "3"] } },
  );
  while (world.step());
  expect([...world.state.reached]).toEqual([0, 1, 2, 0]);
  expect([...world.state.through]).toEqual([-1, 3, 1, -1]);
});

test("lowered thresholds hold from the next step of a fork", () => {
  const world = start(complexContagion, path4, { parameters: { seeds: ["0"] } });
  world.step();
  const easier = world.fork({ threshold: 1 });
  while (easier.step());
  expect(easier.measure().reach).toBe(4);
  expect([...run(complexContagion, path4, { parameters: { seeds: ["0"] } }).reach]).toEqual([1, 1]);
});

test("thresholds of one's own must be whole numbers from 0", () => {
  const ask = (values: number[]) => () =>
    start(complexContagion, withThresholds(path4, values), { parameters: { thresholds: "own" } });
  expect(ask([0, 1.5, 1, 0])).toThrow("threshold of customer 1 must be a whole number of at least 0, got 1.5");
  expect(ask([0, 1, NaN, 0])).toThrow("threshold of customer 2 must be a whole number of at least 0, got NaN");
});

const anyJob = fc.record({
  threshold: fc.integer({ min: 1, max: 5 }),
  own: fc.option(fc.array(fc.nat(5), { minLength: 14, maxLength: 14 })),
  named: fc.uniqueArray(fc.nat(13), { maxLength: 5 }),
  count: fc.nat(5),
  seedNeighbourhood: fc.boolean(),
  seed: fc.string(),
});

test("the kernel equals the definition, and both equal a recount, on any network", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyJob,
      fc.constantFrom(undefined, 0, 1, 2),
      (plain, { own, named, count, seed, ...rest }, steps) => {
        const network = own ? withThresholds(plain, own.slice(0, plain.size)) : plain;
        const seeds = named.filter((i) => i < network.size).map(String);
        const first = seeds.length > 0 ? { seeds } : { seedCount: Math.min(count, network.size) };
        const parameters = { ...rest, ...first, thresholds: own ? "own" : "same" };
        const job = { seed, ...(steps === undefined ? {} : { steps }) };
        const slow = worlds(complexContagion, network, parameters, 4, { ...job, kernel: false });
        expect(worlds(complexContagion, network, parameters, 4, job)).toEqual(slow);
        if (seeds.length === 0 || rest.seedNeighbourhood || steps !== undefined) return;
        expect(slow[0].slice(0, 2)).toEqual(
          recount(network, seeds.map(Number), (i, active) => active >= (own ? own[i] : rest.threshold)),
        );
      },
    ),
    { numRuns: 400 },
  );
});

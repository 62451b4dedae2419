import fc from "fast-check";
import { expect, test } from "vitest";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { start } from "../../models/core/index.ts";
import { anyShare } from "../support/spread.ts";
import { anyNetwork, cycle5, path4, star5, tiny, withThresholds } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";
import { recount } from "../support/recount.ts";

const reachOf = (...[network, parameters]: [Parameters<typeof worlds>[1], Record<string, unknown>]): number[] =>
  worlds(wattsThreshold, network, parameters, 1)[0].slice(0, 2);

test("one of five neighbours meets a threshold of .2, and .21 asks for two", () => {
  const hub = tiny(6, [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
    [0, 5],
  ]);
  expect(reachOf(hub, { threshold: 0.2, seeds: ["1"] })).toEqual([6, 2]);
  expect(reachOf(hub, { threshold: 0.21, seeds: ["1"] })).toEqual([1, 0]);
  expect(reachOf(hub, { threshold: 0.21, seeds: ["1", "2"] })).toEqual([6, 2]);
});

test("thresholds count in-neighbours only", () => {
  const sees = tiny(
    4,
    [
      [0, 3],
      [1, 3],
      [3, 2],
    ],
    true,
  );
  expect(reachOf(sees, { threshold: 0.5, seeds: ["0"] })).toEqual([3, 2]);
  expect(reachOf(sees, { threshold: 0.6, seeds: ["0"] })).toEqual([1, 0]);
});

test("a neighbourhood starts together, and threshold 0 still needs a neighbour", () => {
  expect(reachOf(cycle5, { threshold: 1, seeds: ["0"], seedNeighbourhood: true })).toEqual([3, 0]);
  expect(reachOf(star5, { threshold: 1, seeds: ["0"], seedNeighbourhood: true })).toEqual([5, 0]);
  expect(
    reachOf(
      tiny(5, [
        [0, 1],
        [1, 2],
      ]),
      { threshold: 0, seeds: ["0"] },
    ),
  ).toEqual([3, 2]);
});

test("the neighbour that tipped the balance is remembered", () => {
  const world = start(wattsThreshold, path4, { parameters: { threshold: 0.6, seeds: ["0", "3"] } });
  while (world.step());
  expect([...world.state.reached]).toEqual([0, -1, -1, 0]);
  const easy = start(wattsThreshold, path4, { parameters: { threshold: 0.5, seeds: ["0", "3"] } });
  while (easy.step());
  expect([...easy.state.through]).toEqual([-1, 0, 3, -1]);
});

test("each customer may have a threshold of its own", () => {
  const mixed = withThresholds(path4, [0, 0.5, 1, 0.3]);
  expect(reachOf(mixed, { thresholds: "own", seeds: ["0"] })).toEqual([2, 1]);
  const ask = (values: number[]) => () =>
    start(wattsThreshold, withThresholds(path4, values), { parameters: { thresholds: "own" } });
  expect(ask([0, 1.5, NaN, 0])).toThrow("threshold of customer 1 must be a share from 0 to 1, got 1.5");
  expect(() => start(wattsThreshold, path4, { parameters: { thresholds: "own" } })).toThrow(
    "requires a network whose nodes have a number named threshold",
  );
});

const anyJob = fc.record({
  threshold: fc.oneof(fc.constantFrom(0, 0.2, 0.25, 1 / 3, 0.5, 1), anyShare),
  own: fc.option(fc.array(anyShare, { minLength: 14, maxLength: 14 })),
  named: fc.uniqueArray(fc.nat(13), { maxLength: 4 }),
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
        const slow = worlds(wattsThreshold, network, parameters, 4, { ...job, kernel: false });
        expect(worlds(wattsThreshold, network, parameters, 4, job)).toEqual(slow);
        if (seeds.length === 0 || rest.seedNeighbourhood || steps !== undefined) return;
        const joins = (i: number, active: number): boolean =>
          active > 0 && active / network.in.degree(i) >= (own ? own[i] : rest.threshold);
        expect(slow[0].slice(0, 2)).toEqual(recount(network, seeds.map(Number), joins));
      },
    ),
    { numRuns: 400 },
  );
});

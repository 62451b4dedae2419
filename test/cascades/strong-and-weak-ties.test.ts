import fc from "fast-check";
import { expect, test } from "vitest";
import { strongAndWeakTies } from "../../models/cascades/strong-and-weak-ties.ts";
import { finish, type Given, load, type Network, resolve, run, save, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band } from "../support/bands.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork, path4, tiny, type Edge } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";

type Wanted = Given<typeof strongAndWeakTies.parameters>;

/** In how many of `count` worlds of one period customer 0 is informed, when the customers `seeds` were before. */
function informedOf(network: Network, seeds: number[], parameters: Wanted, count: number): number {
  const least = (seeds.length + 1) / network.size;
  const rows = worlds(strongAndWeakTies, network, { ...parameters, horizon: 1, seeds: seeds.map(String) }, count);
  return rows.filter(([informed]) => informed >= least).length;
}
const expectRate = (hits: number, count: number, p: number): void => {
  const [low, high] = band(count, p, 1e-6);
  expect(hits).toBeGreaterThanOrEqual(low);
  expect(hits).toBeLessThanOrEqual(high);
};

test("a period informs with chance 1 − (1 − α)(1 − β_w)^j(1 − β_s)^m", () => {
  // 6,000 worlds each, false alarm 1e-6; catches a chance wrong by .04.
  for (const [strong, weak] of [
    [5, 0],
    [0, 7],
    [5, 7],
    [2, 29],
  ]) {
    const others = Array.from({ length: 9 }, (_, j) => j + 1); // all informed, so that every weak contact is
    const network = tiny(
      10,
      others.slice(0, strong).map((j): Edge => [j, 0]),
      true,
    );
    const parameters = { advertising: 0.06, strongEffect: 0.07, weakEffect: 0.015, weak };
    expectRate(
      informedOf(network, others, parameters, 6_000),
      6_000,
      1 - 0.94 * (1 - 0.015) ** weak * (1 - 0.07) ** strong,
    );
  }
});

test("weak contacts are drawn from all others alike", () => {
  // 0 alone is uninformed but for four who never hear: of 8 others 4 are informed, each meeting informs with β_w/2.
  const network = tiny(9, []);
  const parameters = {
    advertising: 0,
    strongEffect: 0,
    weakEffect: 0.4,
    weak: 3,
    horizon: 1,
    seeds: ["5", "6", "7", "8"],
  };
  let hits = 0;
  for (let world = 0; world < 3_000; world++) {
    const { state, step } = start(strongAndWeakTies, network, { parameters, world });
    step();
    hits += state.stage[0] + state.stage[1] === 0 ? 0 : Number(state.stage[0] === 2) + Number(state.stage[1] === 2);
  }
  expectRate(hits, 6_000, 1 - (1 - 0.2) ** 3);
});

test("a sure strong tie walks a path, and the two milestones are the periods that complete them", () => {
  const parameters = { advertising: 0, strongEffect: 1, weak: 0, seeds: ["0"] };
  const { informed, to16, to95 } = run(strongAndWeakTies, path4, { parameters });
  expect([...informed]).toEqual([0.25, 0.5, 0.75, 1]);
  expect([...to16]).toEqual([0, 0, 0, 0]);
  expect([...to95]).toEqual([NaN, NaN, NaN, 3]);
  const still = start(strongAndWeakTies, path4, { parameters: { advertising: 0 } });
  expect([still.step(), still.measure().to16, still.measure().byWeak]).toEqual([false, NaN, NaN]);
});

test("where no network is named, everyone has as many strong contacts as asked for, in closed groups", () => {
  const parameters = resolve("", strongAndWeakTies.parameters, { strong: 4, people: 23 });
  const network = generate(strongAndWeakTies.defaultNetwork!(parameters), 1);
  expect(network.size).toBe(25);
  for (const i of network.nodes)
    expect(
      Array.from(network.out.targets.subarray(network.out.offsets[i], network.out.offsets[i + 1]), (j) =>
        Math.floor(j / 5),
      ),
    ).toEqual(Array(4).fill(Math.floor(i / 5)));
});

const anyJob = fc.record({
  advertising: share,
  strongEffect: share,
  weakEffect: share,
  weak: fc.nat(4),
  count: fc.nat(3),
  seed: fc.string(),
});

test("in the same world, more advertising, larger effects, more weak contacts or first customers never delay anyone", () => {
  const moments = (network: Network, parameters: Wanted, seed: string): number[] => {
    const world = start(strongAndWeakTies, network, { parameters, seed });
    while (world.step());
    return Array.from(world.state.joined, (moment) => (moment < 0 ? Infinity : moment));
  };
  fc.assert(
    fc.property(anyNetwork, anyJob, share, (network, { count, seed, ...rates }, more) => {
      const given = { ...rates, horizon: 5, seedCount: Math.min(count, network.size - 1) };
      const base = moments(network, given, seed);
      const raised = (value: number): number => value + (1 - value) * more;
      for (const change of [
        { advertising: raised(given.advertising) },
        { strongEffect: raised(given.strongEffect) },
        { weakEffect: raised(given.weakEffect) },
        { weak: given.weak + 1 },
        { seedCount: given.seedCount + 1 },
      ]) {
        moments(network, { ...given, ...change }, seed).forEach((moment, i) =>
          expect(moment).toBeLessThanOrEqual(base[i]),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test("weak and strong are told apart by ties, and milestones are the periods in which enough were informed", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, (network, { count, seed, ...rates }) => {
      const world = start(strongAndWeakTies, network, {
        parameters: { ...rates, horizon: 6, seedCount: Math.min(count, network.size) },
        seed,
      });
      const informed: number[] = [];
      finish(world, Infinity, () => informed.push(world.measure().informed));
      const { through } = world.state;
      const told = [...network.nodes].filter((i) => through[i] >= 0);
      const { offsets, targets } = network.in;
      const weak = told.filter((i) => !targets.subarray(offsets[i], offsets[i + 1]).includes(through[i]));
      const by = (share: number): number => informed.findIndex((reached) => reached >= share);
      const { byWeak, to16, to95 } = world.measure();
      expect(byWeak).toBe(told.length === 0 ? NaN : weak.length / told.length);
      expect([to16, to95]).toEqual([0.16, 0.95].map((share) => (by(share) < 0 ? NaN : by(share))));
    }),
    { numRuns: 150 },
  );
});

test("a world saved or forked goes on as if it had never stopped", () => {
  const job = { parameters: { seedCount: 2, weak: 3 } };
  const [whole, held] = [0, 0].map(() => start(strongAndWeakTies, path4, job));
  held.step();
  const copies = [load(strongAndWeakTies, path4, save(held)), held.fork()];
  while (whole.step());
  for (const copy of copies) {
    while (copy.step());
    expect(copy.state).toEqual(whole.state);
  }
});

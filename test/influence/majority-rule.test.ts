import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network, start } from "../../models/core/index.ts";
import { majorityRule } from "../../models/influence/majority-rule.ts";
import { band, meanBand } from "../support/bands.ts";
import { anyNetwork, complete, path4, star5, tiny } from "../support/tiny.ts";
import {
  anySides,
  either,
  endsAtOne,
  exchanged,
  neighboursOf,
  type Outcomes,
  sidesAfter,
  stateOf,
  withSide,
} from "../support/two-opinions.ts";
import { meanOf, worlds } from "../support/worlds.ts";

/** All ways to choose k of the items. */
function choices(items: readonly number[], k: number): number[][] {
  if (k === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), k - 1).map((rest) => [item, ...rest]));
}

/** One meeting by its definition: i is drawn with group − 1 of its neighbours, or all. */
const meeting = (network: Network, group: number, tie: string): Outcomes => {
  const near = neighboursOf(network);
  return (state) =>
    near.flatMap((others, i) => {
      const groups = choices(others, Math.min(group - 1, others.length)).map((chosen) => [i, ...chosen]);
      return groups.map((members) => {
        const ones = members.filter((j) => (state >> j) & 1).length;
        const even = 2 * ones === members.length;
        const side = Number(2 * ones > members.length || (even && tie === "one"));
        const next = even && tie === "keep" ? state : members.reduce((now, j) => withSide(now, j, side), state);
        return [1 / network.size / groups.length, next] as const;
      });
    });
};

test("it ends at 1 as often as the chain of all states does", () => {
  // 2,000 worlds each; false alarm 1e-6.
  const jobs = [
    [complete(5), [0, 1], 3, "keep"],
    [complete(5), [0, 1], 4, "one"],
    [star5, [0, 2], 3, "keep"],
    [path4, [0, 1], 3, "one"],
    [path4, [0, 3], 2, "zero"],
  ] as const;
  for (const [network, ones, group, tie] of jobs) {
    const chance = endsAtOne(network.size, meeting(network, group, tie))[stateOf(ones)];
    const won = worlds(majorityRule, network, { group, tie, ones: ones.map(String) }, 2000, { steps: 500 }).filter(
      ([opinion]) => opinion === 1,
    ).length;
    const [low, high] = band(2000, chance);
    expect(won, `${network.size}, ${group}, ${tie}: ${chance}`).toBeGreaterThanOrEqual(low);
    expect(won).toBeLessThanOrEqual(high);
  }
});

test("in groups of three among all, odds of each move are (ones − 1) to (zeros − 1)", () => {
  const chance = endsAtOne(6, meeting(complete(6), 3, "keep"));
  // From 2 of 6: up with odds 1 : 3; the product of odds gives 1 in 8 from 2, 1 in 2 from 3.
  expect(chance[stateOf([0, 1, 2])]).toBeCloseTo(1 / 2, 10);
  expect(chance[stateOf([0, 1])]).toBeCloseTo(1 / 8, 10);
});

/** Chance of a majority of 1 in a group, each holding 1 with chance p. */
function majority(p: number, group: number, tie: string): number {
  let sum = 0;
  let ways = 1;
  for (let k = 0; k <= group; k++) {
    const chance = ways * p ** k * (1 - p) ** (group - k);
    sum += chance * (2 * k > group ? 1 : 2 * k < group ? 0 : tie === "one" ? 1 : tie === "zero" ? 0 : 0.5);
    ways = (ways * (group - k)) / (k + 1);
  }
  return sum;
}

test("one split of all into groups turns the share as Galam's formula says", () => {
  // 300 worlds of 600; false alarm 6e-7 each; catches a shift of .006.
  for (const [p, group, tie] of [
    [0.4, 3, "keep"],
    [0.3, 4, "one"],
    [0.7, 4, "zero"],
    [0.6, 5, "keep"],
    [0.45, 4, "keep"],
  ] as const) {
    const shares = worlds(majorityRule, tiny(600, []), { meeting: "anyone", share: p, group, tie }, 300, {
      steps: 1,
    }).map(([opinion]) => opinion);
    const [low, high] = meanBand(majority(p, group, tie), shares);
    expect(meanOf(shares), `${p}, ${group}, ${tie}`).toBeGreaterThanOrEqual(low);
    expect(meanOf(shares)).toBeLessThanOrEqual(high);
  }
});

test("among groups of four, whom ties favour wins from any share above .23", () => {
  // Groups of 4: the turning point is .23 where ties go to 1, .77 where they go to 0 (Galam 2002).
  const many = tiny(4000, []);
  for (const [tie, share, wins] of [
    ["one", 0.3, 1],
    ["one", 0.16, 0],
    ["zero", 0.7, 0],
    ["zero", 0.84, 1],
  ] as const) {
    expect(worlds(majorityRule, many, { meeting: "anyone", group: 4, tie, share }, 2)).toEqual(
      Array(2).fill([wins, 1, 1, expect.any(Number)]),
    );
  }
});

test("on a directed network only the one who sees is moved, and consensus stays", () => {
  const sees = tiny(
    3,
    [
      [0, 2],
      [1, 2],
    ],
    true,
  );
  const world = start(majorityRule, sees, { parameters: { ones: ["0", "1"] } });
  while (world.step());
  expect([...world.state.opinion]).toEqual([1, 1, 1]);
  const leaders = start(majorityRule, sees, { parameters: { ones: ["0"] } });
  for (let t = 0; t < 30; t++) leaders.step();
  expect([...leaders.state.opinion].slice(0, 2)).toEqual([1, 0]);
  for (const meeting of ["contacts", "anyone"])
    expect(worlds(majorityRule, star5, { share: 1, meeting }, 2)).toEqual(Array(2).fill([1, 1, 1, 0]));
});

const anyJob = fc.record({
  group: fc.integer({ min: 2, max: 6 }),
  meeting: fc.constantFrom("contacts", "anyone"),
  tie: fc.constantFrom("keep", "one", "zero"),
  seed: fc.string(),
});
const MIRRORED = { keep: "keep", one: "zero", zero: "one" } as const;

test("in the same world the opinions are alike: exchanged at first, and whom ties favour, they are exchanged for ever", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, anySides, fc.nat(4), (network, { tie, ...job }, sides, steps) => {
      const after = sidesAfter(majorityRule, network, sides, steps, { ...job, tie });
      expect(sidesAfter(majorityRule, network, exchanged(sides), steps, { ...job, tie: MIRRORED[tie] })).toEqual(
        exchanged(after),
      );
    }),
    { numRuns: 150 },
  );
});

test("in the same world, more ones at first, or ties that favour them, never leave fewer", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, anySides, anySides, fc.nat(4), (network, { tie, ...job }, sides, more, steps) => {
      const after = (first: number[], ties: string): number[] =>
        sidesAfter(majorityRule, network, first, steps, { ...job, tie: ties });
      const base = after(sides, tie);
      expect(either(after(either(sides, more), tie), base)).toEqual(after(either(sides, more), tie));
      expect(either(after(sides, "one"), base)).toEqual(after(sides, "one"));
    }),
    { numRuns: 150 },
  );
});

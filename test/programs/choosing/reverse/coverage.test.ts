import fc from "fast-check";
import { expect, test } from "vitest";
import { cover } from "../../../../models/programs/choosing/reverse/coverage.ts";
import { type Limits } from "../../../../models/programs/choosing/limits.ts";
import { listing } from "../../../../models/programs/choosing/reverse/listing.ts";
import { type ReverseSets } from "../../../../models/programs/choosing/reverse/sets.ts";

/** A collection of sets written out. */
function collection(sets: readonly (readonly number[])[]): ReverseSets {
  const starts = Int32Array.from({ length: sets.length + 1 }, (_, r) => sets.slice(0, r).flat().length);
  return { members: Int32Array.from(sets.flat()), starts, count: sets.length, grow: () => undefined };
}
function covered(
  sets: readonly (readonly number[])[],
  size: number,
  limits: Partial<Limits>,
  by: "gain" | "ratio" = "gain",
  candidates: Uint8Array | null = null,
) {
  const listed = listing(collection(sets), size);
  listed.update();
  return cover(listed, {
    limits: { count: Infinity, budget: Infinity, costs: null, ...limits },
    by,
    rank: (i) => i,
    candidates,
  });
}
const count = (sets: readonly (readonly number[])[], chosen: readonly number[]): number =>
  sets.filter((set) => set.some((i) => chosen.includes(i))).length;

/** The greedy choice written as it is defined. */
function plain(sets: readonly (readonly number[])[], size: number, many: number): number[] {
  const chosen: number[] = [];
  while (chosen.length < many) {
    const gain = (i: number): number => (chosen.includes(i) ? -1 : count(sets, [...chosen, i]));
    let best = 0;
    for (let i = 1; i < size; i++) if (gain(i) > gain(best)) best = i;
    chosen.push(best);
  }
  return chosen;
}
/** All choices of up to `many` among `size`. */
function choices(size: number, many: number): number[][] {
  const all: number[][] = [[]];
  for (let i = 0; i < size; i++) all.push(...all.filter((one) => one.length < many).map((one) => [...one, i]));
  return all;
}
const anySets = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 5 }), { minLength: 1, maxLength: 30 });

test("it is the greedy choice, and no choice covers more than the bound", () => {
  fc.assert(
    fc.property(anySets, fc.integer({ min: 1, max: 4 }), (sets, many) => {
      const found = covered(sets, 8, { count: many });
      expect(found.chosen).toEqual(plain(sets, 8, many));
      expect(found.covered).toBe(count(sets, found.chosen));
      const best = Math.max(...choices(8, many).map((one) => count(sets, one)));
      expect(found.bound).toBeGreaterThanOrEqual(best);
      expect(found.covered).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
    }),
    { numRuns: 150 },
  );
});

test("under a budget the better of the two keeps 0.405 of the best, and the bound holds", () => {
  const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(anySets, costs, fc.integer({ min: 1, max: 25 }), (sets, prices, budget) => {
      const limits = { budget, costs: Float64Array.from(prices) };
      const cost = (one: readonly number[]): number => one.reduce((sum, i) => sum + prices[i], 0);
      const both = (["gain", "ratio"] as const).map((by) => covered(sets, 8, limits, by));
      const best = Math.max(
        ...choices(8, 8)
          .filter((one) => cost(one) <= budget)
          .map((one) => count(sets, one)),
      );
      for (const { chosen, cost: told, bound } of both) {
        expect(told).toBe(cost(chosen));
        expect(told).toBeLessThanOrEqual(budget);
        expect(bound).toBeGreaterThanOrEqual(best);
      }
      expect(Math.max(...both.map((one) => one.covered))).toBeGreaterThanOrEqual(0.405 * best);
    }),
    { numRuns: 150 },
  );
});

test("the trap: who covers most comes first, and spoils the best pair", () => {
  const sets = Array.from({ length: 12 }, (_, i) => [i < 6 ? 0 : 1, ...(i % 6 < 4 ? [2] : [])]);
  expect(covered(sets, 3, { count: 2 })).toMatchObject({ chosen: [2, 0], covered: 10, tied: 2 });
  expect(covered(sets, 3, { count: 2 }).bound).toBeGreaterThanOrEqual(12);
});

test("gain over cost prefers the cheap, gain the large", () => {
  const sets = [[0], [0], [0], [1], [1]];
  const limits = { budget: 10, costs: Float64Array.of(10, 1) };
  expect(covered(sets, 2, limits, "gain").chosen).toEqual([0]);
  expect(covered(sets, 2, limits, "ratio").chosen).toEqual([1]);
});

test("when nothing is left to gain the rest are taken by rank, candidates alone", () => {
  expect(covered([[2], [2]], 4, { count: 3 })).toMatchObject({ chosen: [2, 0, 1], covered: 2, tied: 2 });
  expect(covered([], 3, { count: 2 })).toMatchObject({ chosen: [0, 1], covered: 0, bound: 0 });
  expect(covered([[2]], 4, { count: 2 }, "gain", Uint8Array.of(0, 0, 1, 1))).toMatchObject({ chosen: [2, 3] });
});

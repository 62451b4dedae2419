import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { choose, type Chosen } from "../../../models/programs/choosing/choose.ts";
import { type Question } from "../../../models/programs/choosing/question.ts";
import { type Spread } from "../../../models/programs/choosing/spread.ts";
import { exactCascade, exactThreshold } from "../../support/exact-reach.ts";
import { type Edge, greedyTrap, tiny } from "../../support/tiny.ts";

const uniform = (probability: number): Spread => ({ rule: "cascade", weighting: "uniform", probability });
const linear: Spread = { rule: "threshold", weighting: "degree", probability: 0 };
const guaranteed = (network: Network, spread: Spread, rest: Omit<Question, "network">, work = 2 ** 14): Chosen =>
  choose("guaranteed", { network, ...rest }, { spread, work });

test("in the karate club the best pair at .1 are its two leaders", () => {
  for (const seed of [1, 2, 3]) {
    const { chosen, certificate, tied } = guaranteed(generate("karate", 1), uniform(0.1), { count: 2, seed }, 2 ** 18);
    expect([...chosen].sort((a, b) => a - b)).toEqual([0, 33]);
    expect(tied).toBe(1);
    const { lower, upper, approximation, failure } = certificate!;
    expect(failure).toBe(1 / 34);
    expect(lower).toBeLessThanOrEqual(6.424545); // the exact reach of the best pair
    expect(upper).toBeGreaterThanOrEqual(6.424545);
    expect(approximation).toBe(lower / upper);
    expect(approximation).toBeGreaterThan(0.8);
  }
});

test("in the greedy trap it reaches 12 of the best 14 and does not claim more", () => {
  for (const seed of [1, 2, 3]) {
    const { chosen, certificate } = guaranteed(greedyTrap, uniform(1), { count: 2, seed });
    expect(exactCascade(greedyTrap, () => 1, chosen)).toBeGreaterThanOrEqual(12);
    expect(certificate!.lower).toBeLessThanOrEqual(12);
    expect(certificate!.upper).toBeGreaterThanOrEqual(14);
    expect(certificate!.approximation).toBeLessThanOrEqual(12 / 14);
    expect(certificate!.approximation).toBeGreaterThanOrEqual(1 - 1 / Math.E - 0.1);
  }
});

/** Sets of customers of at most that many, and their number. */
function pairs(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j) => [i, j])).flat();
}

const smallArcs = fc.record({
  size: fc.integer({ min: 3, max: 7 }),
  ends: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
    minLength: 2,
    maxLength: 9,
    selector: ([u, v]) => `${u} ${v}`,
  }),
});

test("what it certifies holds: chosen above the lower, best below the upper, by enumeration", () => {
  // Each of 30 certificates may be wrong with chance 1e-8: false alarm below 1e-6.
  fc.assert(
    fc.property(smallArcs, fc.boolean(), fc.integer(), ({ size, ends }, byThreshold, seed) => {
      const network = tiny(
        size,
        ends.map(([u, v]): Edge => [u % size, v % size]),
        true,
      );
      const spread = byThreshold ? linear : uniform(0.4);
      const reach = (chosen: readonly number[]): number =>
        byThreshold
          ? exactThreshold(network, (_e, v) => 1 / network.in.degree(v), chosen)
          : exactCascade(network, () => 0.4, chosen);
      const { chosen, certificate } = choose(
        "guaranteed",
        { network, count: 2, seed },
        { spread, failure: 1e-8, work: 1 },
      );
      const best = Math.max(...pairs(size).map(reach));
      expect(certificate!.upper).toBeGreaterThanOrEqual(best - 1e-9);
      expect(certificate!.lower).toBeLessThanOrEqual(reach(chosen) + 1e-9);
      expect(reach(chosen)).toBeGreaterThanOrEqual(certificate!.approximation * best - 1e-9);
    }),
    { numRuns: 30 },
  );
});

test("worth, costs, a budget and a list of candidates are all heeded", () => {
  const star = tiny(
    8,
    [1, 2, 3, 4, 5, 6].map((tip): Edge => [0, tip]),
  );
  const worth = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 100);
  expect(guaranteed(star, uniform(0.5), { count: 1 }).chosen).toEqual([0]);
  expect(guaranteed(star, uniform(0.5), { count: 1, worth })).toMatchObject({
    chosen: [7],
    certificate: { lower: 100 },
  });
  expect(guaranteed(star, uniform(0.5), { count: 1, candidates: [2, 7] }).chosen).toEqual([2]);
  const costs = Float64Array.of(10, 1, 1, 1, 1, 1, 1, 1);
  const cheap = guaranteed(star, uniform(0.1), { count: Infinity, budget: 5, costs });
  expect(cheap.chosen).toHaveLength(5);
  expect(cheap.chosen).not.toContain(0);
  expect(cheap).toMatchObject({ cost: 5, tied: null });
  const one = guaranteed(star, uniform(0.9), { count: 1, budget: 10, costs });
  expect(one.chosen).toEqual([0]);
  expect(one.certificate!.upper).toBeGreaterThanOrEqual(6.4);
});

test("isolated customers count themselves, and all may be chosen", () => {
  const alone = tiny(4, []);
  const { chosen, certificate } = guaranteed(alone, linear, { count: 4 });
  expect([...chosen].sort()).toEqual([0, 1, 2, 3]);
  expect(certificate).toMatchObject({ lower: 4, upper: 4, approximation: 1 });
});

test("the same seed chooses the same, and a wrong request tells what must hold", () => {
  const network = generate("barabasi-albert:nodes=400,links=3", 1);
  const ask = (seed: string): unknown =>
    guaranteed(network, { ...uniform(0), weighting: "weighted-cascade" }, { count: 5, seed });
  expect(ask("a")).toEqual(ask("a"));
  expect(() => choose("guaranteed", { network, count: 1 }, { spread: linear, epsilon: 0.7, failure: 0 })).toThrow(
    "guaranteed: epsilon must lie between 0 and 0.632, got 0.7\nguaranteed: failure must lie between 0 and 1, got 0",
  );
});

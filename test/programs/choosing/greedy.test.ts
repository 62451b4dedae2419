import fc from "fast-check";
import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { choose } from "../../../models/programs/choosing/choose.ts";
import { type Question } from "../../../models/programs/choosing/question.ts";
import { type Spread } from "../../../models/programs/choosing/spread.ts";
import { exactCascade } from "../../support/exact-reach.ts";
import { type Edge, greedyTrap, path4, star5, tiny } from "../../support/tiny.ts";

const uniform = (probability: number): Spread => ({ rule: "cascade", weighting: "uniform", probability });
const greedy = (question: Question, spread: Spread, worlds?: number): number[] =>
  choose("greedy", question, { spread, worlds }).chosen;

test("greedy takes the centre of a star, the middle of a path, and falls into the trap", () => {
  expect(greedy({ network: star5, count: 1 }, uniform(0.5))).toEqual([0]);
  expect([1, 2]).toContain(greedy({ network: path4, count: 1 }, uniform(0.5))[0]);
  const trapped = greedy({ network: greedyTrap, count: 2 }, uniform(1));
  expect(trapped[0]).toBe(14);
  expect(exactCascade(greedyTrap, () => 1, trapped)).toBe(12);
  expect(choose("greedy", { network: greedyTrap, count: 2, ties: "index" }, { spread: uniform(1) })).toMatchObject({
    chosen: [14, 12],
    tied: 2,
  });
});

test("in the karate club the best pair at .1 are its two leaders, in any seed", () => {
  for (const seed of [1, 2, 3]) {
    expect(
      greedy({ network: generate("karate", 1), count: 2, seed }, uniform(0.1), 3000).sort((a, b) => a - b),
    ).toEqual([0, 33]);
  }
});

test("laziness changes nothing: it is plain greedy, and keeps 1 − 1/e of the best where arcs are sure", () => {
  const arcs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
  fc.assert(
    fc.property(arcs, fc.integer({ min: 1, max: 3 }), (ends, count) => {
      const network = tiny(
        8,
        ends.map(([u, v]): Edge => [u, v]),
        true,
      );
      const reach = (chosen: readonly number[]): number => exactCascade(network, () => 1, chosen);
      const plain: number[] = [];
      while (plain.length < count) {
        const gain = (i: number): number => (plain.includes(i) ? -1 : reach([...plain, i]));
        plain.push(Array.from({ length: 8 }, (_, i) => i).reduce((best, i) => (gain(i) > gain(best) ? i : best)));
      }
      const chosen = greedy({ network, count, ties: "index" }, uniform(1), 1);
      expect(chosen).toEqual(plain);
      const some = Array.from({ length: 8 ** count }, (_, k) => [k % 8, (k >> 3) % 8, k >> 6].slice(0, count));
      expect(reach(chosen)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * Math.max(...some.map(reach)));
    }),
    { numRuns: 15 },
  );
});

test("worth, a budget and candidates are heeded", () => {
  const star = tiny(
    8,
    [1, 2, 3, 4, 5, 6].map((tip): Edge => [0, tip]),
  );
  const worth = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 100);
  const costs = Float64Array.of(10, 1, 1, 1, 1, 1, 1, 1);
  expect(greedy({ network: star, count: 1, worth }, uniform(0.5))).toEqual([7]);
  expect(greedy({ network: star, count: 1, candidates: [3, 7] }, uniform(0.5))).toEqual([3]);
  expect(greedy({ network: star, count: Infinity, budget: 5, costs }, uniform(0.1))).toHaveLength(5);
  expect(
    greedy({ network: star, count: Infinity, budget: 10, costs }, uniform(0.9), 200).length,
  ).toBeGreaterThanOrEqual(1);
});

test("cascades too large to try everybody are refused with what to do instead", () => {
  const network = generate("barabasi-albert:nodes=20000,links=4", 1);
  expect(() => greedy({ network, count: 2 }, uniform(0.3))).toThrow(
    /greedy: must follow at most 20000000000 arcs .* choose by guaranteed, or fewer candidates/,
  );
});

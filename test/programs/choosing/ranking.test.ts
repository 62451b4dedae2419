import { expect, test } from "vitest";
import { asked, type Question } from "../../../models/programs/choosing/question.ts";
import { type Choice, highest } from "../../../models/programs/choosing/ranking.ts";
import { tiny } from "../../support/tiny.ts";

const six = tiny(6, []);
const ranked = (score: readonly number[], rest: Omit<Question, "network">): Choice =>
  highest(asked({ network: six, ties: "index", ...rest }), score);

test("the highest come first, and equals at the cut are counted", () => {
  expect(ranked([3, 9, 3, 5, 3, 1], { count: 3 })).toEqual({ chosen: [1, 3, 0], tied: 3, notes: [] });
  expect(ranked([3, 9, 3, 5, 3, 1], { count: 2 })).toMatchObject({ chosen: [1, 3], tied: 1 });
  expect(ranked([3, 9, 3, 5, 3, 1], { count: 2, candidates: [0, 2, 5] })).toMatchObject({ chosen: [0, 2], tied: 2 });
  expect(ranked([0, 0, 0, 0, 0, 0], { count: 6 })).toMatchObject({ chosen: [0, 1, 2, 3, 4, 5], tied: 6 });
});

test("equals go by chance of the seed, in another order under another seed", () => {
  const orders = new Set(
    [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      ranked([1, 1, 1, 1, 1, 1], { count: 6, ties: "chance", seed }).chosen.join(),
    ),
  );
  expect(orders.size).toBeGreaterThan(4);
  expect(ranked([1, 1, 1, 1, 1, 1], { count: 6, ties: "chance", seed: 1 }).chosen.slice(0, 2)).toEqual(
    ranked([1, 1, 1, 1, 1, 1], { count: 2, ties: "chance", seed: 1 }).chosen,
  );
});

test("who does not fit the budget is passed over", () => {
  const costs = Float64Array.of(1, 4, 1, 3, 1, 1);
  expect(ranked([3, 9, 3, 5, 2, 1], { count: Infinity, budget: 6, costs }).chosen).toEqual([1, 0, 2]);
  expect(ranked([3, 9, 3, 5, 2, 1], { count: 2, budget: 6, costs }).chosen).toEqual([1, 0]);
});

test("a score that does not exist comes last, and it is told", () => {
  const { chosen, notes } = ranked([NaN, 1, NaN, 2, 0, -1], { count: 5 });
  expect(chosen).toEqual([3, 1, 4, 5, 0]);
  expect(notes).toEqual(["1 of the chosen have no score: they fill the places that were left"]);
});

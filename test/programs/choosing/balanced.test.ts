import fc from "fast-check";
import { expect, test } from "vitest";
import { balanced, quotas } from "../../../models/programs/choosing/balanced.ts";
import { asked } from "../../../models/programs/choosing/question.ts";
import { type Edge, tiny } from "../../support/tiny.ts";

test("shares follow sizes, rounded by largest remainder", () => {
  expect(quotas([6, 3, 1], 10)).toEqual([6, 3, 1]);
  expect(quotas([5, 3, 2], 4)).toEqual([2, 1, 1]); // 2, 1.2, .8
  expect(quotas([10, 10], 1)).toEqual([1, 0]);
});

test("shares add up, are within one of exact, and exceed no size", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }),
      fc.nat(100),
      (sizes, some) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const count = some % (total + 1);
        const shares = quotas(sizes, count);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(count);
        shares.forEach((share, g) => {
          expect(Math.abs(share - (sizes[g] * count) / total)).toBeLessThan(1);
          expect(share).toBeLessThanOrEqual(sizes[g]);
        });
      },
    ),
  );
});

// Two stars, of 6 and of 3, and their communities.
const stars = tiny(9, [...[1, 2, 3, 4, 5].map((tip): Edge => [0, tip]), [6, 7], [6, 8], [1, 2]]);
const of = [0, 0, 0, 0, 0, 0, 1, 1, 1];

test("each community sends its best connected, though all of one may have more contacts than the other's best", () => {
  expect(balanced(asked({ network: stars, count: 3, ties: "index" }), of).chosen.sort()).toEqual([0, 1, 6]);
  expect(balanced(asked({ network: stars, count: 1, ties: "index" }), of).chosen).toEqual([0]);
  expect(balanced(asked({ network: stars, count: 9, ties: "index" }), of).chosen).toHaveLength(9);
  expect(balanced(asked({ network: stars, count: 2, ties: "index", candidates: [3, 4, 7] }), of).chosen.sort()).toEqual(
    [3, 7],
  );
});

test("a short budget keeps the balance", () => {
  const costs = new Float64Array(9).fill(1);
  expect(
    balanced(asked({ network: stars, count: Infinity, budget: 3, costs, ties: "index" }), of).chosen.filter(
      (i) => of[i] === 1,
    ),
  ).toHaveLength(1);
});

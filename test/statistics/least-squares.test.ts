import fc from "fast-check";
import { expect, test } from "vitest";
import { estimate, jacobian, leastSquares, solve } from "../../models/statistics/least-squares.ts";
import { expectNear } from "../support/near.ts";

test("through points without error the curve itself is found, from a far start", () => {
  const curve = ([a, b]: readonly number[]): number[] => [0, 1, 2, 3, 4].map((x) => a * Math.exp(-b * x));
  const { values, loss } = leastSquares(curve, curve([250, 0.7]), [1, 3]);
  expectNear(values[0], 250, 1e-9);
  expectNear(values[1], 0.7, 1e-9);
  expect(loss).toBeLessThan(1e-15);
});

test("of a straight line it gives the estimates and standard errors of the textbook", () => {
  // y = 1 + 2x with errors .1, −.2, .1, worked by hand: slope 2, level 1, s² = .06, Sxx = 2.
  const line = ([level, slope]: readonly number[]): number[] => [0, 1, 2].map((x) => level + slope * x);
  const { values, loss, covariance, freedom } = leastSquares(line, [1.1, 2.8, 5.1], [3, 1]);
  [values[0], values[1], loss, covariance[1][1], covariance[0][0]].forEach((value, k) =>
    expectNear(value, [1, 2, 0.06, 0.06 / 2, 0.06 * (1 / 3 + 1 / 2)][k], 1e-8),
  );
  expect(freedom).toBe(1);
  const { stderr, low, high } = estimate(2, 0.03, 1);
  expectNear(stderr, Math.sqrt(0.03));
  expectNear((high - low) / 2, 12.706204736 * Math.sqrt(0.03), 1e-8);
});

test("elimination solves what it is given, small pivots first or last", () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(entry, entry, entry), { minLength: 3, maxLength: 3 }),
      fc.tuple(entry, entry, entry),
      (rows, x) => {
        // far from singular
        const matrix = rows.map((row, i) => row.map((value, j) => (i === (j + 1) % 3 ? value + 20 : value)));
        const found = solve(
          matrix,
          matrix.map((row) => row.reduce((sum, value, k) => sum + value * x[k], 0)),
        );
        found.forEach((value, k) => expectNear(value, x[k], 1e-10));
      },
    ),
  );
});

test("slopes are those of calculus", () => {
  const [byA, byB] = jacobian(([a, b]) => [a * a * b, Math.sin(a) + b], [2, 3]);
  [byA[0], byA[1], byB[0], byB[1]].forEach((value, k) => expectNear(value, [12, Math.cos(2), 4, 1][k], 1e-8));
});

test("too few observations, or a search that runs away, are refused", () => {
  const curve = ([a, b]: readonly number[]): number[] => [1, 2, 3].map((x) => a * (1 - Math.exp(-b * x)));
  expect(() => leastSquares(curve, [1, 2], [1, 1])).toThrow("there must be more than 2 observations, got 2");
  // a straight line: a → ∞, b → 0
  expect(() => leastSquares(curve, [1, 2, 3], [1, 1])).toThrow("must converge to finite positive values");
});

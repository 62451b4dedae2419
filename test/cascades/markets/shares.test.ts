import fc from "fast-check";
import { expect, test } from "vitest";
import { gini, shares, unpredictability } from "../../../models/cascades/markets/shares.ts";
import { expectNear } from "../../support/near.ts";

const anySales = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }).filter((sold) => sold.some((count) => count > 0));

test("songs that sell alike are equal, one that sells all is as unequal as songs can be", () => {
  expectNear(gini([4, 4, 4]), 0);
  expectNear(gini([0, 7, 0, 0]), 3 / 4);
  expectNear(gini([1, 3]), 1 / 4);
  expect(gini([0, 0])).toBeNaN();
  expect([...shares([1, 3])]).toEqual([0.25, 0.75]);
});

test("inequality is Gini's double sum over songs, whatever their order", () => {
  fc.assert(
    fc.property(anySales, (sold) => {
      const m = sold.map((count) => count / sold.reduce((a, b) => a + b));
      const double = m.flatMap((a) => m.map((b) => Math.abs(a - b))).reduce((a, b) => a + b) / (2 * m.length);
      expectNear(gini(sold), double, 1e-12);
      expectNear(gini([...sold].reverse()), double, 1e-12);
      expectNear(gini(sold.map((count) => 3 * count)), double, 1e-12);
    }),
  );
});

test("unpredictability is 0 between equal markets, 2/S between two that each sell one song, another one", () => {
  expect(
    unpredictability([
      [1, 3],
      [2, 6],
      [5, 15],
    ]),
  ).toBe(0);
  expectNear(
    unpredictability([
      [5, 0, 0],
      [0, 2, 0],
    ]),
    2 / 3,
  );
  expectNear(
    unpredictability([
      [1, 0],
      [0, 1],
      [1, 0],
    ]),
    2 / 3,
  ); // differ in two of three pairs
  expect(unpredictability([[1, 2]])).toBeNaN();
  expect(
    unpredictability([
      [1, 2],
      [0, 0],
    ]),
  ).toBeNaN();
});

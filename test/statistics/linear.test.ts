import { expect, test } from "vitest";
import { sequence, streamKey } from "../../models/core/index.ts";
import { linear } from "../../models/statistics/linear.ts";
import { band } from "../support/bands.ts";

test("an exact relation is found exactly, without error", () => {
  const causes = [
    [1, 0, 2],
    [1, 1, 0],
    [1, 2, 5],
    [1, 3, 1],
    [1, 4, 4],
  ];
  const { coefficients, covariance } = linear({ outcome: causes.map(([, a, b]) => 3 + 2 * a - b), causes });
  [3, 2, -1].forEach((wanted, k) => expect(coefficients[k]).toBeCloseTo(wanted, 10));
  covariance.forEach((value) => expect(value).toBeCloseTo(0, 12));
});

test("one binary cause gives the difference of means and its robust error; a binary instrument gives Wald's ratio", () => {
  const x = [0, 0, 0, 1, 1, 1];
  const y = [1, 2, 3, 4, 6, 8];
  const { coefficients, covariance } = linear({ outcome: y, causes: x.map((v) => [1, v]) });
  expect(coefficients[1]).toBeCloseTo(4, 12);
  // Σe²/9 in each group, times n/(n − k) = 6/4.
  expect(covariance[3]).toBeCloseTo((2 / 9 + 8 / 9) * 1.5, 12);
  const z = [0, 1, 0, 1, 0, 1];
  // Means of y where z is 1 and 0: 14/3 and 10/3 (2, 4, 8 and 1, 3, 6); of x: 2/3 and 1/3.
  expect(
    linear({ outcome: y, causes: x.map((v) => [1, v]), instruments: z.map((v) => [1, v]) }).coefficients[1],
  ).toBeCloseTo((14 / 3 - 10 / 3) / (1 / 3), 12);
});

test("causes that cannot be told apart give no number", () => {
  const causes = [
    [1, 2],
    [2, 4],
    [3, 6],
  ];
  expect([...linear({ outcome: [1, 2, 4], causes }).coefficients]).toEqual([NaN, NaN]);
});

test("the interval holds the truth 95 times in 100 though rows differ in variance", () => {
  // 600 samples of 150 rows; the robust interval is a little short, by less than one point. False alarm 1e-6.
  const source = sequence(streamKey("linear", "test"));
  let held = 0;
  for (let sample = 0; sample < 600; sample++) {
    const causes = Array.from({ length: 150 }, () => [1, source.uniform()]);
    const outcome = causes.map(
      ([, x]) => 1 + 2 * x + (0.2 + x) * (source.uniform() + source.uniform() + source.uniform() - 1.5),
    );
    const { coefficients, covariance } = linear({ outcome, causes });
    if (Math.abs(coefficients[1] - 2) <= 1.96 * Math.sqrt(covariance[3])) held++;
  }
  expect(held).toBeGreaterThanOrEqual(band(600, 0.94)[0]);
  expect(held).toBeLessThanOrEqual(band(600, 0.95)[1]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "../../models/statistics/index.ts";
import { normalTails } from "../support/bands.ts";

test("normal quantiles are those of 30-digit arithmetic to 1e-14", () => {
  // prettier-ignore
  const known: [number, number][] = [
    [0.975, 1.9599639845400542], [0.995, 2.5758293035489008], [0.9, 1.2815515655446005], [0.6, 0.2533471031357998],
    [1e-6, -4.7534243088228989], [1e-20, -9.2623400897984076], [0.0249, -1.961677869063786],
    [1e-5, -4.2648907939228246],
  ];
  for (const [p, z] of known) expect(Math.abs(normalQuantile(p) / z - 1), String(p)).toBeLessThan(1e-14);
});

test("the two tails beyond a normal quantile weigh what was asked", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.499, noNaN: true }), (p) => {
      expect(normalTails(-normalQuantile(p)) / (2 * p)).toBeCloseTo(1, 9);
    }),
  );
});

test("the normal quantile is infinite at 0 and 1 and refuses what is no share", () => {
  expect([0, 0.5, 1].map((p) => normalQuantile(p))).toEqual([-Infinity, 0, Infinity]);
  expect(() => normalQuantile(1.5)).toThrow("normalQuantile: p must be from 0 to 1, got 1.5");
});

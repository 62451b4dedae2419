import { expect, test } from "vitest";
import { UNIT } from "../../models/core/keyed.ts";
import { exponential } from "../../models/core/waiting.ts";

test("a waiting time is -log(1 - u), from 0 to 31 ln 2", () => {
  expect(exponential(0)).toBe(0);
  expect(exponential(0.5)).toBeCloseTo(Math.LN2, 14);
  expect(exponential(1 - UNIT)).toBeCloseTo(31 * Math.LN2, 13);
  for (let d = 1; d < 2 ** 31; d = Math.ceil(d * 1.01)) {
    const exact = -Math.log1p(-d * UNIT);
    expect(Math.abs(exponential(d * UNIT) - exact)).toBeLessThan(1e-14 * Math.max(1, exact));
  }
});

test("a larger draw never waits less, also where the smallest draws stand", () => {
  for (let d = 0; d < 5000; d++) expect(exponential((d + 1) * UNIT)).toBeGreaterThan(exponential(d * UNIT));
});

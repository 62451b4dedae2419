import { expect } from "vitest";

/** Expects the same number up to `tolerance`, relative above 1; NaN and infinities equal themselves. */
export function expectNear(actual: number, expected: number, tolerance = 1e-10): void {
  const close =
    Object.is(actual, expected) ||
    actual === expected ||
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  expect(close, `${actual} is not within ${tolerance} of ${expected}`).toBe(true);
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { exp, log, log1p, logDraw } from "../../models/core/elementary.ts";

/** Units in the last place between two numbers of one sign. */
function ulps(a: number, b: number): number {
  const words = new BigInt64Array(new Float64Array([Math.abs(a), Math.abs(b)]).buffer);
  return Math.abs(Number(words[0] - words[1]));
}

test("logarithms of powers of two are whole multiples of ln 2, that of 1 is 0", () => {
  expect(log(1)).toBe(0);
  for (const k of [-1074, -1022, -31, -1, 1, 10, 1023]) expect(ulps(log(2 ** k), k * Math.LN2)).toBeLessThanOrEqual(1);
});

test("log stops where there is none", () => {
  expect([log(0), log(-0), log(Infinity)]).toEqual([-Infinity, -Infinity, Infinity]);
  expect([log(-1), log(NaN), log(-Infinity)]).toEqual([NaN, NaN, NaN]);
  expect([log1p(0), log1p(-1), log1p(-2)]).toEqual([0, -Infinity, NaN]);
});

test("log agrees with Math.log to two units in the last place over all positive numbers", () => {
  // Each may err by one; V8's does by less.
  const positive = fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(positive, (x) => ulps(log(x), Math.log(x)) <= 2),
    { numRuns: 20_000 },
  );
  const near = fc.double({ min: 0.5, max: 2, noNaN: true });
  fc.assert(
    fc.property(near, (x) => ulps(log(x), Math.log(x)) <= 2),
    { numRuns: 20_000 },
  );
});

test("log agrees with Math.log on every kind of draw", () => {
  for (let d = 1; d <= 2 ** 31; d = Math.ceil(d * 1.001))
    expect(ulps(log(d * 2 ** -31), Math.log(d * 2 ** -31))).toBeLessThanOrEqual(2);
});

test("logDraw is the logarithm of a draw: 0 for the whole unit and below 0 for all others", () => {
  expect(logDraw(2 ** 31)).toBe(0);
  expect(logDraw(1)).toBeCloseTo(-31 * Math.LN2, 13);
  let worst = 0;
  for (let d = 1; d < 2 ** 31; d = Math.ceil(d * 1.0005)) {
    worst = Math.max(worst, Math.abs(logDraw(d) - Math.log(d * 2 ** -31)));
    expect(logDraw(d)).toBeLessThan(0);
  }
  for (let k = 1; k < 5000; k++) {
    const d = 2 ** 31 - k;
    worst = Math.max(worst, Math.abs(logDraw(d) - Math.log(d * 2 ** -31)));
    expect(logDraw(d)).toBeLessThan(0);
  }
  expect(worst).toBeLessThan(4e-15);
});

test("log1p keeps what 1 + x would lose", () => {
  for (let x = 1e-300; x < 4; x *= 1.37) expect(ulps(log1p(x), Math.log1p(x))).toBeLessThanOrEqual(2);
  for (let x = 1e-300; x < 1; x *= 1.37) expect(ulps(log1p(-x), Math.log1p(-x))).toBeLessThanOrEqual(2);
});

test("log never falls as its argument rises, across the seams of its intervals", () => {
  for (const seam of [Math.SQRT1_2, 1, Math.SQRT2, 2, 2 ** -1022]) {
    const number = new Float64Array([seam]);
    const word = new BigInt64Array(number.buffer);
    word[0] -= 100n;
    let last = -Infinity;
    for (let k = 0; k < 200; k++, word[0]++) {
      expect(log(number[0])).toBeGreaterThanOrEqual(last);
      last = log(number[0]);
    }
  }
});

test("exp is 1 at 0, ends where numbers end and agrees with Math.exp to two units in the last place", () => {
  expect([exp(0), exp(-0), exp(-Infinity), exp(-746), exp(710), exp(Infinity), exp(NaN)]).toEqual([
    1,
    1,
    0,
    0,
    Infinity,
    Infinity,
    NaN,
  ]);
  fc.assert(
    fc.property(fc.double({ min: -708, max: 709.7, noNaN: true }), (x) => ulps(exp(x), Math.exp(x)) <= 2),
    { numRuns: 20_000 },
  );
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => ulps(exp(x), Math.exp(x)) <= 2),
    { numRuns: 20_000 },
  );
});

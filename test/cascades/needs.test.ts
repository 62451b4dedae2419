import fc from "fast-check";
import { expect, test } from "vitest";
import { leastCount } from "../../models/cascades/needs.ts";

test("shares as typed are met exactly", () => {
  expect(leastCount(0.2, 5)).toBe(1);
  expect(leastCount(0.07, 100)).toBe(7); // .07·100 is 7.000000000000001
  expect(leastCount(0.1, 30)).toBe(3); // .1·30 is 3
  expect(leastCount(0.18, 6)).toBe(2);
  expect(leastCount(1, 7)).toBe(7);
});

test("every decimal share of up to four places asks for the count of whole-number arithmetic", () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 3000 }), (tenThousandths, degree) => {
      // the product is whole, the quotient rounded once
      const exact = Math.max(1, Math.ceil((tenThousandths * degree) / 10_000));
      expect(leastCount(tenThousandths / 10_000, degree)).toBe(exact);
    }),
    { numRuns: 5000 },
  );
});

test("nobody joins alone, and nobody without neighbours joins", () => {
  expect(leastCount(0, 4)).toBe(1);
  expect(leastCount(0, 0)).toBe(Infinity);
  expect(leastCount(1, 0)).toBe(Infinity);
});

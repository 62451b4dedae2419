import fc from "fast-check";
import { expect, test } from "vitest";
import { gapOf, skips } from "../../models/cascades/geometric-skips.ts";

test("gaps have the geometric law to one draw in 2^31", () => {
  // Draws of at most tails[g] have a gap of at least g; the law says (1 − p)^g of them do.
  for (const p of [0.001, 0.05, 0.3, 0.5, 0.97]) {
    const { tails } = skips(p, 200);
    for (let g = 0; g <= 200; g++)
      expect(Math.abs((tails[g] + 1) / 2 ** 31 - (1 - p) ** g)).toBeLessThanOrEqual(2 ** -31 + 1e-12);
  }
});

test("a gap is the number of tails after the first at or above the draw, whatever the guide says", () => {
  const draw = fc.oneof(fc.nat(2 ** 31 - 1), fc.constantFrom(0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 31 - 1));
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(300), draw, (p, longest, d) => {
      const table = skips(p, longest);
      expect(gapOf(table, d)).toBe(table.tails.filter((tail, g) => g > 0 && d <= tail).length);
    }),
  );
});

test("a sure success has no gap, and an impossible one has the longest", () => {
  for (const d of [0, 1, 12345, 2 ** 30, 2 ** 31 - 1]) {
    expect(gapOf(skips(1, 10), d)).toBe(0);
    expect(gapOf(skips(0, 10), d)).toBe(10);
    expect(gapOf(skips(0.5, 0), d)).toBe(0);
  }
});

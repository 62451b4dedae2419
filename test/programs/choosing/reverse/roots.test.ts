import fc from "fast-check";
import { expect, test } from "vitest";
import { rootAt, roots } from "../../../../models/programs/choosing/reverse/roots.ts";

test("the table gives each customer its share of all worth, to rounding", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
      const worth = Float64Array.from(values);
      const sum = values.reduce((total, value) => total + value, 0);
      fc.pre(sum > 1e-3);
      const { size, total, chances, others } = roots(worth.length, worth);
      const share = new Float64Array(size);
      for (let k = 0; k < size; k++) {
        const own = Math.min(1, chances![k]);
        share[k] += own / size;
        share[others![k]] += (1 - own) / size;
      }
      expect(total).toBeCloseTo(sum, 6);
      for (let i = 0; i < size; i++) expect(Math.abs(share[i] - worth[i] / sum)).toBeLessThan(1e-12);
    }),
  );
});

test("a place within its chance stands for itself, beyond it for its other", () => {
  const table = roots(2, Float64Array.of(1, 3));
  expect([0, 0.2, 0.26, 0.49, 0.5, 0.99].map((u) => rootAt(table, u))).toEqual([0, 0, 1, 1, 1, 1]);
  expect([0, 0.49, 0.5].map((u) => rootAt(roots(2, null), u))).toEqual([0, 0, 1]);
  expect(rootAt(roots(3, Float64Array.of(0, 5, 0)), 0.99)).toBe(1);
});

test("worths that are no weights are refused, naming the first", () => {
  expect(() => roots(2, Float64Array.of(1, -2))).toThrow(
    "choosing: worth must be a number from 0, got -2 of customer 1",
  );
  expect(() => roots(3, Float64Array.of(0, 0))).toThrow(
    "choosing: worth must be given of each of the 3 customers, got 2\nchoosing: worth must be above 0 for somebody",
  );
});

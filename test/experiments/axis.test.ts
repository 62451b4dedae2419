import fc from "fast-check";
import { expect, test } from "vitest";
import { axisFaults, checkAxes, levels, type RangeAxis, settingAt } from "../../models/experiments/axis.ts";

const range = (from: number, to: number, more: Partial<RangeAxis> = {}): RangeAxis => ({
  name: "k",
  from,
  to,
  ...more,
});

test("a grid has both ends and steps without stray digits", () => {
  expect(levels("x", range(0, 1, { count: 11 }))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(levels("x", range(1 / 3, 2 / 3, { count: 2 }))).toEqual([1 / 3, 2 / 3]);
  expect(levels("x", range(0.001, 1, { count: 4, scale: "log" }))).toEqual([0.001, 0.01, 0.1, 1]);
});

test("a whole grid has different whole numbers, all of them without a count", () => {
  expect(levels("x", range(1, 5, { whole: true }))).toEqual([1, 2, 3, 4, 5]);
  expect(levels("x", range(1, 10, { whole: true, count: 4 }))).toEqual([1, 4, 7, 10]);
  expect(levels("x", range(1, 1000, { whole: true, count: 4, scale: "log" }))).toEqual([1, 10, 100, 1000]);
  expect(levels("x", range(1, 8, { whole: true, count: 8, scale: "log" }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a grid of any range rises from end to end, with whole numbers where asked", () => {
  const range = fc
    .record({
      from: fc.integer({ min: 1, max: 50 }),
      wide: fc.integer({ min: 1, max: 300 }),
      count: fc.integer({ min: 2, max: 40 }),
      scale: fc.constantFrom("linear", "log"),
      whole: fc.boolean(),
    })
    .map(({ from, wide, count, ...rest }) => ({
      name: "k",
      from,
      to: from + wide,
      count: rest.whole ? Math.min(count, wide + 1) : count,
      ...rest,
    }));
  fc.assert(
    fc.property(range, (axis) => {
      const places = levels("x", axis) as number[];
      expect(places).toHaveLength(axis.count);
      expect([places[0], places[places.length - 1]]).toEqual([axis.from, axis.to]);
      expect(places.every((place, k) => k === 0 || place > places[k - 1])).toBe(true);
      if (axis.whole) expect(places.every(Number.isInteger)).toBe(true);
    }),
  );
});

test("a log place is the power that it stands for", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1 - 2 ** -32, noNaN: true }), (u) => {
      const place = settingAt(range(0.0001, 50, { scale: "log" }), u) as number;
      expect(Math.abs(place / (0.0001 * 500_000 ** u) - 1)).toBeLessThan(1e-13);
    }),
  );
});

test("a sampled setting never leaves its range and lists share the draw equally", () => {
  const last = 1 - 2 ** -53;
  for (const u of [0, 0.5, last]) {
    for (const axis of [
      range(0.1, 0.7),
      range(1, 6, { whole: true }),
      range(1, 6, { whole: true, scale: "log" }),
      range(0.3, 0.9, { scale: "log" }),
    ]) {
      const value = settingAt(axis, u) as number;
      expect(value >= axis.from && value <= axis.to).toBe(true);
      if (axis.whole) expect(Number.isInteger(value)).toBe(true);
    }
  }
  expect([0, 0.34, 0.67, last].map((u) => settingAt({ name: "w", values: ["a", "b", "c"] }, u))).toEqual([
    "a",
    "b",
    "c",
    "c",
  ]);
});

test("every fault of an axis is told at once", () => {
  expect(
    axisFaults("sweep", [
      range(0, Infinity, { count: 1 }),
      { ...range(0, 2.5, { scale: "log", whole: true, count: 9 }), name: "m" },
    ]),
  ).toEqual([
    "sweep: k: from and to must be finite numbers, got 0 and Infinity",
    "sweep: k: count must be a whole number of at least 2, got 1",
    "sweep: m: from must be above 0 on a log scale, got 0",
    "sweep: m: from and to must be whole numbers, got 0 and 2.5",
    "sweep: m: count must be at most 3.5, the whole numbers from 0 to 2.5, got 9",
  ]);
  expect(() =>
    checkAxes("sweep", [
      {
        name: "k",
        values: [
          ["0", "1"],
          ["0", "1"],
        ],
      },
    ]),
  ).toThrow('sweep: k: values must be different, got ["0","1"] twice');
  expect(() => levels("factorial", range(0, 1))).toThrow(
    "factorial: k: a range of real numbers requires a count here, as in k=0..1/5",
  );
});

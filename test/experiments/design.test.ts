import fc from "fast-check";
import { expect, test } from "vitest";
import { type Axis } from "../../models/experiments/axis.ts";
import {
  crossed,
  factorial,
  latinHypercube,
  oneAtATime,
  pointName,
  sobol,
  unrepeated,
} from "../../models/experiments/design.ts";
import { band } from "../support/bands.ts";

const unit = (name: string): Axis => ({ name, from: 0, to: 1 });
const numbers = (points: Record<string, unknown>[], name: string): number[] =>
  points.map((point) => point[name] as number);

test("a factorial design is every combination, the last axis fastest", () => {
  const points = factorial([
    { name: "a", values: [1, 2] },
    { name: "b", values: ["x", "y", true] },
  ]);
  expect(points.map(({ a, b }) => [a, b])).toEqual([
    [1, "x"],
    [1, "y"],
    [1, true],
    [2, "x"],
    [2, "y"],
    [2, true],
  ]);
  expect(factorial([])).toEqual([{}]);
});

test("a factorial design has as many points as the product of its settings, all different", () => {
  const counts = fc.array(fc.integer({ min: 2, max: 5 }), { maxLength: 4 });
  fc.assert(
    fc.property(counts, (sizes) => {
      const points = factorial(sizes.map((count, a) => ({ name: `a${a}`, from: -1, to: 3, count })));
      expect(points).toHaveLength(sizes.reduce((product, size) => product * size, 1));
      expect(new Set(points.map(pointName)).size).toBe(points.length);
    }),
  );
});

test("one at a time changes one axis and keeps the base once", () => {
  const axes: Axis[] = [
    { name: "p", values: [0.1, 0.2] },
    { name: "k", values: [1, 5, 9] },
  ];
  expect(oneAtATime(axes, { p: 0.1, k: 5 })).toEqual([
    { p: 0.1, k: 5 },
    { p: 0.2, k: 5 },
    { p: 0.1, k: 1 },
    { p: 0.1, k: 9 },
  ]);
  expect(() => oneAtATime(axes, { p: 0.1 })).toThrow("oneAtATime: the base must have a value for k, got none");
});

test("a Latin hypercube has exactly one point in each share of every axis", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.string(), (n, dimensions, seed) => {
      const axes = Array.from({ length: dimensions }, (_, a) => unit(`a${a}`));
      const points = latinHypercube(axes, n, seed);
      for (const { name } of axes) {
        const strata = numbers(points, name).map((value) => Math.floor(value * n));
        expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, k) => k));
      }
    }),
  );
});

test("a Latin hypercube places its points anywhere in their shares, and matches axes at random", () => {
  // 200 designs of 50 points; false alarm 1e-6 for each count; catches a lean of 2 % to one side nearly always.
  const axes = ["a", "b"].map(unit);
  const points = Array.from({ length: 200 }, (_, seed) => latinHypercube(axes, 50, seed)).flat();
  const rightHalves = points.filter(({ a }) => ((a as number) * 50) % 1 >= 0.5).length;
  const sameSides = points.filter(({ a, b }) => (a as number) >= 0.5 === (b as number) >= 0.5).length;
  for (const [count, [low, high]] of [
    [rightHalves, band(10_000, 0.5)],
    [sameSides, band(10_000, 0.5)],
  ] as const) {
    expect(count).toBeGreaterThanOrEqual(low);
    expect(count).toBeLessThanOrEqual(high);
  }
});

test("a Latin hypercube gives each item of a list and each whole number its equal share", () => {
  const points = latinHypercube(
    [
      { name: "w", values: ["a", "b", "c"] },
      { name: "k", from: 1, to: 4, whole: true },
    ],
    24,
    1,
  );
  const count = (name: string, value: unknown): number => points.filter((point) => point[name] === value).length;
  expect(["a", "b", "c"].map((value) => count("w", value))).toEqual([8, 8, 8]);
  expect([0, 1, 2, 3, 4, 5].map((value) => count("k", value))).toEqual([0, 6, 6, 6, 6, 0]);
});

test("a Latin hypercube is a function of its seed, and an axis of its name", () => {
  const [a, b, c] = ["a", "b", "c"].map(unit);
  expect(latinHypercube([a, b], 20, 7)).toEqual(latinHypercube([a, b], 20, "7"));
  expect(numbers(latinHypercube([c, a], 20, 7), "a")).toEqual(numbers(latinHypercube([a, b], 20, 7), "a"));
  expect(latinHypercube([a, b], 20, 8)).not.toEqual(latinHypercube([a, b], 20, 7));
  expect(numbers(latinHypercube([a, b], 20, 7), "a")).not.toEqual(numbers(latinHypercube([a, b], 20, 7), "b"));
});

test("log axes are sampled evenly in their logarithm", () => {
  const values = numbers(latinHypercube([{ name: "r", from: 0.001, to: 1, scale: "log" }], 300, 1), "r");
  const shares = values.map((value) => Math.floor((Math.log10(value) / 3 + 1) * 300 + 1e-9)).sort((a, b) => a - b);
  expect(shares).toEqual(Array.from({ length: 300 }, (_, k) => k));
});

test("crossed levers all meet the same assumptions", () => {
  const points = crossed([{ name: "lever", values: [1, 2, 3] }], [unit("x"), unit("y")], 5, 1);
  expect(points).toHaveLength(15);
  const met = [1, 2, 3].map((lever) => points.filter((point) => point.lever === lever).map(({ x, y }) => [x, y]));
  expect(met[1]).toEqual(met[0]);
  expect(met[2]).toEqual(met[0]);
});

test("Sobol points fill axes from end to end, and `skip` goes on where a design ended", () => {
  const axes: Axis[] = [{ name: "p", from: 10, to: 20 }, unit("q")];
  expect(sobol(axes, 4).map(({ p, q }) => [p, q])).toEqual([
    [10, 0],
    [15, 0.5],
    [17.5, 0.25],
    [12.5, 0.75],
  ]);
  expect([...sobol(axes, 5), ...sobol(axes, 11, { skip: 5 })]).toEqual(sobol(axes, 16));
  expect(sobol(axes, 4, { scramble: 1 })).not.toEqual(sobol(axes, 4));
});

test("repeated points are run once, at their first place", () => {
  const points = [
    { a: 1, b: 2 },
    { a: 2, b: 2 },
    { b: 2, a: 1 },
    { a: 2, b: 3 },
  ];
  expect(unrepeated(points)).toEqual([points[0], points[1], points[3]]);
});

test("what cannot be a design is refused, all faults at once", () => {
  const axes: Axis[] = [
    { name: "a", from: 2, to: 1 },
    { name: "b", values: [] },
    { name: "b", values: [1, 1] },
  ];
  expect(() => latinHypercube(axes, 5, 1)).toThrow(
    [
      "latinHypercube: axes must have different names, got b twice",
      "latinHypercube: a: from must be below to, got 2 and 1",
      "latinHypercube: b: values must have at least one entry, got none",
      "latinHypercube: b: values must be different, got 1 twice",
    ].join("\n"),
  );
  expect(() => latinHypercube([unit("a")], 0, 1)).toThrow(
    "latinHypercube: n must be a whole number from 1 to 1000000, got 0",
  );
  expect(() => sobol([unit("a")], 4, { skip: -1 })).toThrow(
    "sobol: skip must be a whole number from 0 to 2^32 - n, got -1",
  );
  expect(() =>
    sobol(
      Array.from({ length: 33 }, (_, a) => unit(`a${a}`)),
      4,
    ),
  ).toThrow("sobol: there must be at most 32 axes, got 33");
  const wide = (name: string): Axis => ({ name, from: 1, to: 2000, whole: true });
  expect(() => factorial([wide("a"), wide("b")])).toThrow(
    "factorial: the design must have at most 1000000 points, got 4000000",
  );
});

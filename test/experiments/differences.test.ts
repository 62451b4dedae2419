import fc from "fast-check";
import { expect, test } from "vitest";
import { sequence, streamKey } from "../../models/core/index.ts";
import { counterparts, differencesFrom, mainEffects, shared } from "../../models/experiments/differences.ts";
import { factorial } from "../../models/experiments/design.ts";

const points = factorial([
  { name: "network", values: ["a", "b"] },
  { name: "k", values: [1, 2, 3] },
]);
/** Worlds differ a lot; network b adds 10, each k adds k², both exactly. */
const values = points.map(({ network, k }) =>
  Float64Array.from([100, 250, 70, 400], (world) => world + (network === "b" ? 10 : 0) + (k as number) ** 2),
);
const table = { points, values };

test("a baseline that names all axes is one point, one that names some is each point's own", () => {
  expect(counterparts(points, { network: "a", k: 1 })).toEqual([0, 0, 0, 0, 0, 0]);
  expect(counterparts(points, { k: 1 })).toEqual([0, 0, 0, 3, 3, 3]);
  expect(counterparts(points, { k: 9 })).toEqual([-1, -1, -1, -1, -1, -1]);
});

test("differences in the same worlds have no more spread than what differs", () => {
  const found = differencesFrom(table, { network: "a", k: 1 });
  expect(found.map(({ mean, low, high }) => [mean, low, high])).toEqual([
    [3, 3, 3],
    [8, 8, 8],
    [10, 10, 10],
    [13, 13, 13],
    [18, 18, 18],
  ]);
  expect(found[0]).toMatchObject({ point: { network: "a", k: 2 }, against: { network: "a", k: 1 }, above: 1 });
});

test("a partial baseline compares within each group and leaves the baselines out", () => {
  const found = differencesFrom(table, { k: 2 });
  expect(found.map(({ point, mean }) => [point.network, point.k, mean])).toEqual([
    ["a", 1, -3],
    ["a", 3, 5],
    ["b", 1, -3],
    ["b", 3, 5],
  ]);
});

test("points that ran in different numbers of worlds meet in those they share", () => {
  expect(shared(Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 4))).toMatchObject({ n: 2, mean: 1.5 });
});

test("main effects are averages over everything else, from the first setting unless told", () => {
  expect(mainEffects(table, "k").map(({ setting, from, pairs, mean }) => [setting, from, pairs, mean])).toEqual([
    [2, 1, 2, 3],
    [3, 1, 2, 8],
  ]);
  expect(mainEffects(table, "network")).toMatchObject([{ setting: "b", pairs: 3, mean: 10, low: 10, high: 10 }]);
  expect(mainEffects(table, "k", 3).map(({ setting, mean }) => [setting, mean])).toEqual([
    [1, -8],
    [2, -5],
  ]);
  expect(mainEffects(table, "price", 1)).toEqual([]);
});

test("a main effect counts a world once, however many pairs it has", () => {
  // Two pairs with the same noise a world: the interval is that of one pair, not √2 narrower.
  const noise = sequence(streamKey(1, "noise"));
  const effect = Float64Array.from({ length: 50 }, () => noise.uniform());
  const zeros = new Float64Array(50);
  const design = factorial([
    { name: "net", values: ["a", "b"] },
    { name: "k", values: [0, 1] },
  ]);
  const [both] = mainEffects({ points: design, values: [zeros, effect, zeros, effect] }, "k");
  expect(both.stderr).toBeCloseTo(shared(zeros, effect).stderr, 14);
  expect(both.n).toBe(50);
});

test("a world missing in one pair is missing in the effect", () => {
  const holes = values.map((column, place) => (place === 4 ? Float64Array.of(NaN, ...column.subarray(1)) : column));
  expect(mainEffects({ points, values: holes }, "k")).toMatchObject([
    { setting: 2, n: 3, missing: 1 },
    { setting: 3, n: 4, missing: 0 },
  ]);
});

test("differences from one baseline to another add up", () => {
  const column = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(column, column, column, (a, b, c) => {
      const three = {
        points: [{ k: 1 }, { k: 2 }, { k: 3 }],
        values: [a, b, c].map((list) => Float64Array.from(list)),
      };
      const [twoOne, threeOne] = differencesFrom(three, { k: 1 });
      const [, threeTwo] = differencesFrom(three, { k: 2 });
      expect(twoOne.mean + threeTwo.mean).toBeCloseTo(threeOne.mean, 9);
    }),
  );
});

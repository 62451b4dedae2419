import { expect, test } from "vitest";
import { oneAtATime } from "../../models/experiments/design.ts";
import { type Bar, tornado } from "../../models/experiments/tornado.ts";

const points = oneAtATime(
  [
    { name: "small", values: [0, 1, 2] },
    { name: "large", values: [0, 1, 2] },
    { name: "fixed", values: [5] },
  ],
  { small: 1, large: 1, fixed: 5 },
);
const worlds = [3, 50, 8];
const values = points.map(({ small, large }) =>
  Float64Array.from(worlds, (world) => world + (small as number) - 10 * (large as number)),
);

test("bars stand widest first, from the least mean to the most", () => {
  const bars = tornado({ points, values });
  expect(bars.map(({ axis, swing }) => [axis, swing])).toEqual([
    ["large", 20],
    ["small", 2],
  ]);
  expect(bars[0]).toMatchObject({
    least: { setting: 2, mean: -10, low: -10 },
    most: { setting: 0, mean: 10, high: 10 },
  });
  expect(bars[1]).toMatchObject({ least: { setting: 0, mean: -1 }, most: { setting: 2, mean: 1 } });
});

test("a bar that only rises or only falls starts at the base", () => {
  const design = [{ k: 1 }, { k: 2 }, { k: 3 }];
  const bars = (...means: number[]): Bar[] =>
    tornado({ points: design, values: means.map((value) => Float64Array.of(value, value)) });
  expect(bars(0, 4, 6)).toMatchObject([{ least: { setting: 2, mean: 4 }, most: { setting: 3, mean: 6 }, swing: 6 }]);
  expect(bars(0, -4, -6)).toMatchObject([
    { least: { setting: 3, mean: -6 }, most: { setting: 2, mean: -4 }, swing: 6 },
  ]);
});

test("axes whose worlds all lack the measure are left out", () => {
  const holes = values.map((column, place) => (points[place].large === 1 ? column : column.map(() => NaN)));
  expect(tornado({ points, values: holes }).map(({ axis }) => axis)).toEqual(["small"]);
  expect(tornado({ points: [{ k: 1 }], values: [Float64Array.of(1)] })).toEqual([]);
});

test("other designs are refused", () => {
  const both = [
    { a: 1, b: 1 },
    { a: 2, b: 2 },
  ];
  expect(() => tornado({ points: both, values: both.map(() => new Float64Array(2)) })).toThrow(
    'tornado: each point must differ from the first in one axis, got 2 in {"a":2,"b":2}',
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { finish, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { cascadeForest, type Trace } from "../../notebooks/views/cascade-forest.ts";
import { countsOf } from "../../notebooks/views/cascade-tree.ts";
import { ticks } from "../../notebooks/views/time-axis.ts";

/** 0 brings in 1 and 2, 1 brings in 3 and 4, 2 brings in 5; 6 begins a tree at 1; 7 is never reached. */
const small: Trace = { when: [0, 1, 1, 2, 2, 2, 1, -1], through: [-1, 0, 0, 1, 1, 2, -1, -1] };
const chain = (length: number): Trace => ({
  when: Array.from({ length }, (_, i) => i),
  through: Array.from({ length }, (_, i) => i - 1),
});
const star = (leaves: number): Trace => ({
  when: [0, ...new Array<number>(leaves).fill(1)],
  through: [-1, ...new Array<number>(leaves).fill(0)],
});

test("a small cascade stands as worked by hand", () => {
  const { drawn, folds, rows, reached, last, loose } = cascadeForest(small, 100);
  expect(drawn.map(({ node, when, parent, row, after }) => [node, when, parent, row, after])).toEqual([
    [0, 0, -1, 1.25, 5],
    [1, 1, 0, 0.5, 2],
    [3, 2, 1, 0, 0],
    [4, 2, 1, 1, 0],
    [2, 1, 0, 2, 1],
    [5, 2, 4, 2, 0],
    [6, 1, -1, 3, 0],
  ]);
  expect([folds, rows, reached, last, loose]).toEqual([[], 4, 7, 2, 0]);
});

test("of more people than wanted those with the most after them stay, the others are counted where they belong", () => {
  const { drawn, folds, rows } = cascadeForest(small, 3);
  expect(drawn.map(({ node }) => node)).toEqual([0, 1, 2]);
  expect(folds).toEqual([
    { parent: 1, row: 0, count: 2, when: 2 },
    { parent: 2, row: 1, count: 1, when: 2 },
    { parent: -1, row: 2, count: 1, when: 1 },
  ]);
  expect(rows).toBe(3);
});

test("a chain of 200 rounds takes one row; of a star of 500 leaves so many are drawn as wanted", () => {
  const line = cascadeForest(chain(201), 300);
  expect([line.rows, line.drawn.length, line.folds.length, line.last]).toEqual([1, 201, 0, 200]);
  expect(line.drawn.every(({ row }) => row === 0)).toBe(true);
  const fan = cascadeForest(star(500), 300);
  expect([fan.rows, fan.drawn.length, fan.drawn[0].row]).toEqual([300, 300, 149]);
  expect(fan.folds).toEqual([{ parent: 0, row: 299, count: 201, when: 1 }]);
  const long = cascadeForest(chain(100_000), 10);
  expect([long.drawn.length, long.folds]).toEqual([10, [{ parent: 9, row: 0, count: 99_990, when: 10 }]]);
});

test("drawn and folded add up to all reached, parents come first, and no row is shared by two at one moment", () => {
  const network = generate("barabasi-albert:nodes=2000,links=3", 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 400 }), (world, most) => {
      const run = start(independentCascade, network, {
        parameters: { seeds: ["0", "5"], probability: 0.2 },
        seed: "1",
        world,
      });
      finish(run, 100);
      const { reached: when, through } = run.state;
      const { drawn, folds, reached, loose } = cascadeForest({ when, through }, most);
      expect(drawn.length + folds.reduce((sum, { count }) => sum + count, 0)).toBe(reached);
      expect(reached).toBe(when.filter((t) => t >= 0).length);
      expect(drawn.length).toBe(Math.min(most, reached));
      expect(loose).toBe(0);
      drawn.forEach(({ node, parent }, place) => {
        expect(parent).toBeLessThan(place);
        expect(parent < 0 ? -1 : drawn[parent].node).toBe(through[node]);
      });
      expect(new Set(drawn.map(({ when: t, row }) => `${t} ${row}`)).size).toBe(drawn.length);
    }),
    { numRuns: 30 },
  );
});

test("who came through somebody not reached, come again later, or in a circle, begins a tree and is counted", () => {
  const { drawn, loose } = cascadeForest({ when: [5, 1, 2, 3, 3, -1, 0], through: [-1, 0, 5, 4, 3, -1, -1] }, 100);
  expect(loose).toBe(3);
  expect(new Map(drawn.map(({ node, parent }) => [node, parent < 0 ? -1 : drawn[parent].node]))).toEqual(
    new Map([
      [6, -1],
      [1, -1],
      [2, -1],
      [3, -1],
      [4, 3],
      [0, -1],
    ]),
  );
});

test("nobody reached is an empty forest, and what does not fit is refused, all faults together", () => {
  expect(cascadeForest({ when: [-1, -1], through: [-1, -1] }, 5)).toEqual({
    drawn: [],
    folds: [],
    rows: 0,
    reached: 0,
    loose: 0,
    last: -1,
  });
  expect(() => cascadeForest({ when: [0, NaN, -2], through: [0, -1, 7] }, 5)).toThrow(
    "cascade: through must be another node, or -1 for nobody, got 0 at node 0\ncascade: when must be a moment from 0, or -1 for never, got NaN at node 1\ncascade: when must be a moment from 0, or -1 for never, got -2 at node 2\ncascade: through must be another node, or -1 for nobody, got 7 at node 2",
  );
  expect(() => cascadeForest({ when: [0, 1], through: [-1] }, 5)).toThrow("cascade: through must have 2 values, got 1");
});

test("moments count who is new and who is there, and what lies between moments counts at the next", () => {
  expect(countsOf(small.when, 4)).toEqual([
    { fresh: 1, total: 1 },
    { fresh: 3, total: 4 },
    { fresh: 3, total: 7 },
    { fresh: 0, total: 7 },
  ]);
  expect(countsOf([0.5, 1], 3).map(({ fresh }) => fresh)).toEqual([0, 2, 0]);
});

test("ticks are round, whole where asked, from 0 and not beyond the end", () => {
  expect(ticks(23, 3)).toEqual([0, 10, 20]);
  expect(ticks(1, 5)).toEqual([0, 1]);
  expect(ticks(0, 5)).toEqual([0]);
  expect(ticks(1, 5, false)).toHaveLength(6);
  expect(ticks(200, 10).at(-1)).toBe(200);
});

import { expect, test } from "vitest";
import { loop } from "../../../models/studies/work/loop.ts";
import { fixed } from "../../../models/studies/work/plan.ts";
import { type Crew } from "../../../models/studies/work/runner.ts";
import { sums } from "../../../models/studies/work/sums.ts";
import { table } from "../../../models/studies/work/table.ts";
import { type Block } from "../../../models/studies/work/work.ts";

const crew: Crew = {
  lanes: 3,
  run: ({ point, from, to }) =>
    Promise.resolve({
      values: Float64Array.from({ length: to - from }, (_, k) => 1000 * point + from + k),
      failures: [],
    }),
  close: () => Promise.resolve(),
};

test("every world that is wanted is run once, kept before it is taken, and told", async () => {
  const held = table(2, ["a"]);
  const kept: Block[] = [];
  let told = 0;
  const { worlds, stopped } = await loop(crew, held, fixed(2, 500), {
    stopped: () => false,
    keep(block) {
      expect(held.missing(block.point, block.to).some(({ from, to }) => from <= block.from && to >= block.to)).toBe(
        true,
      );
      kept.push(block);
    },
    took: ({ from, to }) => (told += to - from),
  });
  expect([worlds, stopped, told]).toEqual([[500, 500], false, 1000]);
  expect(kept.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(1000);
  expect(held.column(1, "a", 500)).toEqual(Float64Array.from({ length: 500 }, (_, world) => 1000 + world));
});

test("what the table has is not run again, and a stop leaves the rest for another time", async () => {
  const held = table(1, ["a"]);
  held.take({ point: 0, from: 10, values: new Float64Array(490).fill(7), failures: [] });
  let blocks = 0;
  const first = await loop(crew, held, fixed(1, 500), { stopped: () => blocks > 0, took: () => blocks++ });
  expect(first.stopped).toBe(true);
  expect(held.count(0)).toBeLessThan(500);
  const { stopped } = await loop(crew, held, fixed(1, 500), { stopped: () => false });
  expect([stopped, held.count(0), held.column(0, "a", 12)[11]]).toEqual([false, 500, 7]);
});

test("a sum of rows has the same bits in whatever order they come, and holds no row that is added", () => {
  const rows = [1e16, 1, -1e16, 3, 0.1].map((value, k) => Float64Array.of(value, k));
  const total = (order: readonly number[]): number => {
    const held = sums(2, 1);
    for (const from of order) held.take({ point: 0, from, values: rows[from], failures: [] });
    held.take({ point: 0, from: 2, values: rows[2], failures: [] }); // a world taken twice counts once
    expect([held.count(0), held.missing(0, 6)]).toEqual([5, [{ point: 0, from: 5, to: 6 }]]);
    expect(rows.map((_, k) => held.rest(k)[0])).toEqual([0, 1, 2, 3, 4]);
    return held.total[0];
  };
  expect(total([4, 2, 0, 3, 1])).toBe(total([0, 1, 2, 3, 4]));
  const gaps = sums(1, 1);
  gaps.take({ point: 0, from: 2, values: Float64Array.of(1, 2), failures: [] });
  expect(gaps.missing(0, 6)).toEqual([
    { point: 0, from: 0, to: 2 },
    { point: 0, from: 4, to: 6 },
  ]);
});

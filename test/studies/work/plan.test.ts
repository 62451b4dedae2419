import { expect, test } from "vitest";
import { comparePlan } from "../../../models/studies/compare/plan.ts";
import { columnNames } from "../../../models/studies/compare/columns.ts";
import { fixed, untilNarrow } from "../../../models/studies/work/plan.ts";
import { type Table, table } from "../../../models/studies/work/table.ts";

const wide = (length: number): Float64Array => Float64Array.from({ length }, (_, world) => 100 * (world % 2));
const narrow = (length: number): Float64Array => new Float64Array(length).fill(5);
const take = (held: Table, point: number, values: Float64Array): void =>
  held.take({ point, from: 0, values, failures: [] });

test("a fixed plan wants as many worlds of every point, whatever there is", () => {
  expect(fixed(3, 7)()).toEqual([7, 7, 7]);
});

test("a rule for stopping wants the next look of a point only where the one before is whole and wide", () => {
  const plan = untilNarrow(2, 10, { measure: "a", width: 1, relative: false, most: 20 });
  const held = table(2, ["a"]);
  expect(plan(held)).toEqual([10, 10]);
  take(held, 0, wide(9));
  take(held, 1, narrow(10));
  expect(plan(held)).toEqual([10, 10]); // the tenth world is missing yet
  take(held, 0, wide(10));
  expect(plan(held)).toEqual([15, 10]);
  take(held, 0, wide(15));
  expect(plan(held)).toEqual([20, 10]);
  take(held, 0, wide(20));
  expect(plan(held)).toEqual([20, 10]); // no more than the most
  expect(plan(held)).toEqual([20, 10]); // and asked again it wants the same
});

test("a comparison wants a tenth of its worlds, at least 20, at twice the horizon", () => {
  const brief = { stop: { atLeast: 20, atMost: 300 }, arms: [{}] } as never;
  const held = table(2, columnNames(1));
  expect(comparePlan({ brief, horizons: [12, 24] })(held)).toEqual([300, 30]);
  expect(comparePlan({ brief, horizons: [12] })(held)).toEqual([300]);
});

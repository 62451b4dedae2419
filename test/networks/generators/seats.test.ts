import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";

/** Whom each person sees, seat by seat. */
function sights(text: string): number[][] {
  const { nodes, directed, in: half } = generate(text, 1);
  expect(directed).toBe(true);
  return Array.from(nodes, (i) => Array.from(half.targets.subarray(half.offsets[i], half.offsets[i + 1])));
}

test("five: the two beside and the three ahead, cut at the edges; the front sees only its sides", () => {
  // 0 1 2   in front
  // 3 4 5
  // 6 7 8
  expect(sights("seats:rows=3,columns=3,view=five")).toEqual([
    [1],
    [0, 2],
    [1],
    [0, 1, 4],
    [0, 1, 2, 3, 5],
    [1, 2, 4],
    [3, 4, 7],
    [3, 4, 5, 6, 8],
    [4, 5, 7],
  ]);
});

test("cone: the two beside, then 3, 5, 7, … ahead, up to the front", () => {
  //  0  1  2  3  4  5  6   in front
  //  7  8  9 10 11 12 13
  // 14 15 16 17 18 19 20
  const seen = sights("seats:rows=3,columns=7,view=cone");
  expect(seen[17]).toEqual([1, 2, 3, 4, 5, 9, 10, 11, 16, 18]);
  expect(seen[14]).toEqual([0, 1, 2, 7, 8, 15]);
  expect(seen[20]).toEqual([4, 5, 6, 12, 13, 19]);
  expect(seen[10]).toEqual([2, 3, 4, 9, 11]);
  expect(seen[3]).toEqual([2, 4]);
});

test("arcs run from the seen to the one who sees", () => {
  const { out } = generate("seats:rows=2,columns=3", 1);
  const reachedFrom = (i: number): number[] => Array.from(out.targets.subarray(out.offsets[i], out.offsets[i + 1]));
  expect(reachedFrom(1)).toEqual([0, 2, 3, 4, 5]); // seen by both sides and all behind
  expect(reachedFrom(4)).toEqual([3, 5]); // the last row is seen by its sides only
});

test("one seat and one row are fine", () => {
  expect(generate("seats:rows=1,columns=1", 1).arcs).toBe(0);
  expect(sights("seats:rows=1,columns=3,view=cone")).toEqual([[1], [0, 2], [1]]);
  expect(sights("seats:rows=3,columns=1,view=cone")).toEqual([[], [0], [0, 1]]);
});

test("the first view is the one unless told", () => {
  expect(sights("seats:rows=4,columns=4")).toEqual(sights("seats:rows=4,columns=4,view=five"));
  expect(() => generate("seats:rows=0,view=six", 1)).toThrow(
    'seats: rows must be a whole number from 1 to 100000, got 0\nseats: view must be one of five, cone, got "six"',
  );
});

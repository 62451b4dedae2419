import fc from "fast-check";
import { expect, test } from "vitest";
import {
  degreeCounts,
  degreeMoments,
  friendshipParadox,
  reciprocity,
} from "../../../models/networks/structure/degrees.ts";
import { graph, ring, smallGraphs, star, table } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("two kinds of customers, 1 % with 25 contacts and 99 % with 5, meet 31/5.2 contacts at the end of a tie", () => {
  const pairs: [number, number][] = [];
  let size = 0;
  const clique = (people: number): void => {
    for (let i = 0; i < people; i++) for (let j = 0; j < i; j++) pairs.push([size + i, size + j]);
    size += people;
  };
  clique(26); // 26 people with 25 contacts
  for (let k = 0; k < (26 * 99) / 6; k++) clique(6); // 2574 people with 5
  const moments = degreeMoments(graph(size, pairs));
  expect(moments.mean).toBeCloseTo(5.2, 12);
  expect(moments.ofNeighbour).toBeCloseTo(5.961538, 6);
  expect(moments.max).toBe(25);
});

test("a directed network counts everyone linked either way once", () => {
  const arcs = graph(
    4,
    [
      [0, 1],
      [1, 0],
      [1, 2],
    ],
    true,
  );
  expect(degreeMoments(arcs)).toEqual({ mean: 1, meanSquare: 1.5, ofNeighbour: 1.5, max: 2 });
  expect(reciprocity(arcs)).toBeCloseTo(2 / 3, 12);
  expect([...degreeCounts(arcs.out)]).toEqual([2, 1, 1]);
  expect([...degreeCounts(arcs.in)]).toEqual([1, 3]);
});

test("in a star all but the centre have fewer friends than their friends; in a ring nobody has", () => {
  expect(friendshipParadox(star(6))).toBeCloseTo(5 / 6, 12);
  expect(friendshipParadox(ring(9, 4))).toBe(0);
});

test("the isolated are not counted in the friendship paradox", () => {
  expect(
    friendshipParadox(
      graph(10, [
        [0, 1],
        [1, 2],
      ]),
    ),
  ).toBeCloseTo(2 / 3, 12);
});

test("nobody and nothing give NaN and empty counts", () => {
  expect(degreeMoments(graph(0, []))).toEqual({ mean: NaN, meanSquare: NaN, ofNeighbour: NaN, max: 0 });
  expect(degreeMoments(graph(3, []))).toEqual({ mean: 0, meanSquare: 0, ofNeighbour: NaN, max: 0 });
  expect([...degreeCounts(graph(0, []).out)]).toEqual([]);
  expect(friendshipParadox(graph(3, []))).toBe(NaN);
  expect(reciprocity(graph(3, [], true))).toBe(NaN);
});

test("moments, paradox and reciprocity agree with counting in a table", () => {
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const network = graph(size, pairs, directed);
      const degrees = table(network).map((row) => row.filter(Boolean).length);
      const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
      const moments = degreeMoments(network);
      expectNear(moments.mean, mean(degrees));
      expectNear(moments.meanSquare, mean(degrees.map((k) => k * k)));
      expect(moments.max).toBe(Math.max(...degrees));
      const tied = table(network);
      const people = degrees.flatMap((k, i) =>
        k > 0 ? [k * k < degrees.reduce((sum, other, j) => sum + (tied[i][j] ? other : 0), 0)] : [],
      );
      expectNear(friendshipParadox(network), mean(people.map(Number)));
      const arcs = table(network, false);
      const answered = arcs.flatMap((row, i) => row.flatMap((is, j) => (is ? [Number(arcs[j][i])] : [])));
      expectNear(reciprocity(network), mean(answered));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { coreNumbers, degeneracy } from "../../../models/networks/structure/core.ts";
import { complete, graph, path, ring, smallGraphs, star, table } from "../../support/graphs.ts";

test("a group of four with a tail has core numbers 3, 3, 3, 3, 1, 1, and the lone one 0", () => {
  const network = graph(7, [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
    [3, 4],
    [4, 5],
  ]);
  expect([...coreNumbers(network)]).toEqual([3, 3, 3, 3, 1, 1, 0]);
});

test("complete, ring, path and star have degeneracy n − 1, k, 1 and 1", () => {
  expect(degeneracy(complete(9))).toBe(8);
  expect(degeneracy(ring(30, 6))).toBe(6);
  expect(degeneracy(path(100))).toBe(1);
  expect(degeneracy(star(9))).toBe(1);
  expect(degeneracy(graph(0, []))).toBe(0);
  expect(degeneracy(graph(4, []))).toBe(0);
});

test("core numbers are what is left when the poorly tied are taken away again and again", () => {
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const network = graph(size, pairs, directed);
      const tied = table(network);
      const expected = new Array<number>(size).fill(0);
      for (let k = 1; k < size; k++) {
        let left = [...network.nodes];
        for (let before = -1; before !== left.length;) {
          before = left.length;
          left = left.filter((i) => left.filter((j) => tied[i][j]).length >= k);
        }
        for (const i of left) expected[i] = k;
      }
      expect([...coreNumbers(network)]).toEqual(expected);
    }),
  );
});

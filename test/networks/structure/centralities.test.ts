import { expect, test } from "vitest";
import { closeness, eigenvector } from "../../../models/networks/structure/centralities.ts";
import { complete, graph, path, star } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("on a path of five closeness is 4/10, 4/7, 4/6, 4/7, 4/10", () => {
  closeness(path(5)).forEach((value, i) => expectNear(value, [0.4, 4 / 7, 4 / 6, 4 / 7, 0.4][i]));
});

test("closeness follows arcs inward and counts the share of people who arrive", () => {
  // 0 → 1 → 2: nobody reaches 0; one of two reaches 1 in one step; both reach 2 in three steps.
  closeness(path(3, true)).forEach((value, i) => expectNear(value, [0, 0.5, 2 / 3][i]));
});

test("eigenvector standing is even where all are tied and √(n − 1) to 1 in a star", () => {
  for (const value of eigenvector(complete(6))) expectNear(value, 1 / Math.sqrt(6), 1e-8);
  const values = eigenvector(star(10));
  expectNear(values[0] / values[1], 3, 1e-8);
});

test("what has no standing says so", () => {
  expect([...eigenvector(graph(2, []))]).toEqual([NaN, NaN]);
  expect(closeness(graph(0, []))).toHaveLength(0);
  expect(() => eigenvector(path(30, true))).toThrow("eigenvector: the iteration must converge within 10000 rounds");
});

test("too large a network is refused with its size", () => {
  const big = path(600_000, true);
  expect(() => closeness(big)).toThrow("closeness: nodes · arcs must be at most 10000000000, got 359999400000");
  const edges = { ...big, edges: 1_000_001 };
  expect(() => eigenvector(edges)).toThrow("eigenvector: a network must have at most 1000000 edges, got 1000001");
});

import { expect, test } from "vitest";
import { projection } from "../../../models/networks/structure/projection.ts";
import { graph } from "../../support/graphs.ts";

test("arcs either way become one tie, once", () => {
  const directed = graph(
    5,
    [
      [0, 1],
      [1, 0],
      [3, 1],
      [1, 2],
      [0, 4],
    ],
    true,
  );
  const found = projection(directed);
  expect(found.directed).toBe(false);
  expect(found.edges).toBe(4);
  expect([...found.out.offsets]).toEqual([0, 2, 5, 6, 7, 8]);
  expect([...found.out.targets]).toEqual([1, 4, 0, 2, 3, 1, 1, 0]);
  expect(projection(directed)).toBe(found);
});

test("an undirected network is its own projection", () => {
  const network = graph(3, [[0, 1]]);
  expect(projection(network)).toBe(network);
});

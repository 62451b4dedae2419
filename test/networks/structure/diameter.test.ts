import fc from "fast-check";
import { expect, test } from "vitest";
import { type Network } from "../../../models/core/index.ts";
import { weakComponents } from "../../../models/networks/structure/components.ts";
import { diameterOf } from "../../../models/networks/structure/diameter.ts";
import { projection } from "../../../models/networks/structure/projection.ts";
import { allDistances, graph, type Pair, path, ring, smallGraphs, star, table } from "../../support/graphs.ts";

const limits = (network: Network, searches?: number): readonly [number, number] =>
  diameterOf(projection(network).out, weakComponents(network), searches);

/** The widest distance within the first of the largest components. */
function truth(network: Network): number {
  const { of, sizes, largest } = weakComponents(network);
  const steps = allDistances(table(network));
  const rows = steps.filter((_, i) => of[i] === sizes.indexOf(largest));
  return Math.max(...rows.flat().filter((d) => d < Infinity));
}

test("paths with a middle and stars need no search, a path without a middle one", () => {
  expect(limits(path(1000), 1)).toEqual([999, 999]);
  expect(limits(path(1001), 0)).toEqual([1000, 1000]);
  expect(limits(star(50), 0)).toEqual([2, 2]);
  expect(limits(graph(1, []), 0)).toEqual([0, 0]);
});

test("a ring needs searches: without them its diameter lies between n/2 and n", () => {
  expect(limits(ring(100, 2), 0)).toEqual([50, 100]);
  expect(limits(ring(100, 2), 100)).toEqual([50, 50]);
});

test("the limits hold the diameter after any number of searches, and meet when all are done", () => {
  // Sparse chains of small groups, where the middle is not where the hub is.
  const chain = fc.array(fc.tuple(fc.nat(59), fc.nat(3)), { minLength: 20, maxLength: 80 });
  const sparse = chain.map((pairs) =>
    graph(
      60,
      pairs.map(([i, step]): Pair => [i, (i + step + 1) % 60]),
    ),
  );
  const small = smallGraphs.map(({ size, pairs, directed }) => graph(size, pairs, directed));
  fc.assert(
    fc.property(fc.oneof(sparse, small), fc.nat(60), (network, searches) => {
      const diameter = truth(network);
      const [low, high] = limits(network, searches);
      expect(low).toBeLessThanOrEqual(diameter);
      expect(high).toBeGreaterThanOrEqual(diameter);
      expect(limits(network, Infinity)).toEqual([diameter, diameter]);
    }),
    { numRuns: 300 },
  );
});

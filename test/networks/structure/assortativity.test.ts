import fc from "fast-check";
import { expect, test } from "vitest";
import { assortativity } from "../../../models/networks/structure/assortativity.ts";
import { graph, ring, smallGraphs, star, table } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("assortativity of a path of four is −1/2, of a star −1, of a regular network not defined", () => {
  // Path 0–1–2–3: ends of arcs (1,2)(2,1)(2,2)(2,2)(2,1)(1,2): mean 5/3, covariance −1/9, variance 2/9.
  expectNear(
    assortativity(
      graph(4, [
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
    ),
    -0.5,
  );
  expectNear(assortativity(star(7)), -1);
  expect(assortativity(ring(50, 6))).toBe(NaN);
  expect(assortativity(graph(5, [[0, 1]]))).toBe(NaN);
  expect(assortativity(graph(0, []))).toBe(NaN);
});

test("assortativity is the correlation over both readings of every tie", () => {
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const network = graph(size, pairs, directed);
      const tied = table(network);
      const degrees = tied.map((row) => row.filter(Boolean).length);
      const ends = tied.flatMap((row, i) => row.flatMap((is, j) => (is ? [[degrees[i], degrees[j]]] : [])));
      const mean = ends.reduce((sum, [k]) => sum + k, 0) / ends.length;
      const over = (f: (a: number, b: number) => number): number =>
        ends.reduce((sum, [a, b]) => sum + f(a - mean, b - mean), 0);
      const regular = new Set(ends.map(([k]) => k)).size <= 1;
      expectNear(assortativity(network), regular ? NaN : over((a, b) => a * b) / over((a) => a * a));
    }),
  );
});

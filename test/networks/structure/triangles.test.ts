import fc from "fast-check";
import { expect, test } from "vitest";
import { clustering, triangles } from "../../../models/networks/structure/triangles.ts";
import { complete, graph, ring, smallGraphs, star, table } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("a triangle with a tail of two is worked by hand", () => {
  // 0–1–2–0, 2–3–4: pairs 1 + 1 + 3 + 1 = 6; clustering 1, 1, 1/3, 0, 0.
  const found = clustering(
    graph(5, [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
    ]),
  );
  expect(found.triangles).toBe(1);
  expect(found.transitivity).toBeCloseTo(0.5, 12);
  expect([...found.of]).toEqual([1, 1, 1 / 3, 0, 0]);
  expect(found.mean).toBeCloseTo(7 / 15, 12);
});

test("everybody tied to everybody has all triangles, a star has none", () => {
  expect(triangles(complete(30)).total).toBe((30 * 29 * 28) / 6);
  expect([...triangles(complete(5)).of]).toEqual([6, 6, 6, 6, 6]);
  expect(clustering(complete(30))).toMatchObject({ transitivity: 1, mean: 1 });
  expect(clustering(star(30))).toMatchObject({ transitivity: 0, mean: 0, triangles: 0 });
});

test("a ring lattice has clustering 3(k − 2) / 4(k − 1)", () => {
  const found = clustering(ring(1000, 10));
  expect(found.transitivity).toBeCloseTo(24 / 36, 12);
  expect(found.mean).toBeCloseTo(24 / 36, 12);
});

test("opposite arcs are one tie: a directed triangle counts once", () => {
  expect(
    triangles(
      graph(
        3,
        [
          [0, 1],
          [1, 0],
          [1, 2],
          [2, 0],
          [0, 2],
        ],
        true,
      ),
    ).total,
  ).toBe(1);
});

test("transitivity is NaN where no two ties meet, mean clustering only where there is nobody", () => {
  expect(
    clustering(
      graph(4, [
        [0, 1],
        [2, 3],
      ]),
    ),
  ).toMatchObject({ transitivity: NaN, mean: 0 });
  expect(clustering(graph(0, []))).toMatchObject({ transitivity: NaN, mean: NaN, triangles: 0 });
});

test("triangles and clustering agree with trying all triples", () => {
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const network = graph(size, pairs, directed);
      const tied = table(network);
      const of = tied.map((row, i) => {
        let closed = 0;
        for (let j = 0; j < size; j++)
          for (let k = 0; k < j; k++) if (row[j] && row[k] && tied[j][k] && i !== j && i !== k) closed++;
        return closed;
      });
      const triads = tied.map((row) => row.filter(Boolean).length).map((k) => (k * (k - 1)) / 2);
      expect([...triangles(network).of]).toEqual(of);
      const found = clustering(network);
      const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
      expect(found.triangles).toBe(sum(of) / 3);
      expectNear(found.transitivity, sum(of) / sum(triads));
      expectNear(found.mean, sum(of.map((closed, i) => (triads[i] > 0 ? closed / triads[i] : 0))) / size);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { distances, stepsFrom } from "../../../models/networks/structure/distances.ts";
import { allDistances, complete, graph, path, ring, smallGraphs, star, table } from "../../support/graphs.ts";
import { meanBand, summary } from "../../support/bands.ts";
import { expectNear } from "../../support/near.ts";

test("a ring of 1000 with 10 contacts has mean distance 50.450450 and diameter 100", () => {
  // From any node 10 others at each of the distances 1…99 and 9 at 100: (10·4950 + 900) / 999.
  const found = distances(ring(1000, 10));
  expect(found.mean).toBeCloseTo(50_400 / 999, 10);
  expect(found.mean).toBeCloseTo(50.45045, 6);
  expect(found).toMatchObject({ stderr: 0, diameter: 100, exact: true });
});

test("paths, stars and complete networks have their closed forms", () => {
  expect(distances(path(40))).toMatchObject({ diameter: 39 });
  expect(distances(path(40)).mean).toBeCloseTo(41 / 3, 12);
  expect(distances(star(11)).mean).toBeCloseTo(2 - 2 / 11, 12);
  expect(distances(complete(40))).toMatchObject({ mean: 1, diameter: 1 });
});

test("only pairs that can reach each other count, and only the largest part has the diameter", () => {
  // A triangle, the path 3–4–5–6 and 7 alone: 6 ordered pairs at distance 1, and 12 with a sum of 20.
  const found = distances(
    graph(8, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 6],
    ]),
  );
  expect(found.mean).toBeCloseTo((6 + 20) / 18, 12);
  expect(found.diameter).toBe(3);
  expect(
    distances(
      graph(7, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
        [0, 2],
        [1, 3],
        [4, 5],
        [5, 6],
      ]),
    ).diameter,
  ).toBe(1);
});

test("of equally large parts the widest has the diameter, wherever it stands", () => {
  const triangle: [number, number][] = [
    [0, 1],
    [1, 2],
    [2, 0],
  ];
  expect(distances(graph(6, [...triangle, [3, 4], [4, 5]])).diameter).toBe(2);
  expect(
    distances(
      graph(6, [
        [0, 1],
        [1, 2],
        [3, 4],
        [4, 5],
        [5, 3],
      ]),
    ).diameter,
  ).toBe(2);
});

test("nobody, and nobody tied, give NaN and no crash", () => {
  expect(distances(graph(0, []))).toMatchObject({ mean: NaN, stderr: NaN, diameter: NaN });
  expect(distances(graph(1, []))).toMatchObject({ mean: NaN, diameter: 0 });
  expect(distances(graph(5, []), { budget: -1 })).toMatchObject({ mean: NaN, diameter: 0 });
});

test("distances and diameter agree with Floyd and Warshall, 32 sources at a time or not", () => {
  fc.assert(
    fc.property(smallGraphs, fc.boolean(), ({ size, pairs, directed }, wide) => {
      // A long tail takes the network beyond one batch of sources.
      const tail = wide ? Array.from({ length: 40 }, (_, i): [number, number] => [size + i - 1, size + i]) : [];
      const network = graph(size + tail.length, [...pairs, ...tail], directed);
      const steps = allDistances(table(network));
      const finite = steps.flatMap((row, i) => row.filter((d, j) => i !== j && d < Infinity));
      const found = distances(network);
      expectNear(found.mean, finite.reduce((sum, d) => sum + d, 0) / finite.length);
      const parts = steps.map((row) => row.filter((d) => d < Infinity));
      const largest = Math.max(...parts.map((part) => part.length));
      expect(found.diameter).toBe(
        Math.max(...parts.filter((part) => part.length === largest).map((part) => Math.max(...part))),
      );
      const along = allDistances(table(network, false))[0].map((d) => (d < Infinity ? d : -1));
      expect([...stepsFrom(network, 0)]).toEqual(along);
    }),
  );
});

test("sampled sources find the mean distance within the error they state", () => {
  // 400 samples of 150 of 300 sources: 5 standard errors, false alarm below 1e-6; catches a mean 0.2 % off.
  const network = generate("erdos-renyi:nodes=300,degree=3", 1);
  const truth = distances(network).mean;
  const found = Array.from({ length: 400 }, (_, seed) => distances(network, { seed, budget: 0, sources: 150 }));
  const means = summary(found.map(({ mean }) => mean));
  const [low, high] = meanBand(truth, means);
  expect(means.mean).toBeGreaterThan(low);
  expect(means.mean).toBeLessThan(high);
  const stated = Math.sqrt(summary(found.map(({ stderr }) => stderr ** 2)).mean);
  expect(stated / Math.sqrt(means.variance)).toBeGreaterThan(0.8);
  expect(stated / Math.sqrt(means.variance)).toBeLessThan(1.25);
  expect(found[0]).toMatchObject({ exact: false, sources: 150 });
  expect(distances(network, { seed: 7, budget: 0, sources: 150 })).toEqual(found[7]);
});

test("limits of a diameter hold the true one, and meet where paths are long", () => {
  for (let seed = 0; seed < 20; seed++) {
    const network = generate("erdos-renyi:nodes=400,degree=2.5", seed);
    const truth = distances(network).diameter;
    const [low, high] = distances(network, { budget: 0, sources: 2 }).diameterLimits;
    expect(low).toBeLessThanOrEqual(truth);
    expect(high).toBeGreaterThanOrEqual(truth);
  }
  expect(distances(path(100_000), { budget: 0, sources: 2 }).diameterLimits).toEqual([99_999, 99_999]);
  expect(distances(ring(1001, 2), { budget: 0, sources: 2 }).diameterLimits[1]).toBeGreaterThanOrEqual(500);
});

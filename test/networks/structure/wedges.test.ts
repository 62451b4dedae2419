import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { clustering, triangleWork } from "../../../models/networks/structure/triangles.ts";
import { sampledClustering } from "../../../models/networks/structure/wedges.ts";
import { band } from "../../support/bands.ts";
import { complete, graph, path, star } from "../../support/graphs.ts";

test("drawn pairs of contacts are tied as often as the counted ones", () => {
  // 200,000 draws a figure on the karate club: exact binomial limits, false alarm 1e-6 each; catches 2 % more.
  const network = generate("karate", 1);
  const truth = clustering(network);
  const found = sampledClustering(network, 1, 200_000);
  const able = 33 / 34; // one member has a single contact
  for (const [estimate, expected, factor] of [
    [found.transitivity, truth.transitivity, 1],
    [found.mean, truth.mean, able],
    [found.triangles, truth.triangles, truth.triangles / truth.transitivity],
  ] as const) {
    const share = expected / factor;
    const [low, high] = band(200_000, share);
    expect(Math.round((estimate.value / factor) * 200_000)).toBeGreaterThanOrEqual(low);
    expect(Math.round((estimate.value / factor) * 200_000)).toBeLessThanOrEqual(high);
    expect(estimate.stderr / (factor * Math.sqrt((share * (1 - share)) / 200_000))).toBeCloseTo(1, 1);
  }
  expect(sampledClustering(network, 1, 200_000)).toEqual(found);
});

test("sure things are found surely", () => {
  expect(sampledClustering(complete(10), 1, 1000)).toMatchObject({
    transitivity: { value: 1 },
    mean: { value: 1 },
    triangles: { value: 120 },
  });
  expect(sampledClustering(star(10), 1, 1000)).toMatchObject({ transitivity: { value: 0 }, mean: { value: 0 } });
  expect(sampledClustering(star(10), 1, 1000).transitivity.stderr).toBeGreaterThan(0);
  expect(sampledClustering(graph(3, [[0, 1]]))).toMatchObject({
    transitivity: { value: NaN },
    mean: { value: 0 },
    triangles: { value: 0 },
  });
  expect(sampledClustering(graph(0, []))).toMatchObject({ transitivity: { value: NaN }, mean: { value: NaN } });
});

test("the work of counting triangles is known before", () => {
  expect(triangleWork(complete(10))).toBe((10 * 9 * 8) / 6);
  expect(triangleWork(star(10))).toBe(0);
  expect(triangleWork(path(4))).toBe(1);
});

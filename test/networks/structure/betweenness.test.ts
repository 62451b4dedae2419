import fc from "fast-check";
import metrics from "graphology-metrics";
import { expect, test } from "vitest";
import { toGraph } from "../../../models/networks/graphology.ts";
import { generate } from "../../../models/networks/specification.ts";
import { betweenness } from "../../../models/networks/structure/betweenness.ts";
import { graph, path, ring, smallGraphs, star } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("on a path of five the middle stands between four pairs, three and none toward the ends", () => {
  expect([...betweenness(path(5)).of]).toEqual([0, 3, 4, 3, 0]);
  expect([...betweenness(path(5, true)).of]).toEqual([0, 3, 4, 3, 0]);
});

test("pairs with several shortest paths are split between them", () => {
  expect([...betweenness(ring(4, 2)).of]).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(betweenness(star(8)).of[0]).toBe(21);
});

test("betweenness agrees with graphology-metrics, which is right on simple graphs", () => {
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const network = graph(size, pairs, directed);
      const theirs = metrics.centrality.betweenness(toGraph(network), { normalized: false, getEdgeWeight: null });
      const { of, stderr, exact } = betweenness(network);
      for (const i of network.nodes) expectNear(of[i], theirs[String(i)]);
      expect(exact).toBe(true);
      expect(Math.max(...stderr)).toBe(0);
    }),
  );
});

test("a sample of sources finds the karate club's betweenness within its stated error", () => {
  // 400 samples of 17 of 34 sources. Each mean within 5 standard errors of the exact value: false alarm below 1e-6
  // a node and 2e-5 in all. The error stated is the error found, within a fifth.
  const network = generate("karate", 1);
  const truth = betweenness(network).of;
  const rounds = Array.from({ length: 400 }, (_, seed) => betweenness(network, { seed, sources: 17 }));
  expect(rounds[0].exact).toBe(false);
  for (const i of [0, 2, 31, 32, 33]) {
    const found = rounds.map(({ of }) => of[i]);
    const mean = found.reduce((sum, value) => sum + value, 0) / 400;
    const variance = found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399;
    const stated = rounds.reduce((sum, { stderr }) => sum + stderr[i] ** 2, 0) / 400;
    expect(Math.abs(mean - truth[i])).toBeLessThan(5 * Math.sqrt(variance / 400));
    expect(Math.abs(Math.sqrt(stated / variance) - 1)).toBeLessThan(0.2);
  }
});

test("nobody gives nothing", () => {
  expect(betweenness(graph(0, [])).of).toHaveLength(0);
  expect([...betweenness(graph(2, [])).of]).toEqual([0, 0]);
});

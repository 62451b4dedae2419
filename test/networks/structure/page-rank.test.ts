import fc from "fast-check";
import metrics from "graphology-metrics";
import { expect, test } from "vitest";
import { fromEdges } from "../../../models/networks/edges.ts";
import { toGraph } from "../../../models/networks/graphology.ts";
import { pageRank } from "../../../models/networks/structure/page-rank.ts";
import { graph, ring, smallGraphs, star } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("everybody in a ring gets the same; a star's centre gets its closed form", () => {
  for (const share of pageRank(ring(8, 4), { tolerance: 1e-12 })) expectNear(share, 1 / 8, 1e-9);
  // c = .15/n + .85 (n − 1) l and l = .15/n + .85 c / (n − 1), so c = (.15 + .85·.15 (n − 1)) / (n (1 − .85²)).
  const n = 9;
  expectNear(
    pageRank(star(n), { tolerance: 1e-12 })[0],
    (0.15 + 0.85 * 0.15 * (n - 1)) / (n * (1 - 0.85 * 0.85)),
    1e-9,
  );
});

test("a walk toward influencers ranks the source of arcs first, toward the influenced their end", () => {
  const network = graph(
    4,
    [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
    true,
  );
  const best = (shares: Float64Array): number => shares.indexOf(Math.max(...shares));
  expect(best(pageRank(network, { toward: "influencers" }))).toBe(0);
  expect(pageRank(network)[0]).toBeLessThan(pageRank(network)[1]);
});

test("shares agree with graphology-metrics and add up to 1", () => {
  fc.assert(
    fc.property(smallGraphs, fc.boolean(), ({ size, pairs, directed }, weighted) => {
      const sources = Uint32Array.from(pairs, ([source]) => source);
      const targets = Uint32Array.from(pairs, ([, target]) => target);
      const weights = weighted ? Float64Array.from(pairs, (_, e) => 1 + (e % 3)) : null;
      const { network } = fromEdges({ size, directed, sources, targets, weights });
      const found = pageRank(network, { weighted, tolerance: 1e-12 });
      const getEdgeWeight = weighted ? "weight" : null;
      const theirs = metrics.centrality.pagerank(toGraph(network), {
        getEdgeWeight,
        tolerance: 1e-12,
        maxIterations: 1000,
      });
      for (const i of network.nodes) expectNear(found[i], theirs[String(i)], 1e-9);
      expectNear(
        found.reduce((sum, share) => sum + share, 0),
        1,
      );
    }),
  );
});

test("all faults of a request are told at once", () => {
  const bad = fromEdges({
    size: 2,
    directed: true,
    sources: Uint32Array.of(0),
    targets: Uint32Array.of(1),
    weights: Float64Array.of(-2),
  }).network;
  expect(() => pageRank(bad, { damping: 1, weighted: true })).toThrow(
    "pageRank: damping must be from 0 and below 1, got 1\npageRank: weights must be 0 or more, got -2",
  );
});

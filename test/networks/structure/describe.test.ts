import fc from "fast-check";
import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { describe, type Structure } from "../../../models/networks/structure/describe.ts";
import { graph, path, relabelled, ring, smallGraphs } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

test("the karate club has its published structure", () => {
  const found = describe(generate("karate", 1));
  expect(found).toMatchObject({
    nodes: 34,
    edges: 78,
    directed: false,
    weighted: true,
    components: 1,
    largestComponent: 34,
  });
  expect(found).toMatchObject({
    triangles: 45,
    diameter: 5,
    degeneracy: 4,
    maxDegree: 17,
    estimated: [],
    errors: {},
    limits: {},
  });
  const published: Partial<Structure> = {
    meanDegree: 4.58824,
    friendshipParadox: 0.85294,
    transitivity: 0.25568,
    meanClustering: 0.57064,
    meanDistance: 2.4082,
    assortativity: -0.47561,
  };
  for (const [name, value] of Object.entries(published))
    expect(found[name as keyof Structure]).toBeCloseTo(value as number, 5);
  expect(found.meanSquareDegree / found.meanDegree).toBeCloseTo(7.76923, 5);
});

test("a directed network is described on its projection, direction apart", () => {
  // Arcs 0 ⇄ 1 → 2 → 0 and 3 alone: a triangle of three ties in one strong part.
  const found = describe(
    graph(
      4,
      [
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 0],
      ],
      true,
    ),
  );
  expect(found).toMatchObject({
    nodes: 4,
    edges: 4,
    directed: true,
    weighted: false,
    meanDegree: 1.5,
    meanSquareDegree: 3,
    triangles: 1,
  });
  expect(found).toMatchObject({
    components: 2,
    largestComponent: 3,
    strongComponents: 2,
    largestStrongComponent: 3,
    reciprocity: 0.5,
  });
  expect(found).toMatchObject({
    transitivity: 1,
    meanClustering: 0.75,
    assortativity: NaN,
    meanDistance: 1,
    diameter: 1,
    degeneracy: 2,
  });
});

test("nobody, one person and strangers have the values their definitions give, null in JSON", () => {
  const none = describe(graph(0, []));
  expect(none).toMatchObject({
    nodes: 0,
    edges: 0,
    components: 0,
    largestComponent: 0,
    meanDegree: NaN,
    meanDistance: NaN,
    diameter: NaN,
  });
  expect(none.estimated).toEqual([]);
  expect(JSON.parse(JSON.stringify(none))).toMatchObject({ meanDegree: null, transitivity: null });
  expect(describe(graph(1, []))).toMatchObject({
    meanDegree: 0,
    components: 1,
    meanClustering: 0,
    meanDistance: NaN,
    diameter: 0,
  });
  expect(describe(graph(3, [], true))).toMatchObject({
    components: 3,
    strongComponents: 3,
    reciprocity: NaN,
    diameter: 0,
    estimated: [],
  });
});

test("a chain of 100,000 is described, its mean distance within five of its stated errors", () => {
  // False alarm below 1e-6: the truth is (n + 1) / 3, 64 sources are drawn.
  const found = describe(path(100_000), { sources: 64 });
  expect(found).toMatchObject({ components: 1, diameter: 99_999, estimated: ["meanDistance"], degeneracy: 1 });
  expect(Math.abs(found.meanDistance - 100_001 / 3)).toBeLessThan(5 * found.errors.meanDistance);
  expect(found.errors.meanDistance).toBeLessThan(4000);
});

test("what is sampled says so, with limits", () => {
  const found = describe(generate("erdos-renyi:nodes=2000,degree=8", 1), { budget: 0, sources: 64, triangleBudget: 0 });
  expect(found.estimated).toEqual(["triangles", "transitivity", "meanClustering", "meanDistance", "diameter"]);
  for (const name of found.estimated.slice(0, 4)) expect(found.errors[name]).toBeGreaterThan(0);
  expect(found.limits.diameter[0]).toBe(found.diameter);
  expect(found.limits.diameter[1]).toBeGreaterThan(found.diameter);
  expect(describe(ring(100, 4)).estimated).toEqual([]);
});

test("calling the nodes otherwise changes nothing", () => {
  const graphs = smallGraphs.chain((given) =>
    fc.record({
      given: fc.constant(given),
      order: fc.shuffledSubarray(
        Array.from({ length: given.size }, (_, i) => i),
        { minLength: given.size },
      ),
    }),
  );
  fc.assert(
    fc.property(graphs, ({ given: { size, pairs, directed }, order }) => {
      const network = graph(size, pairs, directed);
      const before = describe(network);
      const after = describe(relabelled(network, order));
      for (const name of Object.keys(before) as (keyof Structure)[]) {
        const [a, b] = [before[name], after[name]];
        if (typeof a === "number" && typeof b === "number") expectNear(a, b);
        else expect(a).toEqual(b);
      }
    }),
  );
});

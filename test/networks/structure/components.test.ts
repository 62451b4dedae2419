import fc from "fast-check";
import { expect, test } from "vitest";
import { strongComponents, weakComponents } from "../../../models/networks/structure/components.ts";
import { allDistances, graph, type Pair, path, smallGraphs, table } from "../../support/graphs.ts";

test("parts are numbered by their first nodes", () => {
  const found = weakComponents(
    graph(6, [
      [1, 4],
      [4, 2],
      [3, 5],
    ]),
  );
  expect(found.count).toBe(3);
  expect([...found.of]).toEqual([0, 1, 1, 2, 1, 2]);
  expect([...found.sizes]).toEqual([1, 3, 2]);
  expect(found.largest).toBe(3);
});

test("a circle of arcs is one strong part, what only leads in or out stands alone", () => {
  // 0 → (1 → 2 → 3 → 1) → 4
  const network = graph(
    5,
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 1],
      [3, 4],
    ],
    true,
  );
  expect([...strongComponents(network).of]).toEqual([0, 1, 1, 1, 2]);
  expect(strongComponents(network).largest).toBe(3);
  expect(weakComponents(network).count).toBe(1);
});

test("a chain of 100,000 does not overflow, either way round", () => {
  const size = 100_000;
  expect(strongComponents(path(size, true)).count).toBe(size);
  const back = Array.from({ length: size }, (_, i): Pair => [(i + 1) % size, i]);
  expect(strongComponents(graph(size, back, true)).largest).toBe(size);
  expect(weakComponents(path(size)).largest).toBe(size);
});

test("an empty network has no parts", () => {
  for (const directed of [true, false]) {
    const found = strongComponents(graph(0, [], directed));
    expect([found.count, found.largest, found.of.length]).toEqual([0, 0, 0]);
  }
});

test("parts are exactly the classes of mutual reach", () => {
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const network = graph(size, pairs, directed);
      for (const [found, undirected] of [
        [weakComponents(network), true],
        [strongComponents(network), false],
      ] as const) {
        const steps = allDistances(table(network, undirected));
        const first = network.nodes.map((i) =>
          steps.findIndex((row, j) => row[i] < Infinity && steps[i][j] < Infinity),
        );
        const starts = [...new Set(first)].sort((a, b) => a - b);
        expect([...found.of]).toEqual([...first].map((i) => starts.indexOf(i)));
        expect([...found.sizes]).toEqual(starts.map((start) => first.filter((i) => i === start).length));
        expect(found.largest).toBe(Math.max(...found.sizes));
      }
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../../../models/core/index.ts";
import { independentCascade } from "../../../models/cascades/independent-cascade.ts";
import { expectedReach, peopleAt } from "../../../models/influence/degrees/expected-reach.ts";
import { generate } from "../../../models/networks/specification.ts";
import { allDistances, graph, path, ring, smallGraphs, table } from "../../support/graphs.ts";

test("people at a distance are those of the shortest paths along influence", () => {
  expect(peopleAt(path(5), 1)).toEqual([2, 1, 1]);
  expect(peopleAt(path(5, true), 3)).toEqual([1, 0, 0]);
  expect(peopleAt(ring(9, 4), 0, 4)).toEqual([4, 4, 0, 0]);
  fc.assert(
    fc.property(smallGraphs, ({ size, pairs, directed }) => {
      const net = graph(size, pairs, directed);
      const steps = allDistances(table(net, false));
      for (const i of net.nodes)
        expect(peopleAt(net, i)).toEqual([1, 2, 3].map((d) => steps[i].filter((s) => s === d).length));
    }),
    { numRuns: 30 },
  );
});

test("on a tree influence decays by the probability a step", () => {
  // 1 + 3 + 6 + 12 people; standard errors about .01, within five: a false alarm once in a million.
  const pairs = [
    [0, 1],
    [0, 2],
    [0, 3],
  ] as [number, number][];
  for (let i = 1; i < 10; i++) pairs.push([i, 2 * i + 2], [i, 2 * i + 3]);
  const found = expectedReach(graph(22, pairs), 0, { probability: 0.4 });
  for (const { distance, people, reached, stderr } of found) {
    expect(people).toBe(3 * 2 ** (distance - 1));
    expect(Math.abs(reached - people * 0.4 ** distance)).toBeLessThan(5 * stderr);
  }
});

test("what always passes reaches all, what never does nobody; more chance reaches no fewer in all", () => {
  const net = generate("karate", 1);
  for (const person of [0, 11, 33]) {
    expect(expectedReach(net, person, { probability: 1, worlds: 2 }).map(({ reached }) => reached)).toEqual(
      peopleAt(net, person),
    );
    expect(expectedReach(net, person, { probability: 0, worlds: 2 }).map(({ reached }) => reached)).toEqual([0, 0, 0]);
    const totals = [0.1, 0.2, 0.5].map((probability) =>
      expectedReach(net, person, { probability, worlds: 200 }).reduce((sum, { reached }) => sum + reached, 0),
    );
    expect([...totals].sort((a, b) => a - b)).toEqual(totals);
  }
});

test("its worlds are those of the independent cascade", () => {
  const net = generate("karate", 1);
  let rounds = [0, 0, 0];
  for (let world = 0; world < 50; world++) {
    const { reach } = run(independentCascade, net, { parameters: { probability: 0.2, seeds: ["5"] }, steps: 3, world });
    rounds = rounds.map((sum, d) => sum + reach[d + 1] - reach[d]);
  }
  expect(expectedReach(net, 5, { probability: 0.2, worlds: 50 }).map(({ reached }) => reached)).toEqual(
    rounds.map((sum) => sum / 50),
  );
});

test("every fault is named at once", () => {
  expect(() => expectedReach(path(3), 3, { probability: 2, distances: 0, worlds: 1 })).toThrow(
    /probability.*got 2\n.*distances.*got 0\n.*worlds.*got 1\n.*person.*got 3/,
  );
});

import metrics from "graphology-metrics";
import { expect, test } from "vitest";
import { toGraph } from "../../../models/networks/graphology.ts";
import { generate } from "../../../models/networks/specification.ts";
import { choose } from "../../../models/programs/choosing/choose.ts";
import { type Means, type Method, METHODS } from "../../../models/programs/choosing/methods.ts";
import { acquaintances, random, selfSelected } from "../../../models/programs/choosing/heuristics.ts";
import { asked, type Question } from "../../../models/programs/choosing/question.ts";
import { band } from "../../support/bands.ts";
import { path4, star5, tiny } from "../../support/tiny.ts";

const karate = generate("karate", 1);
const graph = toGraph(karate);
const chosen = (method: Method, question: Omit<Question, "network">, means?: Means): number[] =>
  choose(method, { network: karate, ties: "index", ...question }, means).chosen;
/** The ten highest by a library's word. */
const ten = (values: Record<string, number>): number[] =>
  Array.from({ length: 34 }, (_, i) => i)
    .sort((a, b) => values[karate.keys.key(b)] - values[karate.keys.key(a)] || a - b)
    .slice(0, 10);

test("in the karate club degree, PageRank and betweenness are those of graphology-metrics", () => {
  expect(chosen("degree", { count: 10 })).toEqual(ten(metrics.centrality.degree(graph)));
  expect(chosen("pagerank", { count: 10 })).toEqual(
    ten(
      metrics.centrality.pagerank(graph, {
        alpha: 0.85,
        getEdgeWeight: "weight",
        tolerance: 1e-12,
        maxIterations: 1000,
      }),
    ),
  );
  expect(chosen("betweenness", { count: 10 })).toEqual(
    ten(metrics.centrality.betweenness(graph, { getEdgeWeight: null })),
  );
});

test("the innermost core of the karate club are ten who all tie, as published", () => {
  const { chosen: core, tied } = choose("k-core", { network: karate, count: 10 });
  expect(tied).toBe(10); // the 4-core
  expect([...core].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 7, 8, 13, 30, 32, 33]);
});

test("value, expertise and need go by the numbers given", () => {
  const numbers = Float64Array.from({ length: 34 }, (_, i) => (i * 7) % 34);
  const top = [...numbers.keys()].sort((a, b) => numbers[b] - numbers[a]);
  expect(chosen("value", { count: 4, worth: numbers })).toEqual(top.slice(0, 4));
  expect(chosen("expert", { count: 4 }, { skill: numbers })).toEqual(top.slice(0, 4));
  expect(chosen("expert", { count: 4 }, { skill: numbers, noise: 100 })).not.toEqual(top.slice(0, 4));
  expect(chosen("susceptible", { count: 4 }, { need: numbers })).toEqual(top.reverse().slice(0, 4));
});

test("bridges have ties to the most communities", () => {
  const three = tiny(7, [
    [0, 1],
    [2, 3],
    [4, 5],
    [6, 0],
    [6, 2],
    [6, 4],
    [1, 2],
  ]);
  const communities = [0, 0, 1, 1, 2, 2, 0];
  expect(choose("bridges", { network: three, count: 1 }, { communities }).chosen).toEqual([6]);
  expect(choose("bridges", { network: three, count: 3, ties: "index" }, { communities })).toMatchObject({
    chosen: [6, 1, 2],
    tied: 3,
  });
});

test("whoever is named as a contact is met in proportion: the star's centre four times in five", () => {
  // Each of 4 tips names the centre, the centre names one tip: 4/5. 4,000 seeds, false alarm 1e-6.
  const times = Array.from(
    { length: 4000 },
    (_, seed) => acquaintances(asked({ network: star5, count: 1, seed })).chosen[0],
  );
  const [low, high] = band(4000, 4 / 5, 1e-6);
  const centre = times.filter((i) => i === 0).length;
  expect(centre).toBeGreaterThanOrEqual(low);
  expect(centre).toBeLessThanOrEqual(high);
  const [few, many] = band(4000, 1 / 20, 1e-6);
  const tip = times.filter((i) => i === 3).length;
  expect(tip).toBeGreaterThanOrEqual(few);
  expect(tip).toBeLessThanOrEqual(many);
});

test("at random everybody is as likely, and the isolated are nobody's acquaintance until none else is left", () => {
  const [low, high] = band(4000, 1 / 4, 1e-6);
  const first = Array.from({ length: 4000 }, (_, seed) => random(asked({ network: path4, count: 1, seed })).chosen[0]);
  for (const i of [0, 1, 2, 3]) {
    const count = first.filter((one) => one === i).length;
    expect(count).toBeGreaterThanOrEqual(low);
    expect(count).toBeLessThanOrEqual(high);
  }
  const pair = tiny(4, [[1, 2]]);
  expect(acquaintances(asked({ network: pair, count: 2 })).chosen.sort()).toEqual([1, 2]);
  expect(acquaintances(asked({ network: pair, count: 3 })).notes).toEqual([
    "1 of the chosen have no score: they fill the places that were left",
  ]);
});

test("hubs come forward more often, and not at all where readiness does not rise with degree", () => {
  // Two candidates: with rise 1 the centre of a star (degree 4, mean 1.6) is ready with .75, a tip with .1875.
  // P(u/.75 < v/.1875) = 1 − .25/2 = .875; 4,000 seeds, false alarm 1e-6 each.
  const share = (rise: number): number =>
    Array.from(
      { length: 4000 },
      (_, seed) =>
        selfSelected(asked({ network: star5, count: 1, candidates: [0, 3], seed }), { join: 0.3, rise }).chosen[0],
    ).filter((i) => i === 0).length;
  for (const [rise, p] of [
    [1, 0.875],
    [0, 0.5],
  ] as const) {
    const [low, high] = band(4000, p, 1e-6);
    expect(share(rise)).toBeGreaterThanOrEqual(low);
    expect(share(rise)).toBeLessThanOrEqual(high);
  }
});

test("every method gives as many different customers as asked for, from the candidates, the same again under the same seed", () => {
  const network = tiny(12, [
    [0, 1],
    [1, 2],
    [2, 0],
    [3, 4],
    [4, 5],
    [2, 3],
    [6, 7],
  ]);
  const numbers = Float64Array.from({ length: 12 }, (_, i) => i + 1);
  const means: Means = {
    spread: { rule: "threshold", weighting: "degree", probability: 0 },
    skill: numbers,
    need: numbers,
    worlds: 100,
    work: 1,
  };
  for (const method of METHODS) {
    for (const question of [
      { count: 5 },
      { count: 3, candidates: [1, 3, 8, 11] },
      { count: 4, candidates: [1, 3, 8, 11] },
      { count: Infinity, budget: 9, costs: numbers },
    ]) {
      const ask = (): number[] => choose(method, { network, worth: numbers, ...question }, means).chosen;
      const found = ask();
      if (question.count < Infinity) expect(found).toHaveLength(question.count);
      else expect(found.reduce((sum, i) => sum + numbers[i], 0)).toBeLessThanOrEqual(9);
      expect(new Set(found).size).toBe(found.length);
      for (const i of found) expect(question.candidates ?? [...network.nodes]).toContain(i);
      expect(ask()).toEqual(found);
    }
  }
});

import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { positions } from "../../../models/networks/structure/positions.ts";
import { path, star } from "../../support/graphs.ts";
import { expectNear } from "../../support/near.ts";

const of = (name: string, network = generate("karate", 1)): number[] =>
  Array.from(positions.find((position) => position.name === name)!.of(network, 1));

test("in the karate club the two leaders come first by contacts, betweenness and PageRank", () => {
  const [instructor, president] = [0, 33];
  expect(of("contacts")[president]).toBe(17);
  expect(of("contacts")[instructor]).toBe(16);
  // 0.43763528 and 0.30407498 of the 528 pairs of others (Freeman's betweenness of Zachary's club).
  expectNear(of("betweenness")[instructor], 231.0714, 1e-6);
  expectNear(of("betweenness")[president], 160.5516, 1e-6);
  const first = [...of("pagerank").entries()].sort(([, a], [, b]) => b - a).slice(0, 2);
  expect(first.map(([i]) => i).sort((a, b) => a - b)).toEqual([instructor, president]);
});

test("the middle of a star is central by every measure that orders people", () => {
  for (const { name, ordered } of positions) {
    if (!ordered) continue;
    const [middle, ...others] = of(name, star(10));
    for (const other of others) expect(middle, name).toBeGreaterThanOrEqual(other);
  }
});

test("direction counts: contacts and PageRank look at whom one influences, influencers at who influences", () => {
  const chain = path(3, true); // 0 → 1 → 2
  expect(of("contacts", chain)).toEqual([1, 1, 0]);
  expect(of("influencers", chain)).toEqual([0, 1, 1]);
  const [first, second, third] = of("pagerank", chain);
  expect(first).toBeGreaterThan(second);
  expect(second).toBeGreaterThan(third);
});

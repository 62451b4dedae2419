import { expect, test } from "vitest";
import { distinct, type Sequence, sequence, streamKey } from "../../models/core/index.ts";
import { surroundings } from "../../models/influence/surroundings.ts";
import { generate } from "../../models/networks/specification.ts";
import { stepsFrom } from "../../models/networks/structure/distances.ts";
import { graph, path } from "../support/graphs.ts";

const source = (seed: number): Sequence => sequence(streamKey(seed, "places"));

test("everybody belongs to a nearest centre", () => {
  const net = generate("watts-strogatz:nodes=200,degree=4,rewire=0.1", 1);
  const places = surroundings(net, 7, source(1));
  expect(new Set(places).size).toBe(7);
  const fromCentres = distinct(7, 200, source(1)).map((centre) => stepsFrom(net, centre));
  for (const i of net.nodes) expect(fromCentres[places[i]][i]).toBe(Math.min(...fromCentres.map((steps) => steps[i])));
});

test("one place holds all who are tied, the others stand alone", () => {
  const net = graph(5, [
    [0, 1],
    [1, 2],
  ]);
  const places = surroundings(net, 1, source(3));
  const tied = new Set([places[0], places[1], places[2]]);
  expect(new Set(places).size).toBe(tied.size === 1 ? 3 : 5);
  expect(new Set(surroundings(path(6), 6, source(1))).size).toBe(6);
});

import { expect, test } from "vitest";
import { type Network } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { graph } from "../support/graphs.ts";
import { degreesOf, faultsOf, trianglesOf } from "../support/sound.ts";

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const neighbours = ({ keys, out }: Network, key: string): string[] => {
  const i = keys.find(key);
  return Array.from(out.targets.subarray(out.offsets[i], out.offsets[i + 1]), (j) => keys.key(j));
};

test("the karate club has its published counts", () => {
  const network = generate("karate", 1);
  expect(faultsOf(network)).toEqual([]);
  expect([network.size, network.edges, network.directed]).toEqual([34, 78, false]);
  expect(sum(network.out.weights ?? [])).toBe(2 * 231);
  expect(trianglesOf(network).triangles).toBe(45);
  const { triangles, pairs } = trianglesOf(network);
  expect((3 * triangles) / pairs).toBeCloseTo(0.25568, 5);
  const degrees = degreesOf(network);
  expect([degrees[0], degrees[33], degrees[32]]).toEqual([16, 17, 12]);
  expect(sum(degrees.map((k) => k * k)) / sum(degrees)).toBeCloseTo(7.76923, 5);
});

test("karate is named 0 to 33; the instructor and the president lead a half each", () => {
  const { keys, attributes } = generate("karate", 1);
  expect([keys.key(0), keys.key(33), keys.find("33"), keys.find("34")]).toEqual(["0", "33", 33, -1]);
  const { club } = attributes;
  if (club.kind !== "category") throw new TypeError("club must be a category");
  expect([club.labels[club.codes[0]], club.labels[club.codes[33]]]).toEqual(["instructor", "president"]);
  expect(club.codes.filter((code) => code === 1)).toHaveLength(17);
});

test("weights are those of the pairs: 0 and 31 met in two contexts, 25 and 31 in seven", () => {
  const { out } = generate("karate", 1);
  const weight = (i: number, j: number): number => {
    const at = out.targets.subarray(out.offsets[i], out.offsets[i + 1]).indexOf(j);
    return out.weights?.[out.offsets[i] + at] ?? NaN;
  };
  expect([weight(0, 31), weight(31, 0), weight(25, 31), weight(32, 33)]).toEqual([2, 2, 7, 5]);
});

test("Les Misérables has its published counts", () => {
  const network = generate("les-miserables", 1);
  expect(faultsOf(network)).toEqual([]);
  expect([network.size, network.edges]).toEqual([77, 254]);
  expect(trianglesOf(network).triangles).toBe(467);
  expect(sum(network.out.weights ?? [])).toBe(2 * 820);
  expect(Math.max(...degreesOf(network))).toBe(36);
  expect(network.out.degree(network.keys.find("Valjean"))).toBe(36);
  expect(neighbours(network, "Brujon").sort()).toEqual(
    ["Babet", "Claquesous", "Eponine", "Gavroche", "Gueulemer", "Montparnasse", "Thenardier"].sort(),
  );
});

test("the Florentine families have 20 marriages and 15 business ties; the Medici most of both", () => {
  const marriage = generate("florentine", 1);
  expect(faultsOf(marriage)).toEqual([]);
  expect([marriage.size, marriage.edges]).toEqual([16, 20]);
  expect(neighbours(marriage, "Medici")).toEqual([
    "Acciaiuoli",
    "Albizzi",
    "Barbadori",
    "Ridolfi",
    "Salviati",
    "Tornabuoni",
  ]);
  expect(neighbours(marriage, "Pucci")).toEqual([]);
  expect(trianglesOf(marriage).triangles).toBe(3);
  const business = generate("florentine:ties=business", 1);
  expect(business.edges).toBe(15);
  expect(neighbours(business, "Medici")).toEqual(["Barbadori", "Ginori", "Pazzi", "Salviati", "Tornabuoni"]);
  expect(generate("florentine:ties=either", 1).edges).toBe(27);
  const { wealth } = marriage.attributes;
  expect(wealth.kind === "number" && wealth.values[marriage.keys.find("Strozzi")]).toBe(146);
});

test("the managers have their published ties in three layers, and fewer pairs where they are mutual", () => {
  const layers = { advice: [190, 145, 20, 486], friendship: [102, 79, 18, 102], "reports-to": [20, 20, 8, 0] };
  for (const [layer, [arcs, pairs, most, triangles]] of Object.entries(layers)) {
    const network = generate(`hitech-managers:layer=${layer}`, 1);
    expect(faultsOf(network)).toEqual([]);
    expect([network.size, network.edges, network.directed]).toEqual([21, arcs, true]);
    const ties: [number, number][] = [];
    for (const u of network.nodes)
      for (const v of network.out.targets.subarray(network.out.offsets[u], network.out.offsets[u + 1]))
        ties.push([u, v]);
    const simple = graph(21, ties);
    expect([simple.edges, Math.max(...degreesOf(simple)), trianglesOf(simple).triangles]).toEqual([
      pairs,
      most,
      triangles,
    ]);
  }
  expect(generate("hitech-managers", 1).edges).toBe(190);
});

test("who is asked can influence who asks; as in the data, arcs run the other way", () => {
  const advice = generate("hitech-managers", 1);
  const asking = generate("hitech-managers:arcs=data", 1);
  const arcsOf = (network: Network): string[] =>
    [...network.nodes].flatMap((i) =>
      neighbours(network, network.keys.key(i)).map((to) => `${network.keys.key(i)} ${to}`),
    );
  const turned = arcsOf(asking).map((arc) => arc.split(" ").reverse().join(" "));
  expect(arcsOf(advice).sort()).toEqual(turned.sort());
  expect(neighbours(asking, "6")).toEqual(["21"]);
  expect(advice.in.degree(advice.keys.find("15"))).toBe(20); // asks everybody
  const lines = generate("hitech-managers:layer=reports-to", 1);
  expect(neighbours(lines, "7")).toEqual(["2", "14", "18", "21"]);
  const { level, department } = lines.attributes;
  if (level.kind !== "category" || department.kind !== "category")
    throw new TypeError("level and department must be categories");
  expect(neighbours(lines, "7").map((key) => level.labels[level.codes[lines.keys.find(key)]])).toEqual(
    Array(4).fill("vice-president"),
  );
  for (const i of lines.nodes) {
    const [above] = lines.in.targets.subarray(lines.in.offsets[i], lines.in.offsets[i + 1]);
    if (level.codes[i] === 3) expect(department.codes[i]).toBe(department.codes[above]);
  }
});

test("a built-in is the same whatever the seed", () => {
  expect(generate("karate", 1).out.targets).toEqual(generate("karate", 2, 5).out.targets);
});

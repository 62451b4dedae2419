import { expect, test } from "vitest";
import { type Network } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
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
  expect(neighbours(marriage, "Medici")).toEqual(["Acciaiuoli", "Albizzi", "Barbadori", "Ridolfi", "Salviati", "Tornabuoni"]);
  expect(neighbours(marriage, "Pucci")).toEqual([]);
  expect(trianglesOf(marriage).triangles).toBe(3);
  const business = generate("florentine:ties=business", 1);
  expect(business.edges).toBe(15);
  expect(neighbours(business, "Medici")).toEqual(["Barbadori", "Ginori", "Pazzi", "Salviati", "Tornabuoni"]);
  expect(generate("florentine:ties=either", 1).edges).toBe(27);
  const { wealth } = marriage.attributes;
  expect(wealth.kind === "number" && wealth.values[marriage.keys.find("Strozzi")]).toBe(146);
});

test("a built-in is the same whatever the seed", () => {
  expect(generate("karate", 1).out.targets).toEqual(generate("karate", 2, 5).out.targets);
});

import { expect, test } from "vitest";
import { graphical } from "../../../models/networks/generators/pairing.ts";
import { generate } from "../../../models/networks/specification.ts";
import { chiSquare, chiSquareLimit, meanBand, summary } from "../../support/bands.ts";
import { degreesOf, tally, tiesOf, trianglesOf } from "../../support/sound.ts";

test("everybody has exactly the degree asked for, thin or dense", () => {
  for (const [nodes, degree] of [
    [10, 0],
    [10, 1],
    [11, 2],
    [10, 3],
    [11, 4],
    [50, 7],
    [50, 25],
    [50, 46],
    [8, 7],
    [2000, 16],
  ]) {
    expect(new Set(degreesOf(generate(`regular:nodes=${nodes},degree=${degree}`, 1)))).toEqual(new Set([degree]));
  }
});

test("up to degree 3, and in what they leave out, all simple networks are equally likely", () => {
  // The 12 circles of five; the 70 networks of six with degree 3 (drawn by what is missing: 60
  // hexagons, 10 pairs of triangles); the 105 pairings of eight. 6,000 worlds each; false alarm 1e-6.
  for (const [text, outcomes] of [
    ["nodes=5,degree=2", 12],
    ["nodes=6,degree=3", 70],
    ["nodes=8,degree=1", 105],
  ] as const) {
    const counts = tally(6_000, (world) => tiesOf(generate(`regular:${text}`, 1, world)).join());
    expect(counts.size).toBe(outcomes);
    expect(chiSquare([...counts.values()], new Array<number>(outcomes).fill(6_000 / outcomes))).toBeLessThan(
      chiSquareLimit(outcomes - 1, 1e-6),
    );
  }
});

test("large regular networks have the triangles of a random one, (d − 1)³/6", () => {
  // Degree 6 is mended by swaps. 150 worlds of 1,000: Poisson with mean 125/6 up to 1 %; false alarm 1e-6.
  const found = summary(
    Array.from({ length: 150 }, (_, world) => trianglesOf(generate("regular:nodes=1000,degree=6", 1, world)).triangles),
  );
  const [low, high] = meanBand(125 / 6, found);
  expect(found.mean).toBeGreaterThan(low - 0.2);
  expect(found.mean).toBeLessThan(high + 0.2);
});

test("shares give exact counts, in the order written", () => {
  const degrees = degreesOf(generate("configuration:degrees=25x0.01+5x0.99,nodes=10000", 1));
  expect(degrees.slice(0, 100).every((k) => k === 25)).toBe(true);
  expect(degrees.slice(100).every((k) => k === 5)).toBe(true);
  // What a friend has on average: 31/5.2.
  const sum = (power: number): number => degrees.reduce((total, k) => total + k ** power, 0);
  expect(sum(2) / sum(1)).toBeCloseTo(31 / 5.2, 12);
});

test("left-over customers go to the largest remainders; an odd sum takes one contact from the last", () => {
  expect(degreesOf(generate("configuration:degrees=1x0.5+2x0.5,nodes=4", 1))).toEqual([1, 1, 2, 2]);
  expect(degreesOf(generate("configuration:degrees=2x0.6+3x0.4,nodes=6", 1))).toEqual([2, 2, 2, 2, 3, 3]);
  expect(degreesOf(generate("configuration:degrees=2x0.5+3x0.4+0x0.1,nodes=10", 1))).toEqual([
    2, 2, 2, 2, 2, 3, 3, 3, 3, 0,
  ]);
  expect(degreesOf(generate("configuration:degrees=2x0.5+3x0.3+0x0.2,nodes=10", 1))).toEqual([
    2, 2, 2, 2, 2, 3, 3, 2, 0, 0,
  ]);
});

test("a list gives the contacts of each customer in turn, typed or from a file", () => {
  expect(degreesOf(generate("configuration:degrees=3+1+1+1", 1))).toEqual([3, 1, 1, 1]);
  const read = (file: string): number[] => (file === "people.txt" ? [2, 2, 2, 0] : []);
  expect(degreesOf(generate("configuration:degrees=people.txt,nodes=4", 1, 0, read))).toEqual([2, 2, 2, 0]);
  const many = new Uint32Array(200_000).fill(3);
  expect(generate("configuration:degrees=many.txt", 1, 0, () => many).edges).toBe(300_000);
});

test("contacts are paired in proportion to contacts", () => {
  // Ties between two of the well connected: D(D − 1)/(2(M − 1)) of all pairings, with D = 10,000 of
  // the M = 28,000 stubs; mending moves the about 5 loops and repeats among them elsewhere.
  // 60 worlds, standard error 4 of 1,786; false alarm 1e-6.
  const found = summary(
    Array.from({ length: 60 }, (_, world) => {
      const { out } = generate("configuration:degrees=10x0.1+2x0.9,nodes=10000", 1, world);
      return out.targets.subarray(0, out.offsets[1000]).filter((j) => j < 1000).length / 2;
    }),
  );
  const [low, high] = meanBand((10_000 * 9_999) / (2 * 27_999), found);
  expect(found.mean).toBeGreaterThan(low - 6);
  expect(found.mean).toBeLessThan(high);
});

test("degrees are possible or refused, as trying all networks says", () => {
  // Which degree sequences do the networks of five have? All 1,024 networks against all 3,125 sequences.
  const pairs = [0, 1, 2, 3, 4].flatMap((i) => [0, 1, 2, 3, 4].filter((j) => j > i).map((j) => [i, j]));
  const possible = new Set<string>();
  for (let ties = 0; ties < 1 << pairs.length; ties++) {
    const degrees = [0, 0, 0, 0, 0];
    pairs.forEach(([i, j], bit) => {
      degrees[i] += (ties >> bit) & 1;
      degrees[j] += (ties >> bit) & 1;
    });
    possible.add(degrees.join());
  }
  for (let code = 0; code < 3125; code++) {
    const degrees = [0, 1, 2, 3, 4].map((place) => Math.floor(code / 5 ** place) % 5);
    expect(graphical(Uint32Array.from(degrees)), degrees.join()).toBe(possible.has(degrees.join()));
    if (possible.has(degrees.join()))
      expect(degreesOf(generate(`configuration:degrees=${degrees.join("+")}`, 1))).toEqual(degrees);
  }
});

test("what cannot be is refused", () => {
  const cases = {
    "regular:nodes=5,degree=3": "regular: nodes × degree must be even, got 5 × 3",
    "regular:nodes=5,degree=6": "regular: degree must be below nodes, got 6 with 5 nodes",
    "configuration:degrees=2x0.5+10x0.3": "configuration: the shares in degrees must add up to 1, got 0.8",
    "configuration:degrees=2x0.5+10":
      "configuration: degrees must be shares such as 2x0.7+10x0.3 or numbers such as 3+3+2, got 2x0.5+10",
    "configuration:degrees=3+3+1+1":
      "configuration: degrees must be those of some network without self-loops and repeats",
    "configuration:degrees=1+1+1": "configuration: degrees must be those of some network",
    "configuration:degrees=10x1.0,nodes=5":
      "configuration: degrees must be those of some network without self-loops and repeats, got 10x1.0 with 5 nodes",
    "configuration:degrees=2+2+2,nodes=4":
      "configuration: nodes must be 3 or left out: degrees has as many numbers, got 4",
    "configuration:degrees=people.txt":
      "configuration: degrees must be shares such as 2x0.7+10x0.3, a number for each customer such as 3+3+2, or a file",
    "configuration:degrees=": "configuration: degrees must be",
  };
  for (const [text, message] of Object.entries(cases)) expect(() => generate(text, 1)).toThrow(message);
});

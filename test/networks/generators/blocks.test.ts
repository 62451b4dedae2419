import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { band, chiSquare, chiSquareLimit } from "../../support/bands.ts";
import { degreesOf } from "../../support/sound.ts";

/** Expects a count within the limits for n draws of chance p; false alarm `alarm`. */
function expectCount(count: number, n: number, p: number, alarm = 1e-6): void {
  const [low, high] = band(n, p, alarm);
  expect(count).toBeGreaterThanOrEqual(low);
  expect(count).toBeLessThanOrEqual(high);
}

test("Erdős–Rényi degrees are binomial", () => {
  // 100,000 customers; false alarm below 1e-6: a tie counts for two customers, which doubles the
  // variance in one of the 20 directions, so the limit is that of 1e-8. Catches a mean of 8.1.
  const [nodes, p] = [100_000, 8 / 99_999];
  const degrees = degreesOf(generate("erdos-renyi:nodes=100000,degree=8", 1));
  const expected = [nodes * (1 - p) ** (nodes - 1)];
  for (let k = 1; k <= 19; k++) expected[k] = (expected[k - 1] * (nodes - k) * p) / (k * (1 - p));
  expected.push(nodes - expected.reduce((sum, e) => sum + e, 0));
  const counts = new Array<number>(21).fill(0);
  for (const k of degrees) counts[Math.min(k, 20)]++;
  expect(chiSquare(counts, expected)).toBeLessThan(chiSquareLimit(20, 1e-8));
  expectCount(degrees.reduce((sum, k) => sum + k, 0) / 2, (nodes * (nodes - 1)) / 2, p);
});

test("directed Erdős–Rényi links i → i+1 as often as any other pair", () => {
  // A generator elsewhere gives such pairs nearly twice the probability asked for.
  // 400 networks of 50 nodes at p = 0.1; every offset j − i, false alarm 1e-6 over all 98.
  const counts = new Map<number, number>();
  for (let world = 0; world < 400; world++) {
    const { nodes, out } = generate("erdos-renyi:nodes=50,degree=4.9,directed=true", 3, world);
    for (const i of nodes) {
      for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++)
        counts.set(out.targets[e] - i, (counts.get(out.targets[e] - i) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(98);
  for (const [offset, count] of counts) expectCount(count, 400 * (50 - Math.abs(offset)), 0.1, 1e-6 / 98);
});

test("directed arcs are drawn one by one: both ways as often as chance has it", () => {
  // 1,000 nodes at p = 0.1: 499,500 pairs, both ways with probability 0.01; false alarm 1e-6.
  const { nodes, out, in: half } = generate("erdos-renyi:nodes=1000,degree=99.9,directed=true", 5);
  let mutual = 0;
  for (const i of nodes) {
    const back = new Set(half.targets.subarray(half.offsets[i], half.offsets[i + 1]));
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++)
      if (out.targets[e] > i && back.has(out.targets[e])) mutual++;
  }
  expectCount(mutual, 499_500, 0.01);
});

test("degree 0 ties nobody, degree nodes − 1 everybody", () => {
  expect(generate("erdos-renyi:nodes=5,degree=0", 1).arcs).toBe(0);
  expect(generate("erdos-renyi:nodes=5,degree=4", 1).arcs).toBe(20);
  expect(generate("erdos-renyi:nodes=5,degree=4,directed=true", 1).arcs).toBe(20);
  expect(generate("erdos-renyi:nodes=1,degree=0", 1).size).toBe(1);
});

for (const directed of [false, true]) {
  test(`${directed ? "directed" : "undirected"} blocks have the densities asked for, inside each and across`, () => {
    // Unequal blocks; false alarm 1e-6 in nine (six) counts together.
    const sizes = [300, 700, 1000];
    const { nodes, out } = generate(`block:sizes=${sizes.join("+")},within=12,between=6,directed=${directed}`, 7);
    const of = (i: number): number => (i < 300 ? 0 : i < 1000 ? 1 : 2);
    const counts = sizes.map(() => [0, 0, 0]);
    for (const i of nodes)
      for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) counts[of(i)][of(out.targets[e])]++;
    const across = (6 * 2000) / (300 * 1700 + 700 * 1300 + 1000 * 1000);
    sizes.forEach((own, a) => {
      sizes.forEach((other, b) => {
        if (!directed && b > a) return;
        const pairs = own * (a === b ? own - 1 : other);
        const halved = !directed && a === b ? 2 : 1;
        expectCount(counts[a][b] / halved, pairs / halved, a === b ? 12 / (own - 1) : across, 1e-7);
      });
    });
  });
}

test("blocks of one and a single block are fine", () => {
  expect(generate("block:sizes=1+1+1,within=0,between=2", 1).edges).toBe(3);
  expect(generate("block:sizes=4,within=3,between=0", 1).edges).toBe(6);
});

test("what cannot be is refused", () => {
  const cases = {
    "erdos-renyi:nodes=10,degree=9.5": "erdos-renyi: degree must be at most nodes − 1, got 9.5 with 10 nodes",
    "erdos-renyi:degree=-1": "erdos-renyi: degree must be a real number from 0 to 100000000, got -1",
    "erdos-renyi:nodes=100000000,degree=100":
      "erdos-renyi: there must be at most 2147483647 arcs, got about 10000000000",
    "block:sizes=500x500": 'block: sizes must be whole numbers joined by +, such as 500+500, got "500x500"',
    "block:sizes=5+0": "block: sizes must be",
    "block:sizes=5+50,within=5": "block: within must be at most 4, one less than the smallest block, got 5",
    "block:sizes=5+5,within=1,between=6":
      "block: between must be at most 5, the mean number of customers outside one's block, got 6",
    "block:sizes=9,within=1,between=1": "block: between must be at most 0",
  };
  for (const [text, message] of Object.entries(cases)) expect(() => generate(text, 1)).toThrow(message);
});

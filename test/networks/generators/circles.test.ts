import { expect, test } from "vitest";
import { type Network } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { band, chiSquare, chiSquareLimit, meanBand, summary } from "../../support/bands.ts";
import { tally } from "../../support/sound.ts";

/** How many customers from `advocates` up are listed by an advocate. */
function reached({ out }: Network, advocates: number): number {
  return new Set(out.targets.subarray(0, out.offsets[advocates]).filter((j) => j >= advocates)).size;
}

test("advocates list many, all others few; arcs run from who lists to who is listed", () => {
  const { size, directed, nodes, out } = generate("circles:advocates=4,contacts=9,customers=30,others=2", 1);
  expect([size, directed]).toEqual([30, true]);
  for (const i of nodes) expect(out.degree(i)).toBe(i < 4 ? 9 : 2);
  const alone = generate("circles:advocates=4,contacts=9,customers=30,others=0", 1);
  expect(alone.arcs).toBe(36);
});

test("circles overlap: R1 = (N − S)(1 − (1 − c/(N − 1))^S) different customers are in one", () => {
  // 1,500 and 4,000 worlds; false alarm 1e-6; catches 0.2 % at N = 1,000. Known spread: 9.86 and .7974.
  for (const [N, S, c, worlds, sd] of [
    [1000, 40, 25, 1500, 9.86],
    [10, 2, 3, 4000, 0.7974],
  ]) {
    const text = `circles:advocates=${S},contacts=${c},customers=${N},others=0`;
    const found = summary(Array.from({ length: worlds }, (_, world) => reached(generate(text, 1, world), S)));
    const [low, high] = meanBand((N - S) * (1 - (1 - c / (N - 1)) ** S), found);
    expect(found.mean).toBeGreaterThan(low);
    expect(found.mean).toBeLessThan(high);
    expect(Math.abs(Math.sqrt(found.variance) / sd - 1)).toBeLessThan(0.12); // over 5 standard errors
  }
});

test("advocates list people of their community alone, each as likely; all others list anybody", () => {
  // 400 worlds, 3 lists of 4 among 10 people, each of whom is in a list of others with chance 4/9; false alarm 1e-6.
  const listed = new Array<number>(7).fill(0);
  let far = 0;
  for (let world = 0; world < 400; world++) {
    const { out } = generate("circles:advocates=3,contacts=4,customers=40,others=2,community=0.25", 1, world);
    for (let e = 0; e < 12; e++) {
      expect(out.targets[e]).toBeLessThan(10);
      if (out.targets[e] >= 3) listed[out.targets[e] - 3]++;
    }
    far = Math.max(far, ...out.targets.subarray(12));
  }
  for (const count of listed) {
    const [low, high] = band(1200, 4 / 9, 1e-6 / 7);
    expect(count).toBeGreaterThanOrEqual(low);
    expect(count).toBeLessThanOrEqual(high);
  }
  expect(far).toBe(39);
  const whole = "circles:advocates=30,contacts=9,customers=200,others=4";
  expect(generate(`${whole},community=1`, 1).out.targets).toEqual(generate(whole, 1).out.targets);
});

test("every list is as likely as any other", () => {
  // The six pairs out of four others, 6,000 worlds; false alarm 1e-6.
  const counts = tally(6000, (world) =>
    generate("circles:advocates=1,contacts=2,customers=5,others=0", 1, world).out.targets.join(),
  );
  expect(counts.size).toBe(6);
  expect(chiSquare([...counts.values()], new Array<number>(6).fill(1000))).toBeLessThan(chiSquareLimit(5, 1e-6));
});

test("undirected, listing or being listed makes one tie", () => {
  const { out } = generate("circles:advocates=3,contacts=6,customers=20,others=4", 1);
  const pairs = new Set<string>();
  for (let i = 0; i < 20; i++)
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++)
      pairs.add([i, out.targets[e]].sort((a, b) => a - b).join());
  const both = generate("circles:advocates=3,contacts=6,customers=20,others=4,directed=false", 1);
  expect(both.directed).toBe(false);
  expect(both.edges).toBe(pairs.size);
});

test("lists may hold everybody else", () => {
  expect(generate("circles:advocates=1,contacts=5,customers=6,others=5", 1).arcs).toBe(30);
});

test("what cannot be is refused", () => {
  const cases = {
    "circles:advocates=11,customers=10,contacts=3": "circles: advocates must be at most customers, got 11 of 10",
    "circles:advocates=1,customers=10,contacts=10":
      "circles: contacts must be below customers, got 10 with 10 customers",
    "circles:advocates=1,customers=5,contacts=2": "circles: others must be below customers, got 5 with 5 customers",
    "circles:advocates=30,customers=100,contacts=40,community=0.4":
      "circles: community must hold the advocates and everybody in their lists, 41 customers, got 40 (0.4 of 100)",
    "circles:advocates=60,customers=100,contacts=40,community=0.5": "60 customers, got 50 (0.5 of 100)",
    "circles:customers=100000000,others=30": "circles: there must be at most 2147483647 arcs",
  };
  for (const [text, message] of Object.entries(cases)) expect(() => generate(text, 1)).toThrow(message);
});

import { expect, test } from "vitest";
import { type Network } from "../../../../models/core/index.ts";
import { hits, type ReverseSets, reverseSets, workshop } from "../../../../models/programs/choosing/reverse/sets.ts";
import { roots } from "../../../../models/programs/choosing/reverse/roots.ts";
import { type Spread } from "../../../../models/programs/choosing/spread.ts";
import { band } from "../../../support/bands.ts";
import { exactCascade, exactThreshold } from "../../../support/exact-reach.ts";
import { complete, cycle5, greedyTrap, lighter, path4, star5, tiny } from "../../../support/tiny.ts";

const cascade = (weighting: string, probability = 0): Spread => ({ rule: "cascade", weighting, probability });
const threshold = (weighting: string): Spread => ({ rule: "threshold", weighting, probability: 0 });
const marks = (size: number, chosen: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (chosen.includes(i) ? 1 : 0));

const weighted = lighter(
  tiny(
    5,
    [
      [0, 1, 0.9],
      [1, 2, 0.4],
      [2, 3, 0.7],
      [3, 0, 0.2],
      [0, 4, 1],
    ],
    true,
  ),
);
const shapes: [string, Network, number[]][] = [
  ["path", path4, [0]],
  ["star from a tip", star5, [1]],
  ["cycle", cycle5, [0, 2]],
  ["complete graph", complete(4), [3]],
  ["directed network with weights", weighted, [0]],
];

/** How many of the kept sets hold one of the chosen. */
const held = ({ members, starts, count }: ReverseSets, chosen: readonly number[]): number =>
  Array.from({ length: count }, (_, r) => members.subarray(starts[r], starts[r + 1])).filter((set) =>
    set.some((i) => chosen.includes(i)),
  ).length;

/** Expected reach by enumeration. */
function exact(network: Network, { rule, weighting, probability }: Spread, chosen: readonly number[]): number {
  const weights = network.out.weights;
  const even = (_e: number, v: number): number => 1 / network.in.degree(v);
  if (rule === "threshold") return exactThreshold(network, weighting === "edge" ? (e) => weights![e] : even, chosen);
  return exactCascade(
    network,
    weighting === "edge" ? (e) => weights![e] : weighting === "uniform" ? () => probability : even,
    chosen,
  );
}

test.each(shapes)(
  "on a %s the share of sets hit is the exact reach over everybody, under every law",
  (_, network, chosen) => {
    // 40,000 sets, exact binomial limits: false alarm 1e-6 a check; catches a reach wrong by 6 % at worst.
    const laws = [cascade("uniform", 0.1), cascade("uniform", 0.5), cascade("weighted-cascade"), threshold("degree")];
    if (network.out.weights) laws.push(cascade("edge"), threshold("edge"));
    for (const spread of laws) {
      for (const seed of ["1", "2"]) {
        const job = { workshop: workshop(network, spread), roots: roots(network.size, null), seed, stream: "test" };
        const found = hits(job, 40_000, marks(network.size, chosen));
        const [low, high] = band(40_000, exact(network, spread, chosen) / network.size, 1e-6);
        expect(found).toBeGreaterThanOrEqual(low);
        expect(found).toBeLessThanOrEqual(high);
      }
    }
  },
);

test("many contacts are drawn as right as few: a star's centre listens to each of 40 tips alike", () => {
  // Weighted cascade: tip k is in the centre's set with chance 1/40, whatever k; 40,000 sets, 1e-6 a check.
  const star = tiny(
    41,
    Array.from({ length: 40 }, (_, k) => [k + 1, 0] as const),
    true,
  );
  const sets = reverseSets({
    workshop: workshop(star, cascade("weighted-cascade")),
    roots: roots(
      41,
      Float64Array.from({ length: 41 }, (_, i) => (i === 0 ? 1 : 0)),
    ),
    candidates: null,
    seed: 1,
    stream: "test",
  });
  sets.grow(40_000);
  const sizes = new Int32Array(14);
  for (let r = 0; r < sets.count; r++) sizes[sets.starts[r + 1] - sets.starts[r] - 1]++;
  for (const tip of [1, 17, 40]) {
    const [low, high] = band(40_000, 1 / 40, 1e-6);
    const found = held(sets, [tip]);
    expect(found).toBeGreaterThanOrEqual(low);
    expect(found).toBeLessThanOrEqual(high);
  }
  let chance = (39 / 40) ** 40; // binomial: 40 tips, chance 1/40
  for (let c = 0; c <= 4; c++) {
    const [low, high] = band(40_000, chance, 1e-6);
    expect(sizes[c]).toBeGreaterThanOrEqual(low);
    expect(sizes[c]).toBeLessThanOrEqual(high);
    chance *= (40 - c) / ((c + 1) * 39);
  }
});

test("worth draws the roots: hits times all worth is the worth reached", () => {
  const worth = Float64Array.of(1, 0, 5, 2);
  // From 0: itself 1, then 0 · ½, 5 · ¼, 2 · ⅛ of 8 in all.
  const [low, high] = band(40_000, (1 + 5 / 4 + 2 / 8) / 8, 1e-6);
  const found = hits(
    { workshop: workshop(path4, cascade("uniform", 0.5)), roots: roots(4, worth), seed: 1, stream: "test" },
    40_000,
    marks(4, [0]),
  );
  expect(found).toBeGreaterThanOrEqual(low);
  expect(found).toBeLessThanOrEqual(high);
});

test("as many sets are hit when each ends at its first hit as when all are kept, under every law", () => {
  for (const [, network, chosen] of shapes) {
    const laws = [cascade("uniform", 0.3), cascade("weighted-cascade"), threshold("degree")];
    if (network.out.weights) laws.push(cascade("edge"), threshold("edge"));
    for (const spread of laws) {
      const job = { workshop: workshop(network, spread), roots: roots(network.size, null), seed: 3, stream: "test" };
      const sets = reverseSets({ ...job, candidates: null });
      sets.grow(500);
      for (const some of [chosen, [1, 2], []]) expect(hits(job, 500, marks(network.size, some))).toBe(held(sets, some));
      sets.grow(700); // the lanes are left as they were found
      expect(hits(job, 700, marks(network.size, chosen))).toBe(held(sets, chosen));
    }
  }
});

test("sets are functions of seed, stream and number, not of how the collection grew", () => {
  const job = {
    workshop: workshop(greedyTrap, cascade("uniform", 0.4)),
    roots: roots(15, null),
    candidates: null,
    seed: 7,
    stream: "a",
  };
  /** All sets as text, members rising, in an order of their own: who is done first stands first. */
  const all = ({ members, starts, count }: ReturnType<typeof reverseSets>): string[] =>
    Array.from({ length: count }, (_, r) =>
      members
        .slice(starts[r], starts[r + 1])
        .sort()
        .join(),
    ).sort();
  const [once, slowly, other] = [reverseSets(job), reverseSets(job), reverseSets({ ...job, stream: "b" })];
  once.grow(3000);
  other.grow(3000);
  for (const count of [1, 2, 100, 1500, 3000]) slowly.grow(count);
  expect(all(slowly)).toEqual(all(once));
  expect(all(other)).not.toEqual(all(once));
});

test("with few candidates the sets hold these alone, and the same ones", () => {
  const job = { workshop: workshop(complete(4), cascade("uniform", 0.5)), roots: roots(4, null), seed: 7, stream: "a" };
  const all = reverseSets({ ...job, candidates: null });
  const few = reverseSets({ ...job, candidates: marks(4, [1, 3]) });
  all.grow(500);
  few.grow(500);
  for (const i of [1, 3]) expect(held(few, [i])).toBe(held(all, [i]));
  expect(new Set(few.members.subarray(0, few.starts[500]))).toEqual(new Set([1, 3]));
});

test("a weighting by ties must have weights", () => {
  expect(() => workshop(path4, cascade("edge"))).toThrow("choosing: weighting=edge requires a network with weights");
  expect(() => workshop(path4, threshold("edge"))).toThrow("choosing: weighting=edge requires a network with weights");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { type Given, type Network, run, start } from "../../models/core/index.ts";
import { meanBand } from "../support/bands.ts";
import { exactCascade, exactComplete } from "../support/exact-reach.ts";
import { anyShare } from "../support/spread.ts";
import { anyNetwork, complete, cycle5, greedyTrap, grid3, path4, star5, tiny } from "../support/tiny.ts";
import { meanOf, worlds as worldsOf, type WorldsJob } from "../support/worlds.ts";

type Wanted = Given<typeof independentCascade.parameters>;

const worlds = (network: Network, parameters: Wanted, count: number, job?: WorldsJob): number[][] =>
  worldsOf(independentCascade, network, parameters, count, job);
const reaches = (...job: Parameters<typeof worlds>): number[] => worlds(...job).map(([reach]) => reach);

const rows: [string, Network, string[], number, number, number][] = [
  // Name, network, seeds; expected reach at p = .1 and .5, and as a weighted cascade (Kempe and others 2003, exact).
  ["path of 4 from an end", path4, ["0"], 1.111, 1.875, 2],
  ["path of 4 from both ends", path4, ["0", "3"], 2.218, 3.25, 3.25],
  ["star of 5 from a tip", star5, ["1"], 1.13, 2.25, 2],
  ["cycle of 5", cycle5, ["0"], 1.22216, 2.75, 2.75],
  ["complete graph of 4", complete(4), ["0"], 1.358104, 3.25, 2.4855967],
  ["grid of 3 × 3 from the middle", grid3, ["4"], 1.4875809, 5.4853516, NaN],
];

test.each(rows)("on a %s the enumeration gives the known reach", (_, network, seeds, low, high, weighted) => {
  const first = seeds.map(Number);
  expect(exactCascade(network, () => 0.1, first)).toBeCloseTo(low, 6);
  expect(exactCascade(network, () => 0.5, first)).toBeCloseTo(high, 6);
  if (!Number.isNaN(weighted))
    expect(exactCascade(network, (_e, v) => 1 / network.in.degree(v), first)).toBeCloseTo(weighted, 6);
});

test.each(rows)("on a %s the model has the exact mean reach", (_, network, seeds) => {
  // 20,000 worlds, five standard errors: false alarm 6e-7 a check; catches a mean wrong by 4 %.
  const first = seeds.map(Number);
  for (const seed of ["1", "2"]) {
    for (const [job, exact] of [
      [{ probability: 0.1 }, exactCascade(network, () => 0.1, first)],
      [{ probability: 0.5, draws: "skip" }, exactCascade(network, () => 0.5, first)],
      ...(network.arcs > 18
        ? []
        : [
            [
              { weighting: "weighted-cascade" },
              exactCascade(network, (_e, v) => 1 / network.in.degree(v), first),
            ] as const,
          ]),
    ] as const) {
      const sample = reaches(network, { ...job, seeds }, 20_000, { seed });
      const [low, high] = meanBand(exact, sample);
      const mean = meanOf(sample);
      expect(mean).toBeGreaterThanOrEqual(low);
      expect(mean).toBeLessThanOrEqual(high);
    }
  }
});

test("on complete graphs the reach is that of Reed and Frost", () => {
  expect(exactComplete(4, 0.5)).toBeCloseTo(
    exactCascade(complete(4), () => 0.5, [0]),
    12,
  );
  for (const [n, p, known] of [
    [5, 0.2, 2.270137],
    [10, 0.1, 3.026929],
  ]) {
    expect(exactComplete(n, p)).toBeCloseTo(known, 6);
    const sample = reaches(complete(n), { probability: p, seeds: ["0"] }, 20_000);
    const [low, high] = meanBand(known, sample, 1e-6);
    const mean = meanOf(sample);
    expect(mean).toBeGreaterThanOrEqual(low);
    expect(mean).toBeLessThanOrEqual(high);
  }
});

test("in the greedy trap a sure cascade reaches 9 from C, 12 greedily and 14 at best", () => {
  const reach = (...seeds: string[]): number => reaches(greedyTrap, { probability: 1, seeds }, 1)[0];
  expect([reach("12"), reach("13"), reach("14")]).toEqual([7, 7, 9]);
  expect([reach("14", "12"), reach("14", "13")]).toEqual([12, 12]);
  expect(reach("12", "13")).toBe(14);
});

test("a sure cascade walks a path one customer a round and remembers through whom", () => {
  const series = run(independentCascade, path4, { parameters: { probability: 1, seeds: ["0"] } });
  expect([...series.reach]).toEqual([1, 2, 3, 4, 4]);
  expect([...series.rounds]).toEqual([0, 1, 2, 3, 3]);
  const world = start(independentCascade, path4, { parameters: { probability: 1, seeds: ["0"] } });
  while (world.step());
  expect([...world.state.reached]).toEqual([0, 1, 2, 3]);
  expect([...world.state.through]).toEqual([-1, 0, 1, 2]);
});

test("of two who bring in the same customer at once, the lower index is remembered", () => {
  const diamond = tiny(
    4,
    [
      [3, 1],
      [3, 2],
      [1, 0],
      [2, 0],
    ],
    true,
  );
  const world = start(independentCascade, diamond, { parameters: { probability: 1, seeds: ["3"] } });
  while (world.step());
  expect([...world.state.through]).toEqual([1, 3, 3, -1]);
});

test("nothing is passed on at probability 0, and the sure arcs of weight 1 alone pass", () => {
  expect(worlds(complete(5), { probability: 0 }, 20)).toEqual(Array.from({ length: 20 }, () => [1, 0, 1]));
  const chain = tiny(
    4,
    [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 0],
    ],
    true,
  );
  expect(worlds(chain, { weighting: "edge", seeds: ["0"] }, 20)).toEqual(Array.from({ length: 20 }, () => [3, 2, 3]));
});

const anyJob = fc.record({
  mode: fc.constantFrom<Wanted>({}, { draws: "skip" }, { weighting: "weighted-cascade" }, { weighting: "edge" }),
  probability: fc.oneof(fc.constantFrom(0, 1), anyShare),
  named: fc.uniqueArray(fc.nat(13), { maxLength: 4 }),
  count: fc.nat(5),
  seed: fc.string(),
});

test("the kernel equals the definition, world by world, on any network", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyJob,
      fc.constantFrom(undefined, 0, 1, 2),
      (network, { mode, probability, named, count, seed }, steps) => {
        if (mode.weighting === "edge" && !network.out.weights) return;
        const seeds = named.filter((i) => i < network.size).map(String);
        const first = seeds.length > 0 ? { seeds } : { seedCount: Math.min(count, network.size) };
        const parameters = { ...mode, probability, ...first };
        const options = { seed, ...(steps === undefined ? {} : { steps }) };
        expect(worlds(network, parameters, 6, { ...options, kernel: true })).toEqual(
          worlds(network, parameters, 6, { ...options, kernel: false }),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test("in the same world, more first customers or a larger probability never shrink the reach", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, anyShare, (network, { mode, probability, count, seed }, other) => {
      if (mode.weighting === "edge" && !network.out.weights) return;
      const fewer = Math.min(count, network.size - 1);
      const few = reaches(network, { ...mode, probability, seedCount: fewer }, 5, { seed });
      const many = reaches(network, { ...mode, probability, seedCount: fewer + 1 }, 5, { seed });
      few.forEach((reach, r) => expect(many[r]).toBeGreaterThanOrEqual(reach));
      if (mode.draws === "skip") return; // gaps are nested in first customers only
      const [low, high] = [Math.min(probability, other), Math.max(probability, other)];
      const small = reaches(network, { ...mode, probability: low }, 5, { seed });
      reaches(network, { ...mode, probability: high }, 5, { seed }).forEach((reach, r) =>
        expect(reach).toBeGreaterThanOrEqual(small[r]),
      );
    }),
    { numRuns: 200 },
  );
});

test("expected reach is monotone and submodular", () => {
  const arcs = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 9, selector: String });
  fc.assert(
    fc.property(arcs, anyShare, fc.subarray([0, 1, 2, 3]), fc.subarray([0, 1, 2, 3]), (edges, p, one, two) => {
      const network = tiny(5, edges, true);
      const reach = (seeds: readonly number[]): number => exactCascade(network, () => p, seeds);
      const small = one.filter((i) => two.includes(i));
      const large = [...new Set([...one, ...two])];
      expect(reach(large)).toBeGreaterThanOrEqual(reach(small) - 1e-12);
      expect(reach([...small, 4]) - reach(small)).toBeGreaterThanOrEqual(reach([...large, 4]) - reach(large) - 1e-12);
    }),
    { numRuns: 60 },
  );
});

test("names do not matter where nothing is left to chance", () => {
  fc.assert(
    fc.property(anyNetwork, fc.infiniteStream(anyShare), fc.nat(13), (network, keys, seed) => {
      const ranks = Array.from({ length: network.size }, (_, i) => ({ i, key: keys.next().value as number })).sort(
        (a, b) => a.key - b.key,
      );
      const place = ranks.map(() => 0);
      ranks.forEach(({ i }, at) => (place[i] = at));
      const edges: [number, number][] = [];
      for (const u of network.nodes)
        for (let e = network.out.offsets[u]; e < network.out.offsets[u + 1]; e++)
          edges.push([place[u], place[network.out.targets[e]]]);
      const renamed = tiny(network.size, edges, true);
      const first = seed % network.size;
      const before = worlds(network, { probability: 1, seeds: [String(first)] }, 1);
      expect(worlds(renamed, { probability: 1, seeds: [String(place[first])] }, 1)).toEqual(before);
    }),
  );
});

test("a wrong request is refused with every fault at once", () => {
  const ask = (network: Network, parameters: Wanted) => () => start(independentCascade, network, { parameters });
  expect(ask(path4, { seeds: ["0", "0"], seedCount: 2 })).toThrow(
    "only one of seeds and seedCount may be given, got both",
  );
  expect(ask(path4, { seeds: ["0", "0"], seedCount: 2 })).toThrow("seeds must be different customers, got 0 twice");
  expect(ask(path4, { seedCount: 5 })).toThrow("seedCount must be at most the 4 customers of the network, got 5");
  expect(ask(path4, { draws: "skip", weighting: "edge" })).toThrow(
    /draws=skip requires weighting=uniform, got edge\n.*requires a network with weights/,
  );
  const heavy = tiny(
    3,
    [
      [0, 1, 0.5],
      [1, 2, 1.5],
    ],
    true,
  );
  expect(ask(heavy, { weighting: "edge" })).toThrow("weighting=edge requires weights from 0 to 1, got 1.5 from 1 to 2");
});

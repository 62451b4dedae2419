import fc from "fast-check";
import { expect, test } from "vitest";
import { competingBrands } from "../../models/cascades/competing-brands.ts";
import { type Given, load, type Network, run, runArms, save, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band, meanBand, zScore } from "../support/bands.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork, complete, path4, tiny, type Edge } from "../support/tiny.ts";
import { meanOf, worlds } from "../support/worlds.ts";

type Wanted = Given<typeof competingBrands.parameters>;
const MONOPOLY = { rivalAdvertising: 0, rivalImitation: 0 };
const expectRate = (hits: number, count: number, p: number): void => {
  const [low, high] = band(count, p, 1e-6);
  expect(hits).toBeGreaterThanOrEqual(low);
  expect(hits).toBeLessThanOrEqual(high);
};

test("a monopoly among all who meet grows as the exact chain on its number of users", () => {
  const [size, delta, q, time] = [8, 0.05, 0.06, 6];
  let chances = [1, ...Array<number>(size).fill(0)];
  for (let t = 0; t < time; t++) {
    const next = Array<number>(size + 1).fill(0);
    chances.forEach((chance, k) => {
      const p = 1 - (1 - delta) * (1 - q) ** k;
      let row = [1];
      for (let trial = k; trial < size; trial++)
        row = [...row, 0].map((weight, more) => weight * (1 - p) + (more > 0 ? row[more - 1] * p : 0));
      row.forEach((weight, more) => (next[k + more] += chance * weight));
    });
    chances = next;
  }
  const exact = chances.reduce((sum, chance, k) => sum + (chance * k) / size, 0);
  const shares = worlds(
    competingBrands,
    complete(size),
    { ...MONOPOLY, advertising: delta, imitation: q, horizon: time },
    3_000,
  ).map(([own]) => own);
  const [low, high] = meanBand(exact, shares); // five standard errors
  expect(meanOf(shares)).toBeGreaterThanOrEqual(low);
  expect(meanOf(shares)).toBeLessThanOrEqual(high);
});

/** Customer 0 hears from 1 … n: of the own brand `own`, of the rival the rest; in how many worlds it takes up each. */
function taken(own: number, rivals: number, parameters: Wanted, count: number): [own: number, rival: number] {
  const others = Array.from({ length: own + rivals }, (_, j) => j + 1);
  const network = tiny(
    1 + own + rivals,
    others.map((j): Edge => [j, 0]),
    true,
  );
  const size = network.size;
  const rows = worlds(
    competingBrands,
    network,
    { ...parameters, horizon: 1, seeds: others.slice(0, own).map(String), rivalSeedCount: 0 },
    count,
  );
  return [
    rows.filter(([share]) => share > (own + 0.5) / size).length,
    rows.filter(([, share]) => share > 0.5 / size).length,
  ];
}

test("where both brands would be taken up the likelier wins in proportion", () => {
  // 6,000 worlds; the rival by advertising alone.
  const p = 1 - 0.9 * 0.8 ** 3;
  const r = 0.4;
  const [own, rival] = taken(3, 0, { advertising: 0.1, imitation: 0.2, rivalAdvertising: r, rivalImitation: 0 }, 6_000);
  expectRate(own, 6_000, p * (1 - r) + (p * r * p) / (p + r));
  expectRate(rival, 6_000, r * (1 - p) + (p * r * r) / (p + r));
});

test("unhappy users recommend nothing and each lowers the chance, heard or met", () => {
  const parameters = { ...MONOPOLY, advertising: 0.5, imitation: 0.9, dissatisfaction: 1, harm: 0.3 };
  expectRate(taken(2, 0, parameters, 4_000)[0], 4_000, 0.5 * 0.7 ** 2);
  expectRate(taken(2, 0, { ...parameters, weak: 3 }, 4_000)[0], 4_000, 0.5 * 0.7 ** 5); // everyone else is unhappy
});

test("those met by chance are all others alike", () => {
  // Five customers, one of them an unhappy user who puts off whoever meets it: each of the others, who meet two, with 1 − (3/4)². 3,000 worlds each.
  for (const user of [0, 2, 4]) {
    const parameters: Wanted = {
      ...MONOPOLY,
      advertising: 1,
      dissatisfaction: 1,
      harm: 1,
      weak: 2,
      horizon: 1,
      seeds: [String(user)],
    };
    const kept = new Float64Array(5);
    for (let world = 0; world < 3_000; world++) {
      const { state, step } = start(competingBrands, tiny(5, []), { parameters, world });
      step();
      state.brand.forEach((brand, i) => (kept[i] += Number(brand === 0)));
    }
    kept.forEach((count, i) => (i === user ? expect(count).toBe(0) : expectRate(count, 3_000, 1 - (3 / 4) ** 2)));
  }
});

test("limited attention hears each contact equally often", () => {
  // One of four contacts is a user; two are heard a period, so it is one of them half the time.
  const network = tiny(
    5,
    [1, 2, 3, 4].map((j): Edge => [j, 0]),
    true,
  );
  for (const user of ["1", "3"]) {
    const rows = worlds(
      competingBrands,
      network,
      { ...MONOPOLY, advertising: 0, imitation: 1, attention: 2, horizon: 1, seeds: [user] },
      3_000,
    );
    expectRate(rows.filter(([own]) => own > 0.3).length, 3_000, 0.5);
  }
});

test("a lone user stays with the chance of not leaving, and comes back by advertising", () => {
  const [p, c] = [0.3, 0.2];
  let share = 0;
  for (let t = 0; t < 5; t++) share = share * (1 - c) + (1 - share) * p;
  const rows = worlds(competingBrands, tiny(1, []), { ...MONOPOLY, advertising: p, churn: c, horizon: 5 }, 5_000);
  expectRate(rows.filter(([own]) => own === 1).length, 5_000, share);
});

const anyJob = fc.record({
  advertising: share,
  imitation: share,
  dissatisfaction: share,
  harm: share,
  weak: fc.nat(3),
  attention: fc.integer({ min: 1, max: 4 }),
  count: fc.nat(3),
  seed: fc.string(),
});
function moments(network: Network, parameters: Wanted, seed: string): number[] {
  const world = start(competingBrands, network, { parameters, seed });
  while (world.step());
  return Array.from(world.state.joined, (moment) => (moment < 0 ? Infinity : moment));
}

test("in the same world a monopoly of happy users gains nobody later by what helps it, nor sooner if some are unhappy", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, share, (network, { count, seed, ...rates }, more) => {
      const given = { ...MONOPOLY, ...rates, horizon: 5, seedCount: Math.min(count, network.size - 1) };
      const raised = (value: number): number => value + (1 - value) * more;
      const happy = { ...given, dissatisfaction: 0 };
      const happily = moments(network, happy, seed);
      for (const change of [{ advertising: raised(given.advertising) }, { imitation: raised(given.imitation) }]) {
        moments(network, { ...happy, ...change }, seed).forEach((moment, i) =>
          expect(moment).toBeLessThanOrEqual(happily[i]),
        );
      }
      for (const change of [{ attention: given.attention + 1 }, { attention: 0 }, { seedCount: given.seedCount + 1 }]) {
        moments(network, { ...happy, ...change }, seed).forEach((moment, i) =>
          expect(moment).toBeLessThanOrEqual(happily[i]),
        );
      }
      moments(network, given, seed).forEach((moment, i) => expect(moment).toBeGreaterThanOrEqual(happily[i]));
    }),
    { numRuns: 150 },
  );
});

test("in the same world of happy users who stay, what helps a brand or hinders its rival moves nobody away from it", () => {
  const anyRates = fc.record({
    advertising: share,
    imitation: share,
    rivalAdvertising: share,
    rivalImitation: share,
    attention: fc.nat(3),
    seedCount: fc.nat(2),
    rivalSeedCount: fc.nat(2),
    seed: fc.string(),
  });
  const towardsOwn = [1, 2, 0]; // from the rival over nothing to the own brand, by code
  fc.assert(
    fc.property(anyNetwork, anyRates, share, (network, { seed, seedCount, rivalSeedCount, ...rates }, more) => {
      const given = {
        ...rates,
        seedCount: Math.min(seedCount, network.size),
        rivalSeedCount: Math.min(rivalSeedCount, Math.max(0, network.size - seedCount)),
        horizon: 5,
      };
      const going = (change: Wanted) => start(competingBrands, network, { parameters: { ...given, ...change }, seed });
      const raised = (value: number): number => value + (1 - value) * more;
      const base = going({});
      const better = [
        { advertising: raised(rates.advertising) },
        { imitation: raised(rates.imitation) },
        { rivalAdvertising: rates.rivalAdvertising * more },
        { rivalImitation: rates.rivalImitation * more },
      ].map(going);
      for (let t = 0; t <= 5; t++) {
        for (const { state } of better)
          base.state.brand.forEach((brand, i) =>
            expect(towardsOwn[state.brand[i]]).toBeGreaterThanOrEqual(towardsOwn[brand]),
          );
        for (const world of [base, ...better]) world.step();
      }
    }),
    { numRuns: 150 },
  );
});

test("the brands are alike: what holds for one holds for the other once they change places, in law", () => {
  // 1,500 worlds of either seed; differences of independent worlds lie within five standard errors, false alarm 6e-7 each; catches .03.
  const network = generate("erdos-renyi:nodes=12,degree=4", 1);
  const common: Wanted = { harm: 0.4, weak: 2, attention: 3, churn: 0.1, horizon: 6 };
  const own: Wanted = {
    advertising: 0.05,
    imitation: 0.3,
    dissatisfaction: 0.3,
    seedCount: 2,
    rivalAdvertising: 0.15,
    rivalImitation: 0.1,
    rivalDissatisfaction: 0.1,
    rivalSeedCount: 1,
  };
  const other: Wanted = {
    rivalAdvertising: 0.05,
    rivalImitation: 0.3,
    rivalDissatisfaction: 0.3,
    rivalSeedCount: 2,
    advertising: 0.15,
    imitation: 0.1,
    dissatisfaction: 0.1,
    seedCount: 1,
  };
  const [here, there] = (
    [
      [own, "here"],
      [other, "there"],
    ] as const
  ).map(([parameters, seed]) => worlds(competingBrands, network, { ...common, ...parameters }, 1_500, { seed }));
  for (const [at, exchanged] of [
    [0, 1],
    [1, 0],
    [2, 2],
  ])
    expect(
      Math.abs(
        zScore(
          here.map((row, world) => row[at] - there[world][exchanged]),
          0,
        ),
      ),
    ).toBeLessThan(5);
});

test("what is turned off leaves the model without it, bit for bit", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, (network, { count, seed, ...rates }) => {
      const plain = {
        advertising: rates.advertising,
        imitation: rates.imitation,
        horizon: 5,
        seedCount: Math.min(count, network.size),
      };
      const last = (parameters: Wanted): object => {
        const world = start(competingBrands, network, { parameters, seed });
        while (world.step());
        return world.state;
      };
      expect(last({ ...plain, harm: rates.harm, weak: rates.weak })).toEqual(last(plain)); // nobody is unhappy
      expect(last({ ...plain, dissatisfaction: rates.dissatisfaction, harm: 0, weak: rates.weak })).toEqual(
        last({ ...plain, dissatisfaction: rates.dissatisfaction, harm: 0 }),
      );
      expect(last({ ...plain, attention: 13 })).toEqual(last(plain)); // as many as anyone has
      expect(last({ ...plain, ...MONOPOLY, rivalDissatisfaction: 0.5 })).toEqual(last({ ...plain, ...MONOPOLY }));
    }),
    { numRuns: 100 },
  );
});

test("in the same worlds each mechanism moves the share it should", () => {
  const network = generate("erdos-renyi:nodes=300,degree=8", 1);
  const base: Wanted = { ...MONOPOLY, advertising: 0.005, imitation: 0.03, horizon: 20 };
  // 30 paired worlds; the mean difference lies five of its standard errors below 0.
  const gain = (without: Wanted, change: Wanted): number[] => [
    ...runArms(competingBrands, network, { arms: { without, with: { ...without, ...change } }, worlds: 30 }).difference
      .own,
  ];
  for (const [without, change] of [
    [base, { rivalAdvertising: 0.02, rivalImitation: 0.05 }],
    [base, { dissatisfaction: 0.3 }],
    [{ ...base, dissatisfaction: 0.3, harm: 0.5 }, { weak: 8 }],
    [base, { attention: 2 }],
    [base, { churn: 0.1 }],
  ] as [Wanted, Wanted][])
    expect(zScore(gain(without, change), 0)).toBeLessThan(-5);
});

test("a world saved or forked goes on as if it had never stopped, and rests when there is nothing left to take up", () => {
  const job = {
    parameters: {
      seedCount: 1,
      rivalSeedCount: 2,
      churn: 0.2,
      dissatisfaction: 0.4,
      weak: 1,
      attention: 1,
      horizon: 9,
    },
  };
  const [whole, held] = [0, 0].map(() => start(competingBrands, path4, job));
  for (let t = 0; t < 3; t++) held.step();
  const copies = [load(competingBrands, path4, save(held)), held.fork()];
  while (whole.step());
  for (const copy of copies) {
    while (copy.step());
    expect(copy.state).toEqual(whole.state);
  }
  expect([
    ...run(competingBrands, path4, { parameters: { ...MONOPOLY, advertising: 0, imitation: 1, seeds: ["0"] } }).own,
  ]).toEqual([0.25, 0.5, 0.75, 1]);
  expect(() => start(competingBrands, path4, { parameters: { seedCount: 3, rivalSeedCount: 2 } })).toThrow(
    "rivalSeedCount must be at most the 1 customers left, got 2",
  );
});

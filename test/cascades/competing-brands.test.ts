import { expect, test } from "vitest";
import { competingBrands } from "../../models/cascades/competing-brands.ts";
import { type Given, load, run, runArms, save, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band, meanBand, zScore } from "../support/bands.ts";
import { complete, path4, tiny, type Edge } from "../support/tiny.ts";
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
  // Five customers, one of them an unhappy user who puts off whoever meets it: each of the others, who meet two, with 1
  // − (3/4)². 3,000 worlds each.
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

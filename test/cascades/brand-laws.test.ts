import fc from "fast-check";
import { expect, test } from "vitest";
import { competingBrands } from "../../models/cascades/competing-brands.ts";
import { type Given, type Network, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { zScore } from "../support/bands.ts";
import { anyShare as share } from "../support/spread.ts";
import { anyNetwork } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";

type Wanted = Given<typeof competingBrands.parameters>;
const MONOPOLY = { rivalAdvertising: 0, rivalImitation: 0 };

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
  // 1,500 worlds of either seed; differences of independent worlds lie within five standard errors, false alarm 6e-7
  // each; catches .03.
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

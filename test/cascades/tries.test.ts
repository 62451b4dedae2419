import fc from "fast-check";
import { expect, test } from "vitest";
import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { waiting } from "../../models/cascades/tries.ts";
import { type Given, load, type Network, save, start, UNIT } from "../../models/core/index.ts";
import { arrivalsOf } from "../support/arrivals.ts";
import { band, meanBand } from "../support/bands.ts";
import { exactCascade } from "../support/exact-reach.ts";
import { anyShare } from "../support/spread.ts";
import { anyNetwork, complete, cycle5, path4, tiny, type Edge } from "../support/tiny.ts";
import { firsts, meanOf } from "../support/worlds.ts";

type Wanted = Given<typeof independentCascade.parameters>;
const reaches = (network: Network, parameters: Wanted, count: number, seed = "1"): number[] =>
  firsts(independentCascade, network, parameters, count, { seed });
const endOf = (network: Network, parameters: Wanted, seed: string, world = 0) => {
  const own = start(independentCascade, network, { parameters, seed, world });
  while (own.step());
  return own.state;
};
const expectRate = (hits: number, count: number, p: number): void => {
  const [low, high] = band(count, p, 1e-6);
  expect(hits).toBeGreaterThanOrEqual(low);
  expect(hits).toBeLessThanOrEqual(high);
};
/** Five standard errors; a right program fails 6 times in ten million. */
const expectMean = (sample: number[], exact: number): void => {
  const [low, high] = meanBand(exact, sample);
  expect(meanOf(sample)).toBeGreaterThanOrEqual(low);
  expect(meanOf(sample)).toBeLessThanOrEqual(high);
};
const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

test("on a path of 4 news that keeps d of its chance at each tie reaches 1 + p + p·(pd) + p·(pd)·(pd²)", () => {
  for (const [p, d] of [
    [0.8, 0.5],
    [1, 0.7],
    [0.5, 0.9],
    [0.5, 1],
  ]) {
    const sample = reaches(path4, { probability: p, decay: d, seeds: ["0"] }, 4_000);
    expectMean(sample, 1 + p + p * p * d + p * p * d * (p * d * d));
    expectRate(sample.filter((reach) => reach === 4).length, 4_000, p * (p * d) * (p * d * d));
  }
  expect(reaches(path4, { probability: 1, decay: 0, seeds: ["0"] }, 20)).toEqual(Array<number>(20).fill(2));
});

test("with decay the ties count from the nearest first customer, along the way the news came", () => {
  // Of a cycle of 5 from 0: 1 and 4 hear it fresh, 2 and 3 at one tie, and then from each other at two.
  const [p, d] = [0.7, 0.6];
  const q = p * d;
  // 2 is won by 1, or by 3 after 4 won 3 and not 1 or 1 in vain.
  const direct = p * q;
  const one = direct + (1 - direct) * direct * p * d * d;
  expectMean(reaches(cycle5, { probability: p, decay: d, seeds: ["0"] }, 8_000), 1 + 2 * p + 2 * one);
  const both = endOf(path4, { probability: 1, decay: 0.999999, seeds: ["0", "3"] }, "near");
  expect([...both.hops]).toEqual([0, 1, 1, 0]);
});

test("a try takes a geometric number of rounds of the mean asked for, and one round at delay 1", () => {
  expect([waiting(1)(0), waiting(1)(1 - UNIT), waiting(4)(0)]).toEqual([1, 1, 1]);
  const pair = tiny(2, [[0, 1]], true);
  for (const delay of [1.25, 4]) {
    const rounds = upTo(3_000).map(
      (world) => endOf(pair, { probability: 1, delay, seeds: ["0"] }, "wait", world).reached[1],
    );
    for (const t of [1, 2, 5]) expectRate(rounds.filter((round) => round <= t).length, 3_000, 1 - (1 - 1 / delay) ** t);
    expectMean(rounds, delay);
  }
  const long = upTo(20_000).map((n) => waiting(1000)((n + 0.5) / 20_000));
  expect(meanOf(long)).toBeCloseTo(1000, -1); // the quantiles in the middle of 20,000 equal parts
});

test("who has left brings in nobody: along a tie news arrives with p·g / (1 − (1 − g)(1 − c)), g = 1 / delay", () => {
  for (const [p, delay, c] of [
    [1, 3, 0.2],
    [0.8, 5, 0.5],
    [0.9, 2, 1],
    [0.7, 1, 0.9],
  ]) {
    const g = 1 / delay;
    const q = (p * g) / (1 - (1 - g) * (1 - c));
    const sample = reaches(path4, { probability: p, delay, churn: c, seeds: ["0"] }, 3_000);
    expectMean(sample, 1 + q + q * q + q * q * q); // each tie a waiting time and a stay of its own
    expectRate(sample.filter((reach) => reach > 1).length, 3_000, q);
  }
});

test("a customer's tries end together when it leaves: all tips of a star arrive with Σ over its stay", () => {
  const [tips, delay, c] = [3, 2.5, 0.3];
  const g = 1 / delay;
  let all = 0;
  for (let stay = 1; stay < 200; stay++) all += c * (1 - c) ** (stay - 1) * (1 - (1 - g) ** stay) ** tips;
  const hub = tiny(
    1 + tips,
    upTo(tips).map((k): Edge => [0, k + 1]),
    true,
  );
  const sample = reaches(hub, { probability: 1, delay, churn: c, seeds: ["0"] }, 8_000);
  expectRate(sample.filter((reach) => reach === 1 + tips).length, 8_000, all);
});

test("of n who try at once a customer hears as many as it attends to: 1 − (1 − p)^k", () => {
  const others = upTo(5).map((k) => k + 1);
  const ears = tiny(
    6,
    others.map((j): Edge => [j, 0]),
    true,
  );
  for (const attention of [1, 2, 4, 5, 9]) {
    const sample = reaches(ears, { probability: 0.3, attention, seeds: others.map(String) }, 2_000);
    expectRate(sample.filter((reach) => reach === 6).length, 2_000, 1 - 0.7 ** Math.min(attention, 5));
  }
  // Each of the five is the one heard equally often.
  const through = upTo(5_000).map(
    (world) => endOf(ears, { probability: 1, attention: 1, seeds: others.map(String) }, "ear", world).through[0],
  );
  for (const j of others) expectRate(through.filter((u) => u === j).length, 5_000, 0.2);
});

test("on a diamond where only the first is heard, the tip joins with p·(1 − (1 − p)²)", () => {
  const diamond = tiny(
    4,
    [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ],
    true,
  );
  for (const p of [0.3, 0.7])
    expectMean(
      reaches(diamond, { probability: p, attention: 1, seeds: ["0"] }, 4_000),
      1 + 2 * p + p * (1 - (1 - p) ** 2),
    );
  // Both directions: what a customer says back to those who have joined already takes no attention.
  expectMean(
    reaches(
      tiny(4, [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ]),
      { probability: 0.7, attention: 1, seeds: ["0"] },
      4_000,
    ),
    1 + 1.4 + 0.7 * 0.91,
  );
});

test("a failed try takes attention too, and whoever tries later is not heard", () => {
  // 0 → 2 in round 1, 1 → 2 in round 2: with attention 1 it is 0 alone that counts.
  const fan = tiny(
    3,
    [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
    true,
  );
  expectMean(reaches(fan, { probability: 0.5, attention: 1, seeds: ["0"] }, 4_000), 2);
  expect(exactCascade(fan, () => 0.5, [0])).toBe(2.125); // where both are heard
});

const anyJob = fc.record({
  probability: fc.oneof(fc.constantFrom(0, 1), anyShare),
  delay: fc.constantFrom(1, 1.5, 4),
  churn: fc.constantFrom(0, 0.2, 1),
  decay: fc.constantFrom(1, 0.5),
  attention: fc.nat(3),
  count: fc.nat(4),
  seed: fc.string(),
});
const late = (reached: Int32Array): number[] => Array.from(reached, (round) => (round < 0 ? Infinity : round));
const later = (network: Network, seed: string, less: Wanted, more: Wanted): void => {
  const sooner = late(endOf(network, less, seed).reached);
  late(endOf(network, more, seed).reached).forEach((round, i) => expect(round).toBeGreaterThanOrEqual(sooner[i]));
};

test("who joins when is the shortest way over ties that succeed before their customer leaves", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, fc.nat(3), (network, { probability, delay, churn, count, seed }, world) => {
      const parameters = { probability, delay, churn, seeds: upTo(Math.min(count + 1, network.size)).map(String) };
      const known = arrivalsOf(network, { ...parameters, seeds: parameters.seeds.map(Number) }, seed, world);
      expect(late(endOf(network, parameters, seed, world).reached)).toEqual(known);
    }),
    { numRuns: 300 },
  );
});

test("delay alone moves times, not the reach, by arcs or by skips", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyJob,
      fc.constantFrom("arc" as const, "skip" as const),
      (network, { probability, delay, count, seed }, draws) => {
        const given = { probability, draws, seedCount: Math.min(count, network.size) };
        expect(reaches(network, { ...given, delay }, 4, seed)).toEqual(reaches(network, given, 4, seed));
        later(network, seed, given, { ...given, delay });
      },
    ),
    { numRuns: 100 },
  );
});

test("in the same world more delay, churn or decay, or a limit to attention, brings in nobody who was out and nobody sooner", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      anyJob,
      fc.constantFrom(0.1, 0.5, 1),
      (network, { probability, delay, churn, decay, attention, count, seed }, more) => {
        const given = { probability, delay, churn, seedCount: Math.min(count, network.size) };
        later(network, seed, given, { ...given, delay: delay * (1 + more) });
        later(network, seed, given, { ...given, churn: churn + (1 - churn) * more });
        later(network, seed, given, { ...given, attention: attention + 1, decay });
        later(network, seed, { ...given, delay: 1, decay }, { ...given, delay: 1, decay: decay * more });
        later(
          network,
          seed,
          { ...given, seedCount: Math.min(count, network.size) },
          { ...given, seedCount: Math.max(0, Math.min(count, network.size) - 1) },
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("attention for as many as anyone has contacts is attention for all, and nobody hears more than it attends to", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, (network, { count, seed, attention, ...mechanisms }) => {
      const given = { ...mechanisms, seedCount: Math.min(count, network.size) };
      const all = endOf(network, { ...given, attention: 0 }, seed);
      const enough = endOf(network, { ...given, attention: 200 }, seed);
      // else who is remembered decides how old the news is
      if (given.decay === 1) expect([enough.reached, enough.lost]).toEqual([all.reached, all.lost]);
      const heard = endOf(network, { ...given, attention: attention + 1 }, seed).heard;
      heard.forEach((tries, i) => expect(tries).toBeLessThanOrEqual(Math.min(attention + 1, network.in.degree(i))));
    }),
    { numRuns: 100 },
  );
});

test("a world with all mechanisms on, saved, loaded or forked, goes on as if nothing had been", () => {
  const job = {
    parameters: { probability: 0.8, delay: 3, decay: 0.9, attention: 2, churn: 0.1, seeds: ["0"] },
    seed: "all on",
  };
  const network = complete(6);
  const [whole, held] = [0, 0].map(() => start(independentCascade, network, job));
  for (let t = 0; t < 3; t++) held.step();
  const copies = [load(independentCascade, network, save(held)), held.fork()];
  while (whole.step());
  for (const copy of copies) {
    while (copy.step());
    expect(copy.state).toEqual(whole.state);
  }
});

test("a new delay holds in a fork for those who join from there on: what is under way is neither lost nor hastened", () => {
  for (let world = 0; world < 20; world++) {
    const slow = start(independentCascade, path4, { parameters: { probability: 1, delay: 6, seeds: ["0"] }, world });
    slow.step();
    const first = slow.state.reached[1]; // 1 if it has joined already, and then under the old delay
    const quick = slow.fork({ delay: 1 });
    while (slow.step());
    while (quick.step());
    const [, one, two, three] = quick.state.reached;
    expect(one).toBe(slow.state.reached[1]);
    expect(first === 1 ? two === slow.state.reached[2] : two === one + 1).toBe(true);
    expect(first === 1 && two === 1 ? true : three === two + 1).toBe(true);
  }
});

test("what cannot go with draws by skips is refused, every fault at once", () => {
  const ask = () =>
    start(independentCascade, path4, { parameters: { draws: "skip", decay: 0.5, attention: 2, delay: 0.5 } });
  expect(ask).toThrow("delay must be a real number from 1 to 1000, got 0.5");
  const both = () => start(independentCascade, path4, { parameters: { draws: "skip", decay: 0.5, attention: 2 } });
  expect(both).toThrow(/draws=skip requires decay=1, got 0.5\n.*draws=skip requires attention=0, got 2/);
});

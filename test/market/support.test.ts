import { expect, test } from "vitest";
import { finish, type Given, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { equityOf } from "../../models/market/worth.ts";
import { market } from "../../models/market/market.ts";
import { type Market } from "../../models/market/state.ts";
import { support } from "../../models/market/support.ts";
import { meanBand } from "../support/bands.ts";

type Settings = Given<typeof market.parameters>;
/** Everybody is a customer from the start and stays, so that only questions move. */
const settled = {
  customersAtStart: 1,
  leaving: 0,
  terminal: "none",
  talk: 0,
  spread: 0,
  discount: 0,
  advertising: 0,
} as const;
const ring = generate("ring:nodes=100,degree=2", "1");

function ran(parameters: Settings, world = 0, weeks = Infinity) {
  const run = start(market, ring, { parameters: { ...settled, ...parameters }, seed: "1", world });
  finish(run, weeks);
  return run;
}
const open = ({ state: { asked } }: { state: Market["state"] }): number =>
  asked.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);

/** Longer queues than this are too rare to count. */
const MOST = 100;

/** Mean of Q after so many weeks from Q = 0, by Q ← max(Q − c, 0) + A, A binomial of those without a question. */
function expectedOpen(people: number, q: number, capacity: number, weeks: number): number {
  let chance = [1];
  for (let week = 0; week < weeks; week++) {
    const next = new Array<number>(Math.min(people, MOST) + 1).fill(0);
    chance.forEach((p, before) => {
      const kept = Math.max(before - capacity, 0);
      const free = people - before;
      for (
        let asks = 0, weight = (1 - q) ** free;
        asks <= Math.min(free, MOST - kept);
        weight *= ((free - asks) / (asks + 1)) * (q / (1 - q)), asks++
      )
        next[kept + asks] += p * weight;
    });
    chance = next;
  }
  return chance.reduce((sum, p, count) => sum + p * count, 0);
}

test("the queue of the firm is the chain max(Q − c, 0) + A", () => {
  for (const load of [0.8, 0.4]) {
    const asking = load / 100;
    const lengths = Array.from({ length: 400 }, (_, world) =>
      open(ran({ asking, answerCapacity: 0.01, horizon: 20 }, world)),
    );
    const [low, high] = meanBand(expectedOpen(100, asking, 1, 20), lengths); // 400 worlds; false alarm 6e-7
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(low);
    expect(mean).toBeLessThan(high);
  }
});

test("with one answer a week the chain's mean is ρ + ρ²/(2(1 − ρ)), and halving the questions cuts the wait from 3 to 1⅓ weeks", () => {
  for (const [load, wait] of [
    [0.8, 3],
    [0.4, 4 / 3],
  ]) {
    const mean = load + load ** 2 / (2 * (1 - load));
    expect(mean / load).toBeCloseTo(wait, 12);
    expect(expectedOpen(1e6, load / 1e6, 1, 300)).toBeCloseTo(mean, 3);
  }
});

test("members answer this week's questions first come first served, the firm the older ones at a cost", () => {
  const run = start(market, ring, {
    parameters: { ...settled, asking: 1, answerCost: 6, answerCapacity: 0.02, horizon: 3 },
  });
  const draws: number[] = [];
  const random = { ask: (i: number) => (draws[i] = ((i * 37) % 100) / 100) };
  const at = (week: number) => ({ ...run, week, random }) as unknown as Market;
  support(at(0), 30.5);
  const answered = (): number[] => [...run.state.asked.keys()].filter((i) => run.state.asked[i] === 0);
  expect(answered()).toEqual(draws.map((_, i) => i).filter((i) => draws[i] < 0.3));
  const before = run.state.asked.slice();
  support(at(1), 30.5); // 31 now: the half left over; those 30 ask again at once
  expect(run.state.answers).toEqual(Float64Array.of(60, 2));
  const byFirm = [...before.keys()].filter((i) => before[i] > 0 && run.state.asked[i] === 0);
  expect(byFirm.map((i) => draws[i]).sort()).toEqual([0.3, 0.31]);
  expect(run.state.cash[1]).toBe(-12);
  expect(byFirm.map((i) => run.state.answered[i])).toEqual([6, 6]);
});

test("an open question raises leaving and nothing else does; without questions nothing is asked", () => {
  const leaving = { leaving: 0.05, terminal: "none", horizon: 30 } as const;
  const patient = { ...leaving, asking: 0.3, answerCapacity: 0, answerCost: 0 };
  const customers = (parameters: Settings) =>
    Array.from({ length: 20 }, (_, world) => ran(parameters, world).measure().customers);
  const none = customers({ ...leaving, asking: 0, answerCost: 99 });
  expect(customers({ ...patient, waiting: 0 })).toEqual(none);
  customers({ ...patient, waiting: 1 }).forEach((left, world) => expect(left).toBeLessThan(none[world]));
});

test("what the firm's answers cost stands in the weekly account and with the persons", () => {
  const run = ran({ asking: 0.2, answerCapacity: 0.1, discount: 0.5, margin: 0, horizon: 20 });
  expect(run.state.answers[1]).toBeGreaterThan(50);
  const persons = run.state.answered.reduce((sum, cost) => sum + cost, 0);
  expect(equityOf(run)).toBeCloseTo(-persons, 9);
});

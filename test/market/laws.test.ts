import { expect, test } from "vitest";
import { finish, type Given, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { market } from "../../models/market/market.ts";
import { join } from "../../models/market/trial.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";
import { band, chiSquare, chiSquareLimit, meanBand, summary } from "../support/bands.ts";

// False alarm 1e-6 a band or less.

type Settings = Given<typeof market.parameters>;
const PEOPLE = 20_000;
/** People without ties: what each does hangs on own clocks alone. */
const apart = generate(`erdos-renyi:nodes=${PEOPLE},degree=0`, "1");
const alone = {
  awareAtStart: 1,
  advertising: 0,
  quality: 1,
  rivalTrial: 0,
  spread: 0,
  talk: 0,
  leaving: 0,
  terminal: "none",
} as const;

function ran(parameters: Settings, on = apart, world = 0) {
  const run = start(market, on, { parameters: { ...alone, ...parameters }, seed: "5", world });
  finish(run, Infinity);
  return run;
}

/** How many of the values are 0, 1, … below `length`; the last entry counts all others. */
function counts(values: Iterable<number>, length: number): number[] {
  const found = new Array<number>(length + 1).fill(0);
  for (const value of values) found[value >= 0 && value < length ? value : length]++;
  return found;
}
/** The law of coins thrown once a week: the first success in week 0, 1, …, or none in `length` weeks. */
const coins = (p: number, length: number): number[] => [
  ...Array.from({ length }, (_, t) => p * (1 - p) ** t),
  (1 - p) ** length,
];

function expectLaw(found: number[], law: number[]): void {
  const all = found.reduce((sum, count) => sum + count, 0);
  expect(
    chiSquare(
      found,
      law.map((p) => p * all),
    ),
  ).toBeLessThan(chiSquareLimit(law.length - 1));
}

function expectWithin(count: number, n: number, p: number, alarm = 1e-6): void {
  const [low, high] = band(n, p, alarm);
  expect(count).toBeGreaterThanOrEqual(low);
  expect(count).toBeLessThanOrEqual(high);
}

test("one clock a person has the law of weekly coins: trials of ours, of the rival, and leaving", () => {
  expectLaw(counts(ran({ trial: 0.08, horizon: 12 }).state.start, 12), coins(0.08, 12));
  expectLaw(
    counts(ran({ trial: 0, rivalTrial: 0.2, rivalQuality: 1, rivalLeaving: 0, horizon: 12 }).state.rivalStart, 12),
    coins(0.2, 12),
  );
  const stays = ran({ customersAtStart: 1, trial: 0, leaving: 0.15, horizon: 12 });
  expectLaw(
    counts(
      stays.state.end.map((end) => end - 1),
      12,
    ),
    coins(0.15, 12),
  );
});

test("a clock that starts to run later, or runs at another rate each week, still has the law of coins", () => {
  // Told by advertising with chance .3 a week; then trials with chance .1, from the week of hearing on.
  const [ad, p, weeks] = [0.3, 0.1, 10];
  const law = new Array<number>(weeks).fill(0);
  let [unaware, aware] = [1, 0];
  for (let t = 0; t < weeks; t++) {
    aware += unaware * ad;
    unaware *= 1 - ad;
    law[t] = aware * p;
    aware *= 1 - p;
  }
  expectLaw(counts(ran({ awareAtStart: 0, advertising: ad, trial: p, horizon: weeks }).state.start, weeks), [
    ...law,
    unaware + aware,
  ]);
});

test("if both clocks ring, ours is tried with chance p/(p + q), and the other clock goes on ringing", () => {
  const [p, q] = [0.3, 0.6];
  const oursAtOnce = p * (1 - q) + p * q * (p / (p + q));
  const rivalAtOnce = q * (1 - p) + p * q * (q / (p + q));
  // Whoever went to the rival leaves it at once and is free again: our clock has rung for some, for the others it runs
  // on.
  const { start: joined, rivalStart } = ran({
    trial: p,
    rivalTrial: q,
    rivalQuality: 1,
    rivalLeaving: 1,
    horizon: 2,
  }).state;
  expectWithin(joined.filter((week) => week === 0).length, PEOPLE, oursAtOnce);
  expectWithin(rivalStart.filter((week) => week === 0).length, PEOPLE, rivalAtOnce);
  const back = [...joined.keys()].filter((i) => rivalStart[i] === 0);
  expectWithin(
    back.filter((i) => joined[i] === 1).length,
    back.length,
    (q * (1 - p) * p + p * q * (q / (p + q))) / rivalAtOnce,
  );
});

const LEAVES = 20_000;
const star = generate(`star:nodes=${LEAVES + 1}`, "1");
const talking = { ...alone, awareAtStart: 0, talk: 0.4, strong: 0, weak: 0, trial: 0, weighting: "equal" } as const;

const centred = (parameters: Settings) => start(market, star, { parameters: { ...talking, ...parameters }, seed: "6" });

/** Leaves of a star who hear for the first time in each week; the centre is made what `become` says before week 0. */
function heard(parameters: Settings, weeks: number, become: (run: ReturnType<typeof centred>) => void): number[] {
  const run = centred({ ...parameters, horizon: weeks });
  become(run);
  let before = 0;
  return Array.from({ length: weeks }, () => {
    run.step();
    const aware = run.state.aware.subarray(1).reduce((sum, one) => sum + one, 0);
    const fresh = aware - before;
    before = aware;
    return fresh;
  });
}

/** Holds what was heard each week against chances of telling somebody who has not heard. */
function expectTold(found: number[], chances: number[]): void {
  let left = LEAVES;
  chances.forEach((p, week) => {
    expectWithin(found[week], left, p, 1e-6 / chances.length);
    left -= found[week];
  });
}
const customer = (run: ReturnType<typeof centred>): void => join({ ...run, week: 0 } as never, 0);

test("a customer of k weeks talks at τ·2^(−k/h), and never less where h is 0", () => {
  expectTold(
    heard({ halfLife: 3 }, 8, customer),
    [0, 1, 2, 3, 4, 5, 6, 7].map((k) => (k === 0 ? 0 : 0.4 * 2 ** (-k / 3))),
  );
  expectTold(heard({ halfLife: 0 }, 5, customer), [0, 0.4, 0.4, 0.4, 0.4]);
});

test("an unhappy person talks at τ·n for G weeks and then no more", () => {
  const unhappy = ({ state: { grudge } }: ReturnType<typeof centred>): void => void (grudge[0] = 3);
  expectTold(heard({ talk: 0.1, unhappyTalk: 3 }, 5, unhappy), [0.3, 0.3, 0.3, 0, 0]);
  expectTold(heard({ talk: 0.1, unhappyTalk: 0 }, 5, unhappy), [0, 0, 0, 0, 0]);
});

test("an unhappy talk takes a share ν of the chance of a trial, and one bad trial makes the grudge of G weeks", () => {
  const run = centred({ talk: 1, doubt: 0.2, quality: 0, grudge: 2, horizon: 4 });
  run.state.aware[0] = 1;
  run.state.due[0] = 1; // the centre tries, and is disappointed
  const doubts = Array.from({ length: 4 }, () => (run.step(), run.state.doubt[5]));
  expect(run.state.start[0]).toBe(-1);
  doubts.forEach((doubt, week) => expect(doubt).toBeCloseTo([1, 0.8, 0.64, 0.64][week], 6));
});

test("a segment multiplies talk and leaving, and who is willing to be a member", () => {
  const segments = "all:1/1/0.5/3/0.4";
  expectTold(heard({ halfLife: 0, segments }, 3, customer), [0, 0.2, 0.2]);
  const stays = ran({ customersAtStart: 1, trial: 0, leaving: 0.05, horizon: 8, segments }).state;
  expectLaw(
    counts(
      stays.end.map((end) => end - 1),
      8,
    ),
    coins(0.15, 8),
  );
  const members = (given: Settings): number => {
    const run = start(samplingProgram, apart, {
      parameters: { ...alone, ...given, memberShare: 1, minimumContacts: 0, joining: 0.5, joiningSlope: 0, samples: 0 },
      seed: "5",
    });
    run.step();
    return run.state.enrolled.reduce((sum, one) => sum + one, 0);
  };
  expectWithin(members({ segments }), PEOPLE, 0.2);
  expectWithin(members({}), PEOPLE, 0.5);
});

test("segments have the shares that were given, and their margins", () => {
  const run = ran({
    customersAtStart: 1,
    trial: 0,
    horizon: 1,
    margin: 2,
    segments: "few:0.1/5/1/1/1+many:0.9/1/1/1/1",
  });
  const few = run.state.segment.filter((one) => one === 0).length;
  expectWithin(few, PEOPLE, 0.1);
  expect(run.state.cash[0]).toBeCloseTo(2 * (5 * few + PEOPLE - few), 6);
});

test("worth is 1 on average, whatever its spread and however much of it a segment has in common", () => {
  const own = ran({ spread: 1, common: 0, horizon: 1 }).state.worth;
  const { mean } = summary(own);
  const [low, high] = meanBand(1, own);
  expect(mean).toBeGreaterThan(low);
  expect(mean).toBeLessThan(high);
  // One person a world, so that what a segment has in common varies too; log worth is normal with σ² = .25.
  const single = generate("erdos-renyi:nodes=1,degree=0", "1");
  const shared = Array.from(
    { length: 4000 },
    (_, world) => ran({ spread: 0.5, common: 0.5, horizon: 1 }, single, world).state.worth[0],
  );
  const [least, most] = meanBand(1, shared);
  expect(summary(shared).mean).toBeGreaterThan(least);
  expect(summary(shared).mean).toBeLessThan(most);
  const logs = summary(shared.map(Math.log));
  expect(Math.abs(logs.variance / 0.25 - 1)).toBeLessThan(5 * Math.sqrt(2 / 4000));
  expect(new Set(ran({ spread: 0, horizon: 1 }).state.worth)).toEqual(new Set([1]));
});

test("the value after the horizon is the same on average whether each customer's leaving is waited for or expected", () => {
  const settings = { trial: 0.1, leaving: 0.03, discount: 0.1, horizon: 10 } as const;
  const few = generate("erdos-renyi:nodes=50,degree=0", "1");
  const equity = (terminal: "runOff" | "expected" | "none", world: number): number =>
    ran({ ...settings, terminal }, few, world).measure().equity;
  const apartBy = summary(
    Array.from({ length: 1500 }, (_, world) => equity("runOff", world) - equity("expected", world)),
  );
  const [low, high] = meanBand(0, apartBy);
  expect(apartBy.mean).toBeGreaterThan(low);
  expect(apartBy.mean).toBeLessThan(high);
  // A fault of a tenth of that value would be seen.
  expect(equity("expected", 0) - equity("none", 0)).toBeGreaterThan(10 * (high - low));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseInstead, informationalCascade } from "../../models/cascades/informational-cascade.ts";
import { run, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band, summary } from "../support/bands.ts";
import { herdChain } from "../support/herd-chain.ts";
import { spread } from "../support/spread.ts";
import { worlds } from "../support/worlds.ts";
import { TIES, anyJob } from "../support/herd-jobs.ts";

const strangers = (people: number) => generate(`erdos-renyi:nodes=${people},degree=0`, 1);
const UP = 0;
const DOWN = 1;
const NONE = 2;
const WRONG = 3;
const STARTED = 4;
const BROKEN = 5;

// 5,000 worlds each; false alarm 1e-6 a share; catches a share of .5 that is off by .05.
test.each(
  TIES.flatMap((tie) =>
    [0.55, 0.8].flatMap((accuracy) => [1, 2, 3, 6].map((people) => [tie, accuracy, people] as const)),
  ),
)("shares of cascades are those of Bayes' rule: ties by %s, accuracy %d, %d people", (tie, accuracy, people) => {
  const count = 5_000;
  const law = herdChain({ tie, accuracy, people });
  const rows = worlds(informationalCascade, strangers(people), { tie, accuracy }, count);
  for (const [at, share] of [
    [UP, law.up],
    [DOWN, law.down],
    [NONE, law.none],
  ]) {
    const [low, high] = band(count, Math.min(1, share), 1e-6);
    const hits = rows.filter((row) => row[at] === 1).length;
    expect(hits).toBeGreaterThanOrEqual(Math.floor(low));
    expect(hits).toBeLessThanOrEqual(Math.ceil(high));
  }
});

test.each(TIES)("public signals and people who follow their own keep to the exact law too, ties by %s", (tie) => {
  // 8,000 worlds; five standard errors, false alarm 6e-7 a mean; catches a share of .5 off by .04.
  const job = { tie, accuracy: 0.65, release: 0.2, followOwn: 0.15 };
  const law = herdChain({ ...job, people: 9 });
  const rows = worlds(informationalCascade, strangers(9), job, 8_000);
  for (const [at, expected] of [
    [UP, law.up],
    [DOWN, law.down],
    [NONE, law.none],
    [WRONG, law.wrong],
    [STARTED, law.started],
  ]) {
    const { mean, variance, count } = summary(rows.map((row) => row[at]).filter((value) => !Number.isNaN(value)));
    expect(Math.abs(mean - expected)).toBeLessThanOrEqual(5 * Math.sqrt(variance / count));
  }
});

test("a cascade starts after 2 / (1 − p + p²) people on average, and is missing where none did", () => {
  const rows = worlds(informationalCascade, strangers(30), { accuracy: 0.6 }, 5_000); // five standard errors, 6e-7
  const { mean, variance } = summary(rows.map((row) => row[STARTED]));
  expect(Math.abs(mean - 2 / 0.76)).toBeLessThanOrEqual(5 * Math.sqrt(variance / 5_000));
  for (const row of worlds(informationalCascade, strangers(2), {}, 200))
    expect(Number.isNaN(row[STARTED])).toBe(row[NONE] === 1);
});

test("one contrary public signal breaks any cascade, however long it has lasted", () => {
  for (const tie of TIES) {
    for (let world = 0; world < 40; world++) {
      const going = start(informationalCascade, strangers(102), {
        parameters: { tie, people: 102, accuracy: 0.6 },
        world,
      });
      for (let t = 0; t < 100; t++) going.step();
      const { up, down } = going.measure();
      expect(up + down).toBe(1);
      const fragile = going.fork({ release: 1, truth: up === 1 ? "0" : "1", accuracy: 1 });
      fragile.step(); // sure news against the crowd, and a person whose own signal agrees with it
      expect(fragile.measure().broken).toBe(1);
      expect(fragile.state.option[100]).toBe(up === 1 ? 0 : 1);
    }
  }
});

test("public signals bring the crowd round: a wrong cascade that would last is rare in the end", () => {
  // Without news 36.8 % stay wrong for ever. 600 worlds, false alarm 1e-6 each.
  const down = (release: number): number =>
    worlds(informationalCascade, strangers(150), { accuracy: 0.6, release }, 600).filter((row) => row[DOWN] === 1)
      .length;
  for (const release of [0, 0.05, 0.5]) {
    const [low, high] = band(600, herdChain({ accuracy: 0.6, people: 150, tie: "coin", release }).down, 1e-6);
    const hits = down(release);
    expect(hits).toBeGreaterThanOrEqual(low);
    expect(hits).toBeLessThanOrEqual(high);
  }
  expect(herdChain({ accuracy: 0.6, people: 150, tie: "coin", release: 0.5 }).down).toBeLessThan(0.05);
});

test("the options are alike where ties do not favour one: exchanging them exchanges up and down", () => {
  fc.assert(
    fc.property(anyJob, fc.integer({ min: 1, max: 15 }), fc.string(), (job, people, seed) => {
      const of = (truth: string) =>
        worlds(informationalCascade, strangers(people), { ...job, tie: "own", truth }, 3, { seed });
      expect(of("0").map(([up, down, ...rest]) => [down, up, ...rest])).toEqual(of("1"));
    }),
  );
});

test("everyone who follows the own signal is wrong exactly where the signal is, and sure signals never are", () => {
  const wrong = worlds(informationalCascade, strangers(10), { followOwn: 1, accuracy: 0.7 }, 2_000).reduce(
    (sum, row) => sum + Math.round(row[WRONG] * 10),
    0,
  );
  const [low, high] = band(20_000, 0.3, 1e-6);
  expect(wrong).toBeGreaterThanOrEqual(low);
  expect(wrong).toBeLessThanOrEqual(high);
  for (const tie of TIES)
    for (const row of worlds(informationalCascade, strangers(9), { tie, accuracy: 1, truth: "random" }, 50))
      expect(row[WRONG]).toBe(0);
});

test("better signals never make a person's own signal wrong, so the first to act only gains", () => {
  fc.assert(
    fc.property(spread(0.5, 1), spread(0.5, 1), fc.string(), (a, b, seed) => {
      const wrong = (accuracy: number) =>
        worlds(informationalCascade, strangers(1), { accuracy }, 5, { seed }).map((row) => row[WRONG]);
      const [worse, better] = [wrong(Math.min(a, b)), wrong(Math.max(a, b))];
      better.forEach((is, world) => expect(is).toBeLessThanOrEqual(worse[world]));
    }),
  );
});

test("a random order is an order, and who acts is counted", () => {
  const world = start(informationalCascade, strangers(30), { parameters: { arrival: "random", people: 12 } });
  while (world.step());
  expect([...world.state.order].sort((a, b) => a - b)).toEqual([...Array(30).keys()]);
  expect([...world.state.turn].filter((turn) => turn > 0).sort((a, b) => a - b)).toEqual(
    [...Array(12).keys()].map((t) => t + 1),
  );
  expect(world.time).toBe(12);
  expect(() => start(informationalCascade, strangers(5), { parameters: { people: 6 } })).toThrow(
    "informational-cascade: people must be at most 5, the size of the network, got 6",
  );
});

test("a run shows a share for every number of people, and nothing is broken without news or stubborn people", () => {
  const { none, up, down } = run(informationalCascade, strangers(20), { seed: "a" });
  expect(none).toHaveLength(21);
  none.forEach((_, t) => expect(none[t] + up[t] + down[t]).toBe(1));
  for (const row of worlds(informationalCascade, strangers(40), {}, 200)) expect(row[BROKEN]).toBe(0);
});

test("who is made to choose what it would have chosen changes nothing; another choice is seen by all who follow", () => {
  for (const tie of TIES) {
    for (let world = 0; world < 30; world++) {
      const job = { parameters: { tie, accuracy: 0.6, release: 0.1, truth: "random" as const }, world };
      const before = start(informationalCascade, strangers(12), job);
      for (let t = 0; t < 5; t++) before.step();
      const [plain, same, other] = [before.fork(), before.fork(), before.fork()];
      plain.step();
      const choice = plain.state.option[5];
      chooseInstead(same, choice);
      chooseInstead(other, 1 - choice);
      expect(same.state).toEqual(plain.state);
      expect([other.state.option[5], other.state.wrong[5]]).toEqual([1 - choice, 1 - plain.state.wrong[5]]);
      expect(Math.sign(other.state.evidence[5] - plain.state.evidence[5])).toBe(1 - 2 * choice);
      expect(other.state.news).toEqual(plain.state.news);
    }
  }
});

test("one who goes against a cascade breaks it, and the next person's own signal counts again", () => {
  for (let world = 0; world < 40; world++) {
    const going = start(informationalCascade, strangers(42), { parameters: { accuracy: 0.6 }, world });
    for (let t = 0; t < 40; t++) going.step();
    const { up, down } = going.measure();
    expect(up + down).toBe(1);
    chooseInstead(going, down);
    expect(going.measure()).toMatchObject({ none: 1, broken: 1 });
    going.step();
    expect(() => {
      chooseInstead(going, 1);
    }).toThrow(
      new RangeError("informational-cascade: at least one person must be left to choose, got none; all have acted"),
    );
  }
});

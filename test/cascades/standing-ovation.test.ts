import { expect, test } from "vitest";
import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { finish, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { band, summary } from "../support/bands.ts";
import { theatreLaw } from "../support/theatre-chain.ts";
import { path4, tiny } from "../support/tiny.ts";
import { worlds } from "../support/worlds.ts";

const STANDING = 0;
const ALL_STAND = 1;
const SETTLED = 3;
const SWEEPS = 4;
const STUCK = 5;
const EFFICIENT = 6;
const ORDERS = ["synchronous", "random", "incentive"] as const;
const TIES = ["coin", "keep"] as const;
const seats = (rows: number, columns: number, view = "five") =>
  generate(`seats:rows=${rows},columns=${columns},view=${view}`, 1);

function expectShare(hits: number, count: number, share: number): void {
  const [low, high] = band(count, share, 1e-6);
  expect(hits).toBeGreaterThanOrEqual(low);
  expect(hits).toBeLessThanOrEqual(high);
}

const theatres = {
  "2 × 3 seats": seats(2, 3),
  "3 × 2 seats in cones": seats(3, 2, "cone"),
  "a path of 4": path4,
  followers: tiny(
    5,
    [
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 3],
      [2, 3],
      [3, 4],
    ],
    true,
  ),
};
const jobs = Object.entries(theatres).flatMap(([name, network]) =>
  ORDERS.flatMap((order) => TIES.map((tie) => ({ name, network, order, tie }))),
);

// 700 worlds at p = .5 and .7; false alarm 1e-6 a share, 6e-7 a mean; catches a share of .5 off by .12.
test.each(jobs)("$name, $order, ties $tie: the law is that of every way a sweep can go", ({ network, order, tie }) => {
  const law = theatreLaw({ network, order, tie }, 200);
  for (const p of [0.5, 0.7]) {
    const count = 700;
    const exact = law(p);
    const rows = worlds(standingOvation, network, { order, tie, threshold: 1 - p }, count, { steps: 60 });
    expectShare(rows.filter((row) => row[ALL_STAND] === 1).length, count, exact.allStand);
    expectShare(rows.filter((row) => row[SETTLED] === 1).length, count, exact.settled > 1 - 1e-9 ? 1 : exact.settled);
    const {
      mean,
      variance,
      count: settled,
    } = summary(rows.map((row) => row[SWEEPS]).filter((sweeps) => !Number.isNaN(sweeps)));
    expect(Math.abs(mean - exact.sweeps)).toBeLessThanOrEqual(5 * Math.sqrt(variance / settled) + 1e-9);
  }
});

test.each([
  ["five", 0.3],
  ["cone", 0.65],
] as const)("with coins one by one the front row decides, everybody follows: P(all stand) = p, view %s", (view, p) => {
  const count = 2_000; // false alarm 1e-6; catches .30 → .36
  const rows = worlds(standingOvation, seats(4, 5, view), { order: "random", threshold: 1 - p }, count);
  expectShare(rows.filter((row) => row[ALL_STAND] === 1).length, count, p);
  for (const row of rows) expect([row[SETTLED], row[STUCK]]).toEqual([1, 0]);
});

function expectMean(values: number[], expected: number): void {
  const { mean, variance, count } = summary(values); // five standard errors, false alarm 6e-7
  expect(Math.abs(mean - expected)).toBeLessThanOrEqual(5 * Math.sqrt(variance / count));
}

test("two rows of three take 1.274060 sweeps, and even splits count half in efficiency: .656250", () => {
  const rows = worlds(standingOvation, theatres["2 × 3 seats"], { order: "random" }, 8_000);
  expectMean(
    rows.map((row) => row[SWEEPS]),
    1.27406,
  );
  expectMean(
    rows.map((row) => row[EFFICIENT]),
    0.65625,
  );
});

test("with coins one by one all end like one person in front, so efficiency is 1/2 + C(n − 1, n / 2) / 2^n", () => {
  // n = 20 and 36: C(19, 10) = 92,378 and C(35, 18) = 4,537,567,650; at 20 × 20 it is .5199.
  const efficient = (rows: number, columns: number): number[] =>
    worlds(standingOvation, seats(rows, columns), { order: "random" }, 2_000).map((row) => row[EFFICIENT]);
  expectMean(efficient(4, 5), 0.5 + 92_378 / 2 ** 20);
  expectMean(efficient(9, 4), 0.5 + 4_537_567_650 / 2 ** 36);
});

test("people stand at first where quality plus noise exceeds the threshold, and not where it equals it", () => {
  // P(.6 + .2(2u − 1) > .5) = .75; 4,000 people, false alarm 1e-6; catches .75 → .79.
  const theatre = seats(20, 20);
  let stood = 0;
  for (let world = 0; world < 10; world++) {
    const { first, perceived } = start(standingOvation, theatre, {
      parameters: { quality: 0.6, noise: 0.2 },
      world,
    }).state;
    stood += first.reduce((sum, is) => sum + is, 0);
    for (const is of perceived) expect(Math.abs(is - 0.6)).toBeLessThanOrEqual(0.2 + 1e-12);
  }
  expectShare(stood, 4_000, 0.75);
  expect(start(standingOvation, theatre, { parameters: { noise: 0 } }).measure().allSit).toBe(1);
});

test("an audience that never rests is stopped after 1,000 sweeps, and has no number of sweeps", () => {
  // Two who watch each other and differ change places for ever, all at once.
  const pair = tiny(2, [[0, 1]]);
  const rows = worlds(standingOvation, pair, {}, 40);
  expect(rows.some((row) => row[SETTLED] === 0)).toBe(true);
  for (const row of rows) expect(Number.isNaN(row[SWEEPS])).toBe(row[SETTLED] === 0);
  const blinking = start(standingOvation, pair, { world: rows.findIndex((row) => row[SETTLED] === 0) });
  finish(blinking, standingOvation.steps as number);
  expect([blinking.time, blinking.resting]).toEqual([1_000, false]);
});

/** Node 3 sees 0, 1 and 2, of whom 0 stands; who stands shows that it loved it. */
test("one who loved it and counts three times outweighs two who sit, and twice makes a tie", () => {
  const watched = tiny(
    4,
    [
      [0, 3],
      [1, 3],
      [2, 3],
    ],
    true,
  );
  const after = (emphasis: number, loved: number): number => {
    const world = start(standingOvation, watched, { parameters: { emphasis, loved, tie: "keep" } });
    world.state.standing.set([1, 0, 0, 0]);
    // 1 loved it but sits: silent
    world.state.loud.set(Array.from([0.95, 0.99, 0.2, 0.2], (perceived) => Number(perceived > loved)));
    world.step();
    return world.state.standing[3];
  };
  expect(after(3, 0.9)).toBe(1);
  expect(after(2, 0.9)).toBe(0);
  expect(after(1, 0.9)).toBe(0);
  expect(after(3, 0.99)).toBe(0);
});

test("people who love the show carry others: with emphasis more end up standing, world by world", () => {
  const of = (emphasis: number) => worlds(standingOvation, seats(6, 6), { order: "random", emphasis, loved: 0.8 }, 200);
  const [plain, strong] = [of(1), of(5)];
  strong.forEach((row, world) => expect(row[STANDING]).toBeGreaterThanOrEqual(plain[world][STANDING]));
  expect(strong.filter((row, world) => row[STANDING] > plain[world][STANDING]).length).toBeGreaterThan(20);
});

test("friends of one mind stand or sit together at first, and each stands as often as before", () => {
  const theatre = seats(5, 6);
  let stood = 0;
  for (let world = 0; world < 500; world++) {
    const { first } = start(standingOvation, theatre, {
      parameters: { party: 3, shared: 1, threshold: 0.3 },
      world,
    }).state;
    for (let i = 0; i < 30; i += 3) {
      expect(new Set(first.slice(i, i + 3)).size).toBe(1);
      stood += first[i];
    }
  }
  expectShare(stood, 5_000, 0.7);
});

test("of two friends both go by the party's impression with the chance of one, squared", () => {
  // 2,500 parties at .5: a quarter perceive the very same; false alarm 1e-6; catches .25 → .30.
  let alike = 0;
  for (let world = 0; world < 250; world++) {
    const { perceived } = start(standingOvation, seats(5, 4), { parameters: { party: 2, shared: 0.5 }, world }).state;
    for (let i = 0; i < 20; i += 2) alike += Number(perceived[i] === perceived[i + 1]);
  }
  expectShare(alike, 2_500, 0.25);
});

test("the front row still stands with chance p where friends sit together", () => {
  const count = 2_000; // false alarm 1e-6; catches .40 → .46
  const rows = worlds(standingOvation, seats(3, 6), { order: "random", threshold: 0.6, party: 3, shared: 0.8 }, count);
  expectShare(rows.filter((row) => row[ALL_STAND] === 1).length, count, 0.4);
});

test("everybody follows the one whom all watch, and who sees nobody stays", () => {
  const famous = tiny(
    6,
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
    ],
    true,
  );
  for (const order of ORDERS) {
    for (let world = 0; world < 20; world++) {
      const { state, step, time } = start(standingOvation, famous, { parameters: { order }, world });
      expect(time).toBe(0);
      step();
      expect([...state.standing]).toEqual(Array(6).fill(state.first[0]));
    }
  }
});

test("20 × 20: at once rests later than one by one, which rests later than by incentive; cones rest sooner and leave fewer out of step", () => {
  // 30 paired worlds, ties keep; each difference beyond five standard errors, false alarm 6e-7.
  const rows = (order: string, view: string): number[][] =>
    worlds(standingOvation, seats(20, 20, view), { order, tie: "keep" }, 30);
  const clearlyMore = (a: number[][], b: number[][], at: number): void => {
    const { mean, variance, count } = summary(
      a.map((row, world) => row[at] - b[world][at]).filter((gap) => !Number.isNaN(gap)),
    );
    expect(mean).toBeGreaterThan(5 * Math.sqrt(variance / count));
  };
  const five = rows("random", "five");
  const cone = rows("random", "cone");
  clearlyMore(rows("synchronous", "five"), five, SWEEPS);
  clearlyMore(five, rows("incentive", "five"), SWEEPS);
  clearlyMore(five, cone, SWEEPS);
  clearlyMore(five, cone, STUCK);
});

import { expect, test } from "vitest";
import { sequence, streamKey } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { advocateProgram } from "../../../models/programs/advocate-program.ts";
import { creditsOf } from "../../../models/ledger/credit/removal.ts";
import { rerunOf } from "../../../models/ledger/credit/rerun.ts";
import { shapley } from "../../../models/ledger/credit/shapley.ts";
import { byScore, sampleByScore } from "../../../models/ledger/credit/strata.ts";
import { equityOf } from "../../../models/market/worth.ts";
import { samplingProgram } from "../../../models/programs/sampling-program.ts";

const source = (name: string) => sequence(streamKey("1", name));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A path of five, members 0 and 4: talk moves everybody, nobody leaves, no discount, five weeks. */
const sure = {
  talk: 1,
  halfLife: 0,
  strong: 1,
  weighting: "equal",
  trial: 0,
  advertising: 0,
  awareAtStart: 0,
  quality: 1,
  rivalTrial: 0,
  leaving: 0,
  spread: 0,
  margin: 1,
  discount: 0,
  horizon: 5,
  terminal: "none",
  use: 1,
  sampleCost: 0,
  samples: 1,
  clutter: 0,
} as const;
const path = generate("path:nodes=5", "1");
const sampled = rerunOf(samplingProgram, path, {
  seed: "1",
  world: 0,
  parameters: { ...sure, duty: 0, invited: 0, improvement: 0, members: ["0", "4"] },
});
const managed = rerunOf(advocateProgram, path, {
  seed: "1",
  world: 0,
  parameters: { ...sure, boost: 0, falseAlarms: 0, scoring: "volume", members: ["0", "4"] },
});

test.each([
  ["sampling", sampled],
  ["advocates", managed],
] as const)("%s: at both ends of a path of five each member is worth 6, and both together 21", (_, rerun) => {
  expect(equityOf(rerun([]))).toBe(21);
  expect(creditsOf(rerun, [0, 4])).toEqual([
    { member: 0, value: 6, own: 4, direct: 2, indirect: 0, lastTouch: expect.any(Number) as number },
    { member: 4, value: 6, own: 4, direct: 2, indirect: 0, lastTouch: expect.any(Number) as number },
  ]);
  const shares = shapley([0, 4], (leftOut) => equityOf(rerun(leftOut)), 1, source("shapley"));
  expect(shares.map(({ value }) => value)).toEqual([10.5, 10.5]);
});

test("last touch gives a member the customers talked to last, and who came unasked to nobody", () => {
  // 0 and 4 start by a sample of their own, so nobody touched them; 1 and 2 heard 0 or 1 first, 3 heard 4.
  const credits = creditsOf(sampled, [0, 4]);
  expect(credits.map(({ lastTouch }) => lastTouch)).toEqual([4, 4]);
  expect(sampled([]).state.touch[2]).toBe(1); // the lower of two who talk in one week
});

const town = generate("watts-strogatz:nodes=120,degree=8,rewire=0.3", "1");
const lively = {
  talk: 0.2,
  strong: 0.1,
  weak: 0.03,
  customersAtStart: 0.2,
  horizon: 40,
  rivalAtStart: 0.1,
  asking: 0.1,
  answerCapacity: 0.02,
  minimumContacts: 0,
  memberShare: 0.1,
  joining: 1,
} as const;
const busy = (world: number) =>
  rerunOf(advocateProgram, town, {
    seed: "4",
    world,
    parameters: { ...lively, pay: 5, scoring: "volume", seekers: 0.3, schedule: "0-20:40+28-40:60" },
  });

test("own, direct and indirect credit add up to the value, with pay, audits, support and schedules", () => {
  let indirect = 0;
  for (let world = 0; world < 3; world++) {
    const rerun = busy(world);
    const members = sampleByScore(rerun([]), 6);
    for (const credit of creditsOf(rerun, members)) {
      const parts = [credit.own, credit.direct, credit.indirect];
      expect(Math.abs(sum(parts) - credit.value)).toBeLessThanOrEqual(
        1e-9 * sum([...parts.map(Math.abs), equityOf(rerun([]))]),
      );
      if (credit.indirect !== 0) indirect++;
    }
  }
  expect(indirect).toBeGreaterThan(3);
});

test("the budget of who was never recruited goes to nobody else", () => {
  const rerun = rerunOf(advocateProgram, town, {
    seed: "4",
    world: 0,
    parameters: { ...lively, discount: 0, pay: 5, scoring: "volume", schedule: "0-20:40+28-40:60" },
  });
  const all = rerun([]);
  const first = all.state.enrolled.findIndex(
    (one, i) => one === 1 && (all.state as unknown as { turn: Int32Array }).turn[i] <= 12,
  );
  const spent = (leftOut: number[]): number => {
    const { running, paidMember, paidFraud } = rerun(leftOut).state;
    return sum([...running!, ...paidMember!, ...paidFraud!]);
  };
  expect(spent([])).toBeCloseTo(20 * 40 + 12 * 60, 9);
  expect(spent([first])).toBeCloseTo((20 * 40 + 12 * 60) * (11 / 12), 9); // twelve places
});

test("last touch finds worth in members of whom most, by removal, cost more than they bring", () => {
  let [members, credited, dear, both] = [0, 0, 0, 0];
  for (let world = 0; world < 3; world++) {
    const rerun = rerunOf(advocateProgram, town, {
      seed: "4",
      world,
      parameters: { ...lively, pay: 5, scoring: "volume" },
    });
    for (const { value, lastTouch } of creditsOf(rerun, byScore(rerun([])))) {
      members++;
      if (lastTouch > 0) credited++;
      if (value < 0) dear++;
      if (lastTouch > 0 && value < 0) both++;
    }
  }
  expect(both / credited).toBeGreaterThan(0.5);
  expect(dear / members).toBeGreaterThan(0.7);
});

test("sampled Shapley values always add up, and many orders give those of all orders", () => {
  const rerun = busy(1);
  const players = byScore(rerun([])).slice(0, 3);
  const worth = (leftOut: readonly number[]): number => equityOf(rerun(leftOut));
  const total = worth([]) - worth(players);
  const few = shapley(players, worth, 2, source("few"));
  expect(sum(few.map(({ value }) => value))).toBeCloseTo(total, 7);
  const [a, b, c] = players;
  // By hand for the first of three: a third alone, a sixth after each other one, a third last.
  const exact =
    (worth([b, c]) - worth(players)) / 3 +
    (worth([c]) - worth([a, c])) / 6 +
    (worth([b]) - worth([a, b])) / 6 +
    (worth([]) - worth([a])) / 3;
  const many = shapley(players, worth, 300, source("many"))[0];
  expect(Math.abs(many.value - exact)).toBeLessThanOrEqual(5 * many.error + 1e-9); // false alarm 6e-7
});

test("a stratified sample has members of every part of the order of scores", () => {
  const arm = busy(0)([]);
  const order = byScore(arm);
  expect(sampleByScore(arm, 3)).toEqual([1 / 6, 1 / 2, 5 / 6].map((at) => order[Math.floor(at * order.length)]));
  expect(sampleByScore(arm, 1000)).toEqual(order);
});

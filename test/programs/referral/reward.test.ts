import fc from "fast-check";
import { expect, test } from "vitest";
import { referralParameters, type ReferralValues } from "../../../models/programs/referral/parameters.ts";
import { costOf, offerOf, payOf, pullOf, rewardFaults } from "../../../models/programs/referral/reward.ts";

type Scheme = Pick<ReferralValues, "sides" | "kind" | "shape" | "reward" | "friendPay" | "cap" | "breakage">;
const stepsOf = (text: string) => referralParameters.reward.read(text);
const plain: Scheme = {
  sides: "both",
  kind: "cash",
  shape: "linear",
  reward: stepsOf("1:25"),
  friendPay: 10,
  cap: 0,
  breakage: 0.2,
};
const first = (scheme: Scheme, count = 6): number[] => Array.from({ length: count }, (_, k) => payOf(scheme, k + 1));

test("linear pay is the same each time, a threshold pays once, tiers pay the highest step reached", () => {
  expect(first(plain)).toEqual([25, 25, 25, 25, 25, 25]);
  expect(first({ ...plain, shape: "threshold", reward: stepsOf("2:30+5:100") })).toEqual([0, 30, 0, 0, 100, 0]);
  expect(first({ ...plain, shape: "tiers", reward: stepsOf("2:30+5:40.5") })).toEqual([0, 30, 30, 30, 40.5, 40.5]);
});

test("a referrer is paid up to the cap, and not where only the friend is or nobody", () => {
  expect(first({ ...plain, cap: 2 })).toEqual([25, 25, 0, 0, 0, 0]);
  expect(first({ ...plain, sides: "friend" })).toEqual([0, 0, 0, 0, 0, 0]);
  expect([0, 1, 2].map((approved) => offerOf({ ...plain, cap: 2 }, approved))).toEqual([
    { referrer: 25, friend: 10 },
    { referrer: 25, friend: 10 },
    { referrer: 0, friend: 10 },
  ]);
  expect(offerOf({ ...plain, sides: "none" }, 0)).toEqual({ referrer: 0, friend: 0 });
  expect(offerOf({ ...plain, sides: "referrer" }, 0)).toEqual({ referrer: 25, friend: 0 });
});

test("pay at a threshold ahead is offered in equal parts for what is missing, unless the cap comes first", () => {
  const threshold: Scheme = { ...plain, sides: "referrer", shape: "threshold", reward: stepsOf("3:30+5:100") };
  expect([0, 1, 2, 3, 4, 5].map((approved) => offerOf(threshold, approved).referrer)).toEqual([10, 15, 30, 50, 100, 0]);
  expect(offerOf({ ...threshold, cap: 4 }, 3).referrer).toBe(0);
});

test("whatever the steps, the pay of n referrals at thresholds is the pay of the steps reached", () => {
  const pays = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 5 }), pay: fc.integer({ min: 0, max: 99 }) }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(pays, fc.integer({ min: 1, max: 30 }), (rows, n) => {
      let from = 0;
      const steps = rows.map(({ gap, pay }) => ({ from: (from += gap), pay }));
      const reward = stepsOf(steps.map((step) => `${step.from}:${step.pay}`).join("+"));
      const sum = first({ ...plain, shape: "threshold", reward }, n).reduce((total, pay) => total + pay, 0);
      return (
        sum === steps.filter((step) => step.from <= n).reduce((total, { pay }) => total + pay, 0) &&
        rewardFaults({ reward, shape: "tiers" }).length === 0
      );
    }),
  );
});

test("credit costs what is redeemed of it, and status neither costs nor pulls", () => {
  expect([
    costOf(plain, 50),
    costOf({ ...plain, kind: "credit" }, 50),
    costOf({ ...plain, kind: "status" }, 50),
  ]).toEqual([50, 40, 0]);
  expect(pullOf({ kind: "cash", halfReward: 10 }, { referrer: 20, friend: 10 })).toBe(0.75);
  expect(pullOf({ kind: "status", halfReward: 10 }, { referrer: 20, friend: 10 })).toBe(0);
  expect(pullOf({ kind: "cash", halfReward: 0 }, { referrer: 0, friend: 0 })).toBe(0);
});

test("steps out of order and linear pay with steps are refused", () => {
  expect(rewardFaults({ shape: "linear", reward: stepsOf("1:25") })).toEqual([]);
  expect(rewardFaults({ shape: "tiers", reward: stepsOf("5:40+1:25") })).toEqual([
    "reward must have steps from 1 on in rising order, got 5:40+1:25",
  ]);
  expect(rewardFaults({ shape: "tiers", reward: stepsOf("0:40") })).toHaveLength(1);
  expect(rewardFaults({ shape: "linear", reward: stepsOf("1:25+5:40") })).toEqual([
    "shape=linear must have a reward of one step from 1 on, got 1:25+5:40",
  ]);
});

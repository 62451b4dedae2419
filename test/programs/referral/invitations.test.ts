import { expect, test } from "vitest";
import { type ReferralValues } from "../../../models/programs/referral/parameters.ts";
import { raisesOf, trustOf } from "../../../models/programs/referral/invitations.ts";
import { premiumOf } from "../../../models/programs/referral/referred.ts";

const values = {
  kind: "cash",
  weakRaise: 1,
  strongRaise: 0.3,
  sizeRaise: 0.2,
  halfReward: 10,
  suspicion: 0.3,
  referredPremium: 0.1,
  selectionLoss: 0.5,
} as ReferralValues;

test("pay for the referrer raises weak ties, pay for the friend strong ones, and its size both", () => {
  expect(raisesOf(values, { referrer: 0, friend: 0 })).toEqual({ strong: 1, weak: 1 });
  const one = raisesOf(values, { referrer: 30, friend: 0 });
  expect([one.strong, one.weak]).toEqual([1.15, 2.15]);
  const other = raisesOf(values, { referrer: 0, friend: 10 });
  expect(other.strong).toBeCloseTo(1.4, 12);
  expect(other.weak).toBeCloseTo(1.1, 12);
  expect(raisesOf({ ...values, kind: "status" }, { referrer: 30, friend: 10 })).toEqual({ strong: 1.3, weak: 2 });
});

test("only cash for the referrer alone makes acquaintances suspicious", () => {
  expect(trustOf(values, { referrer: 25, friend: 0 })).toBe(0.7);
  expect(trustOf(values, { referrer: 25, friend: 1 })).toBe(1);
  expect(trustOf(values, { referrer: 0, friend: 0 })).toBe(1);
  expect(trustOf({ ...values, kind: "status" }, { referrer: 25, friend: 0 })).toBe(1);
});

test("money takes from the premium a part of its size, whichever its sign", () => {
  expect(premiumOf(values, { referrer: 30, friend: 0 })).toBeCloseTo(0.0625, 12);
  expect(premiumOf({ ...values, referredPremium: -0.1 }, { referrer: 30, friend: 0 })).toBeCloseTo(-0.1375, 12);
  expect(premiumOf(values, { referrer: 0, friend: 0 })).toBe(0.1);
});

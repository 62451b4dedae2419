import { expect, test } from "vitest";
import { finish, simulator, start } from "../../../models/core/index.ts";
import { market } from "../../../models/market/market.ts";
import { referralProgram } from "../../../models/programs/referral-program.ts";
import { type Settings, small, common, program, ran, names } from "../../support/referred.ts";

const known = new Map<string, number[]>();

/** The sum of a measure over 6 worlds. */
function measured(measure: keyof typeof referralProgram.measures, parameters: Settings): number {
  const key = JSON.stringify(parameters);
  const totals = known.get(key) ?? names.map(() => 0);
  if (!known.has(key)) {
    const out = new Float64Array(names.length);
    const simulate = simulator(referralProgram, small, {
      parameters: { ...common, ...program, ...parameters },
      seed: "2",
    });
    for (let world = 0; world < 6; world++) {
      simulate(world, out);
      out.forEach((value, at) => (totals[at] += value));
    }
    known.set(key, totals);
  }
  return totals[names.indexOf(measure)];
}

test("with every mechanism off the market is the one without a program, bit for bit", () => {
  for (let world = 0; world < 3; world++) {
    const none = start(market, small, { parameters: common, seed: "2", world });
    finish(none, Infinity);
    const given = ran({ inviting: 0, sides: "none" }, world).state;
    for (const [name, column] of Object.entries(none.state))
      expect(given[name as keyof typeof given], name).toEqual(column);
  }
});

const switches: readonly { off: Settings; other: Settings }[] = [
  {
    off: { sides: "none" },
    other: {
      kind: "credit",
      shape: "tiers",
      reward: "1:2+3:70",
      friendPay: 7,
      cap: 1,
      delay: 9,
      minimumWeeks: 3,
      cheats: 0.9,
      leakage: 0.9,
      suspicion: 0.9,
      sizeRaise: 3,
      selectionLoss: 0.9,
      newOnly: false,
    },
  },
  {
    off: { inviting: 0, sides: "both" },
    other: {
      weakRaise: 9,
      strongRaise: 9,
      suspicion: 1,
      referredPremium: 0.4,
      selectionLoss: 0.9,
      retention: 0.5,
      doubleAccounts: 1,
    },
  },
  { off: { kind: "cash" }, other: { breakage: 0.9 } },
  {
    off: { kind: "status" },
    other: { breakage: 0.9, cheats: 1, halfReward: 1, suspicion: 1, sizeRaise: 9, selectionLoss: 1 },
  },
  { off: { sides: "referrer" }, other: { friendPay: 99, strongRaise: 9 } },
  { off: { sides: "friend" }, other: { reward: "1:99", cap: 1, weakRaise: 9, suspicion: 1 } },
  { off: { sides: "both" }, other: { suspicion: 1 } },
  { off: { sizeRaise: 0, cheats: 0, selectionLoss: 0 }, other: { halfReward: 1 } },
  { off: { referredPremium: 0 }, other: { selectionLoss: 1 } },
  { off: { cheats: 0 }, other: { selfReferral: 1, doubleAccounts: 1, matching: 1 } },
  { off: { selfReferral: 0, doubleAccounts: 0 }, other: { cheats: 1, matching: 1 } },
  { off: { falseAlarms: 0 }, other: { auditArea: 1 } },
  { off: { cap: 0 }, other: { cap: 1_000_000 } },
  { off: { shape: "linear" }, other: { shape: "tiers" } },
  { off: { leastWorth: 0 }, other: { leastWorth: 1e-9 } },
  { off: { mostLeaving: 1 }, other: { mostLeaving: 0.01 } },
];

test.each(switches.map((one) => [JSON.stringify(one.off), one] as const))(
  "%s turns off what hangs on it",
  (_, { off, other }) => {
    const plain = ran(off, 1).state;
    const same = ran({ ...off, ...other }, 1).state;
    for (const name of Object.keys(plain) as (keyof typeof plain)[]) expect(same[name], name).toEqual(plain[name]);
  },
);

const split = { segments: "loyal:0.5/1/1/1/1+fickle:0.5/1/1/3/1" } as const;
const moves: readonly { measure: keyof typeof referralProgram.measures; more: Settings; less: Settings }[] = [
  { measure: "adopted", more: { sides: "none" }, less: { sides: "none", inviting: 0 } },
  { measure: "referred", more: {}, less: { inviting: 0 } },
  { measure: "invitations", more: { sides: "referrer" }, less: { sides: "none" } },
  { measure: "invitations", more: { sides: "friend" }, less: { sides: "none" } },
  { measure: "invitations", more: { sides: "both" }, less: { sides: "friend" } },
  { measure: "invitations", more: { weakRaise: 2 }, less: { weakRaise: 0 } },
  { measure: "invitations", more: { sides: "friend", strongRaise: 2 }, less: { sides: "friend", strongRaise: 0 } },
  { measure: "invitations", more: { sizeRaise: 2 }, less: { sizeRaise: 0 } },
  { measure: "invitations", more: { sizeRaise: 2, halfReward: 1 }, less: { sizeRaise: 2, halfReward: 100 } },
  { measure: "invitations", more: { cap: 0 }, less: { cap: 1 } },
  { measure: "invitations", more: { tenure: 0 }, less: { tenure: 26 } },
  { measure: "invitations", more: { leastWorth: 0 }, less: { leastWorth: 1.5 } },
  { measure: "invitations", more: { ...split, mostLeaving: 1 }, less: { ...split, mostLeaving: 0.015 } },
  { measure: "adopted", more: { suspicion: 0, weak: 0.3 }, less: { suspicion: 1, weak: 0.3 } },
  { measure: "paid", more: { sides: "both" }, less: { sides: "referrer" } },
  { measure: "paid", more: { kind: "credit", breakage: 0 }, less: { kind: "credit", breakage: 0.5 } },
  { measure: "paid", more: { kind: "credit" }, less: { kind: "status" } },
  { measure: "paid", more: { shape: "tiers", reward: "1:25+2:40" }, less: { reward: "1:25" } },
  { measure: "paid", more: { reward: "1:25" }, less: { shape: "threshold", reward: "2:25" } },
  { measure: "paid", more: { cap: 0 }, less: { cap: 1 } },
  { measure: "paid", more: { delay: 0, voidOnReturn: false }, less: { delay: 20, voidOnReturn: false } },
  { measure: "paid", more: { minimumWeeks: 0, leaving: 0.03 }, less: { minimumWeeks: 20, leaving: 0.03 } },
  {
    measure: "granted",
    more: { voidOnReturn: false, leaving: 0.03, delay: 12 },
    less: { voidOnReturn: true, leaving: 0.03, delay: 12 },
  },
  { measure: "granted", more: { newOnly: false }, less: { newOnly: true } },
  { measure: "equity", more: { kind: "status", referredPremium: 0.5 }, less: { kind: "status", referredPremium: 0 } },
  {
    measure: "equity",
    more: { referredPremium: 0.5, selectionLoss: 0 },
    less: { referredPremium: 0.5, selectionLoss: 1 },
  },
  { measure: "customers", more: { retention: 0.9, leaving: 0.03 }, less: { retention: 0, leaving: 0.03 } },
  { measure: "fraudulent", more: { cheats: 0.3 }, less: { cheats: 0 } },
  { measure: "fraudulent", more: { selfReferral: 0.5 }, less: { selfReferral: 0 } },
  {
    measure: "fraudulent",
    more: { cheats: 0.5, selfReferral: 0, doubleAccounts: 1 },
    less: { cheats: 0.5, selfReferral: 0, doubleAccounts: 0 },
  },
  { measure: "fraudulent", more: { matching: 0 }, less: { matching: 0.9 } },
  { measure: "fraudulent", more: { falseAlarms: 0 }, less: { falseAlarms: 0.05 } },
  { measure: "fraudulent", more: { auditArea: 1 }, less: { auditArea: 0.05 } },
  { measure: "fraudulent", more: { reward: "1:100" }, less: { reward: "1:1" } },
  { measure: "leaked", more: { leakage: 0.5 }, less: { leakage: 0 } },
  { measure: "wronged", more: { falseAlarms: 0.2 }, less: { falseAlarms: 0 } },
  { measure: "unhappy", more: { falseAlarms: 0.2, quality: 1 }, less: { falseAlarms: 0, quality: 1 } },
  { measure: "cash", more: { runningCost: 0 }, less: { runningCost: 5 } },
];

test.each(moves.map((one) => [one.measure, JSON.stringify(one.more), JSON.stringify(one.less), one] as const))(
  "%s: %s has more than %s",
  (_, __, ___, { measure, more, less }) => {
    expect(measured(measure, more)).toBeGreaterThan(measured(measure, less));
  },
);

import { expect, test } from "vitest";
import { digest, finish, simulator, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { ledger, netOf } from "../../models/ledger/ledger.ts";
import { equityOf } from "../../models/market/worth.ts";
import { market } from "../../models/market/market.ts";
import { join } from "../../models/market/trial.ts";
import { KINDS } from "../../models/programs/referral/state.ts";
import { referralProgram } from "../../models/programs/referral-program.ts";
import { band } from "../support/bands.ts";
import { type Settings, small, common, program, ran, names } from "../support/referred.ts";

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

test("only members invite, quote codes and are paid; where everybody is one it is as if nobody were named", () => {
  const members = Array.from({ length: 40 }, (_, i) => small.keys.key(3 * i));
  const { state } = ran({ members, leakage: 1, cheats: 1, newOnly: false });
  const isMember = (j: number): boolean => j % 3 === 0 && j < 120;
  const involved = [...new Set([...state.inviter, ...state.owner])].filter((j) => j >= 0);
  expect(involved.length).toBeGreaterThan(3);
  expect(involved.filter((j) => !isMember(j))).toEqual([]);
  const paid = [...state.approved.keys()].filter((j) => state.approved[j] > 0 || state.selfDue[j] >= 0);
  expect(paid.length).toBeGreaterThan(3);
  expect(paid.filter((j) => !isMember(j))).toEqual([]);
  expect(ran({}).state.inviter.some((j) => j >= 0 && !isMember(j))).toBe(true);
  expect(ran({ members: Array.from({ length: 150 }, (_, i) => small.keys.key(i)) }).state).toEqual(ran({}).state);
});

test("where nobody invites, pay for quoted codes buys nothing", () => {
  const none = start(market, small, { parameters: common, seed: "2" });
  finish(none, Infinity);
  const given = ran({ inviting: 0, cheats: 0, falseAlarms: 0, sides: "both" });
  const lines = ledger(none, given);
  expect(lines.deadweight).toBeGreaterThan(0);
  expect(netOf(lines)).toBe(-lines.deadweight);
});

const schemes: readonly Settings[] = [
  { sides: "referrer", shape: "threshold", reward: "1:20+3:60", newOnly: false, grudge: 8 },
  {
    sides: "both",
    kind: "credit",
    shape: "tiers",
    reward: "1:25+3:40",
    cap: 5,
    minimumWeeks: 4,
    voidOnReturn: false,
    cheats: 0.5,
  },
  { sides: "friend", runningCost: 3, delay: 0, retention: 0.3, referredPremium: -0.2 },
];

test("the lines of the ledger add up to the change in equity in every world, with all mechanisms on", () => {
  let all = 0;
  for (const terminal of ["runOff", "expected", "none"] as const) {
    for (const [k, scheme] of schemes.entries()) {
      for (let world = 0; world < 5; world++) {
        const settings = { ...common, terminal, grudge: scheme.grudge ?? common.grudge };
        const without = start(market, small, { parameters: settings, seed: "3", world });
        const given = start(referralProgram, small, {
          parameters: { ...settings, ...program, ...scheme },
          seed: "3",
          world,
        });
        for (const arm of [without, given]) finish(arm, Infinity);
        const lines = ledger(without, given);
        const size = sum(Object.values(lines).map(Math.abs));
        expect(
          Math.abs(netOf(lines) - (equityOf(given) - equityOf(without))),
          `${terminal}, scheme ${k}, world ${world}`,
        ).toBeLessThanOrEqual(1e-9 * size);
        if (
          [
            lines.expansion,
            lines.acceleration,
            lines.deepening,
            lines.growth,
            lines.timing,
            lines.deadweight,
            lines.fraud,
          ].every((line) => line !== 0)
        )
          all++;
      }
    }
  }
  expect(all).toBeGreaterThan(25); // of 45: the identity is not one of zeros
});

const sure = {
  talk: 0,
  strong: 1,
  weighting: "equal",
  trial: 0,
  advertising: 0,
  awareAtStart: 0,
  quality: 1,
  rivalTrial: 0,
  leaving: 0.5,
  margin: 1,
  horizon: 12,
} as const;

test("a referrer invites, friends join, and each claim is paid once it counts", () => {
  const on = generate("star:nodes=4", "1");
  const run = start(referralProgram, on, {
    parameters: {
      ...sure,
      leaving: 0,
      terminal: "none",
      inviting: 1,
      tenure: 520,
      minimumWeeks: 3,
      delay: 2,
      falseAlarms: 0,
      cheats: 0,
      sides: "both",
      friendPay: 10,
    },
  });
  run.state.settled[0] = 1;
  join({ ...run, week: 0 } as never, 0);
  const paid = Array.from({ length: 8 }, () => {
    run.step();
    return sum(run.state.paidFor) > 0;
  });
  expect([...run.state.start]).toEqual([0, 1, 1, 1]);
  expect([...run.state.touch]).toEqual([-1, 0, 0, 0]);
  expect([...run.state.hop]).toEqual([0, 1, 1, 1]);
  expect([...run.state.enrolled]).toEqual([1, 0, 0, 0]);
  // joined in week 1, three weeks paid by the end of week 3, approved two weeks later
  expect(paid.indexOf(true)).toBe(5);
  const delta = 1.1 ** (-5 / 52);
  for (const cost of run.state.paidFor.subarray(1)) expect(cost).toBeCloseTo(35 * delta, 9);
  expect(run.state.approved[0]).toBe(3);
});

test("what is still open at the horizon is settled there", () => {
  const given = ran({ delay: 400, voidOnReturn: true });
  expect(sum(given.state.paidFor)).toBeGreaterThan(0);
  for (const column of [given.state.claimDue, given.state.doubleDue, given.state.selfDue])
    expect(Math.max(...column)).toBe(-1);
});

test("the audit rejects the honest with chance φ, and of cheats what comparison and φ^θ find", () => {
  // 5,000 claims each; exact bands, false alarm 1e-6 each.
  const crowd = generate("star:nodes=5001", "1");
  const honest = start(referralProgram, crowd, {
    parameters: { ...sure, inviting: 1, tenure: 520, delay: 0, cheats: 0, horizon: 2 },
    seed: "7",
  });
  honest.state.settled[0] = 1;
  honest.state.strain[0] = 0;
  join({ ...honest, week: 0 } as never, 0);
  finish(honest, Infinity);
  const joined = honest.state.claimed[KINDS.indexOf("honest")];
  expect(joined).toBe(5000);
  const void_ = honest.state.end.subarray(1).reduce((count, end) => count + (end === 2 ? 1 : 0), 0);
  const [low, high] = band(joined - void_, 0.05);
  expect(honest.state.rejected[KINDS.indexOf("honest")]).toBeGreaterThanOrEqual(low);
  expect(honest.state.rejected[KINDS.indexOf("honest")]).toBeLessThanOrEqual(high);

  const cheats = {
    cheats: 1,
    selfReferral: 1,
    halfReward: 0,
    inviting: 0,
    tenure: 0,
    delay: 0,
    horizon: 2,
    customersAtStart: 1,
    leaving: 0,
    terminal: "none",
  } as const;
  const selfish = start(referralProgram, crowd, { parameters: { ...sure, ...cheats }, seed: "7" });
  finish(selfish, Infinity);
  expect(selfish.state.claimed[KINDS.indexOf("self")]).toBe(5001);
  const [least, most] = band(5001, 0.5 + 0.5 * 0.05 ** 0.2);
  expect(selfish.state.rejected[KINDS.indexOf("self")]).toBeGreaterThanOrEqual(least);
  expect(selfish.state.rejected[KINDS.indexOf("self")]).toBeLessThanOrEqual(most);
  expect(sum(selfish.state.paidFraud)).toBeCloseTo(
    (25 * selfish.state.granted[KINDS.indexOf("self")]) / 1.1 ** (1 / 52),
    6,
  );
});

test("a reward that is none is refused", () => {
  expect(() => start(referralProgram, small, { parameters: { shape: "linear", reward: "1:25+5:40" } })).toThrow(
    "shape=linear must have a reward of one step",
  );
  expect(() => start(referralProgram, small, { parameters: { reward: "25" } })).toThrow(
    'reward must be from:money steps joined by "+"',
  );
});

test("a lively program gives the digest on record", () => {
  // With the usual numbers nobody may take part in the first 26 weeks, so the record of all models sees no invitation.
  const out = new Float64Array(names.length);
  const simulate = simulator(referralProgram, small, {
    parameters: { ...common, ...program, ...schemes[1] },
    seed: "8",
  });
  simulate(0, out);
  expect(out[names.indexOf("invitations")]).toBeGreaterThan(100);
  expect(digest(out)).toBe("722355c10a829348");
});

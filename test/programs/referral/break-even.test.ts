import { expect, test } from "vitest";
import { finish, type Given, start } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { type Arm, COSTS, ledger, netOf } from "../../../models/ledger/ledger.ts";
import { outcomeOf } from "../../../models/ledger/outcome.ts";
import { worthOf, spellOf } from "../../../models/market/worth.ts";
import { market } from "../../../models/market/market.ts";
import { join } from "../../../models/market/trial.ts";
import { breakEvenReward, lifetimeValue } from "../../../models/programs/referral/break-even.ts";
import { referralProgram } from "../../../models/programs/referral-program.ts";

type Settings = Given<typeof referralProgram.parameters>;
const sure = {
  talk: 0,
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
  horizon: 10,
  terminal: "none",
} as const;
const generous = {
  inviting: 1,
  delay: 0,
  leakage: 0,
  falseAlarms: 0,
  referredPremium: 0,
  retention: 0,
  cheats: 0,
  tenure: 520,
} as const;

/** Both arms of a star whose hub has been a customer all along; leaf i comes by itself in week `unaided[i]`. */
function star({
  leaves,
  common,
  program,
  unaided = {},
}: {
  leaves: number;
  common: Given<typeof market.parameters>;
  program: Settings;
  unaided?: Record<number, number>;
}) {
  const on = generate(`star:nodes=${leaves + 1}`, "1");
  const without = start(market, on, { parameters: common, seed: "4" });
  const given = start(referralProgram, on, { parameters: { ...common, ...program }, seed: "4" });
  given.state.settled[0] = 1;
  for (const arm of [without, given]) {
    join({ ...arm, week: 0 } as never, 0);
    for (let week = 0; week < 6; week++) {
      for (const [i, when] of Object.entries(unaided))
        if (when === week) arm.state.aware[Number(i)] = arm.state.due[Number(i)] = 1;
      arm.step();
    }
    finish(arm, Infinity);
  }
  return { without: without as Arm, given };
}

test("a customer is worth g/(1 − (1 − c)/(1 + d)), and 9.89 % more if 18 % less likely to leave", () => {
  expect(lifetimeValue(1, 0.1, 0.1)).toBeCloseTo(5.5, 12);
  expect(lifetimeValue(1, 0.082, 0.1)).toBeCloseTo(6.043956, 6);
  expect(lifetimeValue(1, 0.082, 0.1) / lifetimeValue(1, 0.1, 0.1) - 1).toBeCloseTo(0.0989, 4);
});

test("the invited are worth that in the model while their referrer stays", () => {
  // 20,000 friends of one referrer who never leaves; bands of 5 standard errors, false alarm 6e-7 each.
  for (const [retention, leaving] of [
    [0, 0.1],
    [0.18, 0.082],
  ]) {
    const on = generate("star:nodes=20001", "1");
    const common = { ...sure, leaving: 0.1, discount: 1.1 ** 52 - 1, horizon: 3, terminal: "runOff" } as const;
    const run = start(referralProgram, on, {
      parameters: { ...common, ...generous, retention, sides: "none" },
      seed: "5",
    });
    run.state.settled[0] = 1;
    run.state.strain[0] = 0;
    join({ ...run, week: 0 } as never, 0);
    finish(run, Infinity);
    const worth = worthOf(run);
    const values = [...on.nodes].slice(1).map((i) => {
      const spell = spellOf(run, i);
      expect(spell?.start).toBe(1);
      return spell ? worth(i, spell) * 1.1 : NaN; // as seen from the week of joining
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - lifetimeValue(1, leaving, 0.1))).toBeLessThan(5 * Math.sqrt(variance / values.length));
    expect(5 * Math.sqrt(variance / values.length)).toBeLessThan(0.2); // 5.5 and 6.04 can be told apart
  }
});

test("40 more for a reward of 25 are a return of .6", () => {
  const both = star({
    leaves: 1,
    common: { ...sure, horizon: 9, margin: 5 },
    program: { ...generous, reward: "1:25" },
  });
  const { expansion, growth, spend, roi } = outcomeOf(both.without, both.given);
  expect([expansion, growth, spend]).toEqual([40, 25, 25]);
  expect(roi).toBeCloseTo(0.6, 12);
});

test("by hand: one who would not have come, one sooner, one who came anyway, one who is not real", () => {
  const fraud = { cheats: 1, selfReferral: 1, halfReward: 0, sizeRaise: 0, matching: 0, cap: 4 } as const;
  const reward = breakEvenReward({ growth: 1 / 4, timing: 1 / 4 }, { value: 9, gain: 4 });
  expect(reward).toBe(3.25);
  const both = star({
    leaves: 3,
    common: sure,
    program: { ...generous, ...fraud, reward: `1:${reward}` },
    unaided: { 1: 5, 2: 1 },
  });
  expect([...both.without.state.start]).toEqual([0, 5, 1, -1]);
  expect([...both.given.state.start]).toEqual([0, 1, 1, 1]);
  const lines = ledger(both.without, both.given);
  expect(lines).toMatchObject({
    own: 0,
    expansion: 9,
    acceleration: 4,
    deepening: 0,
    growth: 3.25,
    timing: 3.25,
    deadweight: 3.25,
    fraud: 3.25,
    members: 0,
  });
  expect(netOf(lines)).toBe(0);
});

test("at R = I·CLV + A·gain the ledger of a whole market is 0, in every world", () => {
  const on = generate("watts-strogatz:nodes=150,degree=8,rewire=0.3", "1");
  const common = {
    talk: 0.2,
    strong: 0.3,
    weak: 0.1,
    customersAtStart: 0.2,
    leaving: 0.02,
    discount: 0,
    advertising: 0.05,
    rivalAtStart: 0.1,
    horizon: 40,
  } as const;
  const program = {
    tenure: 0,
    delay: 0,
    minimumWeeks: 0,
    inviting: 0.1,
    leakage: 0.5,
    cheats: 0.2,
    selfReferral: 0.1,
    halfReward: 0,
    referredPremium: 0,
    retention: 0,
    falseAlarms: 0,
  } as const;
  for (let world = 0; world < 5; world++) {
    const without = start(market, on, { parameters: common, seed: "6", world });
    finish(without, Infinity);
    const withReward = (reward: number) => {
      const given = start(referralProgram, on, {
        parameters: { ...common, ...program, reward: `1:${reward}` },
        seed: "6",
        world,
      });
      finish(given, Infinity);
      return { given, lines: ledger(without, given) };
    };
    const { lines, given } = withReward(1); // each claim costs 1, so the costs count the claims
    const claims = COSTS.reduce((sum, line) => sum + lines[line], 0);
    expect(claims).toBe(given.state.approved.reduce((sum, one) => sum + one, 0));
    for (const line of ["growth", "timing", "deadweight", "fraud"] as const) expect(lines[line]).toBeGreaterThan(0);
    // Talk of the invited brings others too: all that the program brings is divided among the claims.
    const value = (lines.expansion + lines.displacement) / lines.growth;
    const gain = (lines.own + lines.acceleration + lines.deepening) / lines.timing;
    const reward = breakEvenReward({ growth: lines.growth / claims, timing: lines.timing / claims }, { value, gain });
    expect(reward).toBeGreaterThan(0);
    const { lines: even } = withReward(reward);
    expect(Math.abs(netOf(even))).toBeLessThan(
      1e-9 * Object.values(even).reduce((sum, line) => sum + Math.abs(line), 0),
    );
  }
});

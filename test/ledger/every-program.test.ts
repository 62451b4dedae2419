import { expect, test } from "vitest";
import { finish, type Given, type Model, start } from "../../models/core/index.ts";
import { advocateProgram } from "../../models/programs/advocate-program.ts";
import { type Arm, ledger, netOf, socialValue } from "../../models/ledger/ledger.ts";
import { equityOf } from "../../models/market/worth.ts";
import { market } from "../../models/market/market.ts";
import { referralProgram } from "../../models/programs/referral-program.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";
import { generate } from "../../models/networks/specification.ts";
import { NINE_TENTHS, expectBalanced, lively, program } from "../support/ledger-arms.ts";

/**
 * What each program is when it does nothing, what it then spends for nothing, and at work without touching leaving or
 * margin.
 */
const programs: readonly {
  model: Model;
  nothing: Record<string, unknown>;
  spending: Record<string, unknown>;
  work: Record<string, unknown>;
}[] = [
  {
    model: samplingProgram,
    nothing: { memberShare: 0, samples: 0, duty: 0 },
    spending: { duty: 40 },
    work: { ...program, improvement: 0 },
  },
  {
    model: samplingProgram,
    nothing: { minimumContacts: 0, memberShare: 0.1, samples: 0, duty: 0, improvement: 0, invited: 0 },
    spending: {},
    work: { ...program, memberShare: 0.2, improvement: 0, invited: 0.5, statusBoost: 3 },
  },
  {
    model: advocateProgram,
    nothing: { minimumContacts: 0, memberShare: 0.1, samples: 0, boost: 0, answers: 0, falseAlarms: 0 },
    spending: { runningCost: 10 },
    work: { minimumContacts: 0, memberShare: 0.1, pay: 20, falseAlarms: 0 },
  },
  {
    model: referralProgram,
    nothing: { inviting: 0, sides: "none" },
    spending: { runningCost: 10 },
    work: { tenure: 0, inviting: 0.3, sides: "both", retention: 0, referredPremium: 0, cheats: 0.3 },
  },
];
const named = programs.map((one) => [one.model.name, JSON.stringify(one.nothing), one] as const);

/** Both arms of a world with any program. */
function armsOf({
  model,
  spec,
  common,
  program: given,
  world,
}: {
  model: Model;
  spec: string;
  common: Given<typeof market.parameters>;
  program: Record<string, unknown>;
  world: number;
}): { without: Arm; given: Arm } {
  const on = generate(spec, "1");
  const without = start(market, on, { parameters: common, seed: "1", world });
  const run = start(model, on, { parameters: { ...common, ...given }, seed: "1", world });
  for (const arm of [without, run]) finish(arm, Infinity);
  return { without, given: run as unknown as Arm };
}

test.each(named)(
  "%s that does and costs nothing changes nothing in any world, whatever the terminal: %s",
  (_, __, { model, nothing }) => {
    for (const terminal of ["runOff", "expected", "none"] as const) {
      for (let world = 0; world < 10; world++) {
        const both = armsOf({
          model,
          spec: "watts-strogatz:nodes=100,degree=6,rewire=0.2",
          common: { ...lively, terminal, asking: 0.1, customersAtStart: 0.1 },
          program: nothing,
          world,
        });
        for (const [line, amount] of Object.entries(ledger(both.without, both.given))) expect(amount, line).toBe(0);
        expect(both.given.state.start).toEqual(both.without.state.start);
        expect(equityOf(both.given)).toBe(equityOf(both.without));
      }
    }
  },
);

test.each(named.filter(([, , { spending }]) => Object.keys(spending).length > 0))(
  "%s that only spends loses what it spends: %s",
  (_, __, { model, nothing, spending }) => {
    const three = { ...lively, discount: NINE_TENTHS, horizon: 3 };
    const both = armsOf({
      model,
      spec: "ring:nodes=100,degree=4",
      common: three,
      program: { ...nothing, ...spending, runningCost: 10 },
      world: 0,
    });
    const lines = ledger(both.without, both.given);
    expect(lines.running).toBeCloseTo(10 * (1 + 0.9 + 0.81), 9);
    expect(netOf(lines)).toBe(-lines.running);
    expectBalanced(lines, both);
  },
);

test.each(named)(
  "in a monopoly that everybody joins %s expands nothing, and without discount its social value is 0 (%s when idle)",
  (_, __, { model, work }) => {
    const everybody = {
      ...lively,
      awareAtStart: 1,
      quality: 1,
      trial: 0.3,
      rivalAtStart: 0,
      rivalTrial: 0,
      discount: 0,
      horizon: 200,
      customersAtStart: 0.2,
    } as const;
    let moved = 0;
    for (let world = 0; world < 20; world++) {
      const both = armsOf({ model, spec: "ring:nodes=100,degree=4", common: everybody, program: work, world });
      for (const arm of [both.without, both.given]) expect(arm.state.start).not.toContain(-1);
      const lines = ledger(both.without, both.given);
      expect([lines.expansion, lines.displacement, lines.deepening]).toEqual([0, 0, 0]);
      expect(Math.abs(socialValue(lines))).toBeLessThan(1e-9);
      expect(lines.own).toBeCloseTo(0, 9);
      if (both.given.state.start.join() !== both.without.state.start.join()) moved++;
    }
    expect(moved).toBeGreaterThan(10); // 0 is not for want of a program
  },
);

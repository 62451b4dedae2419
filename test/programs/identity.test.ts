import { expect, test } from "vitest";
import { finish, type Given, type Model, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Arm, COSTS, GAINS } from "../../models/ledger/ledger.ts";
import { OUTCOMES, type Outcome, outcomeOf } from "../../models/ledger/outcome.ts";
import { market } from "../../models/market/market.ts";
import { advocateProgram } from "../../models/programs/advocate-program.ts";
import { referralProgram } from "../../models/programs/referral-program.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";

const WORLDS = 1000;
const TERMINALS = ["runOff", "expected", "none"] as const;
const programs: { model: Model; parameters: Record<string, unknown> }[] = [
  {
    model: samplingProgram,
    parameters: { minimumContacts: 0, memberShare: 0.1, samples: 3, runningCost: 2, statusBoost: 3 },
  },
  {
    model: advocateProgram,
    parameters: { minimumContacts: 0, memberShare: 0.1, pay: 20, seekers: 0.3, falseAlarms: 0.1, runningCost: 1 },
  },
  {
    model: referralProgram,
    parameters: { tenure: 4, inviting: 0.2, cheats: 0.3, sides: "both", minimumWeeks: 2, runningCost: 1 },
  },
];
const common = {
  talk: 0.5,
  strong: 0.2,
  weak: 0.05,
  advertising: 0.05,
  leaving: 0.02,
  rivalAtStart: 0.1,
  customersAtStart: 0.05,
  rivalTrial: 0.01,
  asking: 0.1,
  horizon: 30,
} as const;
const network = generate("watts-strogatz:nodes=60,degree=6,rewire=0.2", "1");

/** Settings of a world: in 54 worlds each program meets every terminal, discount rate and choice of segments once. */
function settings(world: number): Given<typeof market.parameters> {
  const segments = world % 2 === 0 ? "" : "loyal:0.4/1.5/0.5/0.5/2+new:0.6/0.8/1.5/1.5/1";
  return {
    ...common,
    terminal: TERMINALS[Math.floor(world / 9) % 3],
    discount: [0, 0.1, 1][Math.floor(world / 3) % 3],
    segments,
  };
}

test(`in every one of ${WORLDS} worlds the persons' account adds up to the weekly one`, () => {
  const lines = new Set<string>();
  const met = new Set<string>();
  for (let world = 0; world < WORLDS; world++) {
    const { model, parameters } = programs[world % programs.length];
    const given = settings(world);
    const without = start(market, network, { parameters: given, seed: "9", world });
    const program = start(model, network, { parameters: { ...given, ...parameters }, seed: "9", world });
    for (const arm of [without, program]) finish(arm, Infinity);
    const outcome: Outcome = outcomeOf(without, program as unknown as Arm);
    expect(outcome.gap, `world ${world} of ${model.name}`).toBeLessThanOrEqual(1e-9);
    for (const name of OUTCOMES) if (outcome[name] !== 0) lines.add(name);
    met.add(JSON.stringify([model.name, given.terminal, given.discount, given.segments]));
  }
  expect(met.size).toBe(programs.length * TERMINALS.length * 3 * 2);
  // The identity is not one of zeros.
  for (const line of [...GAINS, ...COSTS]) expect([...lines]).toContain(line);
}, 60_000);

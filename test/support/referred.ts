import { finish, type Given, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { referralProgram } from "../../models/programs/referral-program.ts";

export type Settings = Given<typeof referralProgram.parameters>;

export const small = generate("watts-strogatz:nodes=150,degree=8,rewire=0.3", "1");

/** A market in which a referral program has something to do. */
export const common = {
  talk: 0.2,
  strong: 0.2,
  weak: 0.08,
  customersAtStart: 0.2,
  horizon: 40,
  rivalAtStart: 0.1,
  leaving: 0.01,
  grudge: 20,
} as const;

/** A program at work there. */
export const program = { tenure: 4, inviting: 0.1, cheats: 0.1, selfReferral: 0.2, leakage: 0.3 } as const;

/** That program in that market, run to the horizon. */
export function ran(parameters: Settings, world = 0) {
  const run = start(referralProgram, small, { parameters: { ...common, ...program, ...parameters }, seed: "2", world });
  finish(run, Infinity);
  return run;
}

export const names = Object.keys(referralProgram.measures);

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Given, simulator } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { advocateProgram } from "../../../models/programs/advocate-program.ts";
import { sameBudget } from "../../../models/programs/advocacy/schedule.ts";
import { summary } from "../../support/bands.ts";

type Settings = Given<typeof advocateProgram.parameters>;

/** The study of paid advocates, in its own worlds: here only the rows that carry a conclusion. */
const study = parse(
  readFileSync(new URL("../../../data/experiments/paid-advocates.yaml", import.meta.url), "utf8"),
) as { network: string; seed: number; replicates: number; set: Settings; baseline: Settings };
const network = generate(study.network, String(study.seed));

const known = new Map<string, Float64Array>();
/** Equity a person in each world, with the settings of the study. */
function equity(settings: Settings): Float64Array {
  const name = JSON.stringify(settings);
  let found = known.get(name);
  if (found) return found;
  const names = Object.keys(advocateProgram.measures);
  const out = new Float64Array(names.length);
  const simulate = simulator(advocateProgram, network, {
    parameters: { ...study.set, ...settings },
    seed: String(study.seed),
  });
  found = Float64Array.from({ length: study.replicates }, (_, world) => {
    simulate(world, out);
    return out[names.indexOf("equity")];
  });
  known.set(name, found);
  return found;
}

/** By how many standard errors one arm is above another in the same worlds. */
function ahead(given: Settings, than: Settings): number {
  const base = equity(than);
  const { mean, variance, count } = summary(equity(given).map((one, world) => one - base[world]));
  return mean / Math.sqrt(variance / count);
}
/**
 * Whether promising 5 an act is better than neither paying nor auditing; what is scored does nothing where nobody is
 * paid or praised.
 */
const paying = (settings: Settings): number => ahead({ ...settings, pay: 5 }, study.baseline);

// The worlds are fixed: what is asked is that each conclusion is clear, two and a half standard errors from 0.
test("paying out of the same budget helps advocates scored by value, and crowding out turns that round", () => {
  expect(paying({ scoring: "value", crowding: 0, falseAlarms: 0 })).toBeGreaterThan(2.5);
  expect(paying({ scoring: "value", crowding: 0.8, falseAlarms: 0 })).toBeLessThan(-2.5);
});

test("scored by volume the same pay hurts, and audits turn that round again", () => {
  expect(study.baseline).toEqual({ pay: 0, falseAlarms: 0 });
  expect(paying({ scoring: "volume", crowding: 0, falseAlarms: 0 })).toBeLessThan(-2.5);
  expect(paying({ scoring: "volume", crowding: 0, falseAlarms: 0.003 })).toBeGreaterThan(2.5);
});

test("audits of members who are not paid only cost", () => {
  expect(ahead({ pay: 0, falseAlarms: 0.003 }, study.baseline)).toBeLessThan(-2.5);
});

test("where few cheat, more false alarms are worse", () => {
  const few = { scoring: "value", crowding: 0, replacing: false, pay: 5, seekers: 0.05 } as const;
  expect(ahead({ ...few, falseAlarms: 0.03 }, { ...few, falseAlarms: 0 })).toBeLessThan(-2.5);
  expect(ahead({ ...few, falseAlarms: 0.15 }, { ...few, falseAlarms: 0.03 })).toBeLessThan(-2.5);
});

test("a program that goes on beats two campaigns of the same budget", () => {
  const endless = { schedule: "0-52:150", pay: 0, falseAlarms: 0 };
  const campaigns = { schedule: "0-12:325+28-40:325", pay: 0, falseAlarms: 0 };
  sameBudget([endless.schedule, campaigns.schedule]);
  expect(ahead(campaigns, endless)).toBeLessThan(-2.5);
});

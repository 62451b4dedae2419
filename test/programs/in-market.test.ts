import { expect, test } from "vitest";
import { finish, real, start } from "../../models/core/index.ts";
import { runArm } from "../../models/ledger/arm.ts";
import { COSTS, costsOf, ledger } from "../../models/ledger/ledger.ts";
import { outcomeOf } from "../../models/ledger/outcome.ts";
import { market } from "../../models/market/market.ts";
import { generate } from "../../models/networks/specification.ts";
import { advocate, advocateProgram } from "../../models/programs/advocate-program.ts";
import { inMarket } from "../../models/programs/in-market.ts";
import { defineProgram } from "../../models/programs/program.ts";
import { programNamed, programs, programsNamed } from "../../models/programs/programs.ts";
import { referral, referralProgram } from "../../models/programs/referral-program.ts";
import { sampling, samplingProgram } from "../../models/programs/sampling-program.ts";

const network = generate("watts-strogatz:nodes=80,degree=6,rewire=0.2", "1");
const common = {
  talk: 0.5,
  strong: 0.2,
  weak: 0.05,
  advertising: 0.05,
  leaving: 0.02,
  customersAtStart: 0.1,
  rivalAtStart: 0.1,
  rivalTrial: 0.01,
  horizon: 30,
} as const;
const members = { minimumContacts: 0, memberShare: 0.1, samples: 3, runningCost: 2 } as const;
const alone = {
  sampling: { ...members, statusBoost: 3 },
  advocate: { ...members, pay: 20, seekers: 0.3, falseAlarms: 0.1 },
  referral: { tenure: 4, inviting: 0.2, cheats: 0.3, sides: "both", minimumWeeks: 2, runningCost: 1 },
} as const;
const named = (program: string, own: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(own).map(([name, value]) => [program + name[0].toUpperCase() + name.slice(1), value]),
  );
const all = {
  ...common,
  ...named("sampling", alone.sampling),
  ...named("advocate", alone.advocate),
  ...named("referral", alone.referral),
};
/** What a model of these programs is given of it all. */
const given = (model: { parameters: object }, values: Record<string, unknown> = all): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(model.parameters, name)));
const columnOf = ({ state }: { state: object }, name: string): unknown => Reflect.get(state, name);
const job = (parameters: Record<string, unknown>, world: number) => ({ parameters, seed: "1", world });
const pairs = [
  [sampling, advocate],
  [sampling, referral],
  [advocate, referral],
] as const;

test.each(pairs.map(([a, b]) => [a.name, b.name, inMarket(a, b)] as const))(
  "the ledger of %s and %s adds up in every world, and tells the costs of the two apart",
  (_, __, model) => {
    let spent = 0;
    for (let world = 0; world < 40; world++) {
      const without = runArm(market, network, job(common, world));
      const both = runArm(model, network, job(given(model), world));
      expect(outcomeOf(without, both).gap).toBeLessThan(1e-9);
      const lines = ledger(without, both);
      const each = model.costs(both).map(({ costs }) => costsOf(without, both, costs));
      for (const line of COSTS) {
        expect(each[0][line] + each[1][line]).toBeCloseTo(lines[line], 8);
        spent += Math.min(...each.map((one) => one.running));
      }
    }
    expect(spent).toBeGreaterThan(0);
  },
);

test.each([
  ["sampling", samplingProgram, sampling],
  ["advocate", advocateProgram, advocate],
] as const)("%s beside a referral program that does nothing has the bits that it has alone", (name, model, program) => {
  const idle = named("referral", { inviting: 0, sides: "none" });
  const two = inMarket(program, referral);
  for (let world = 0; world < 20; world++) {
    const one = runArm(model, network, job({ ...common, ...alone[name] }, world));
    const both = runArm(two, network, job({ ...common, ...named(name, alone[name]), ...idle }, world));
    for (const column of Object.keys({ ...market.state, paidMember: 0, sampled: 0, running: 0 }))
      expect({ [column]: columnOf(both, column) }).toEqual({ [column]: columnOf(one, column) });
  }
});

test("a referral program beside programs without members has the bits that it has alone", () => {
  const three = inMarket(sampling, advocate, referral);
  const nobody = { ...named("sampling", { memberShare: 0, learning: 0 }), ...named("advocate", { memberShare: 0 }) };
  for (let world = 0; world < 20; world++) {
    const one = runArm(referralProgram, network, job({ ...common, ...alone.referral }, world));
    const both = runArm(three, network, job({ ...common, ...named("referral", alone.referral), ...nobody }, world));
    for (const column of Object.keys({ ...market.state, paidFor: 0, paidFraud: 0, running: 0 }))
      expect({ [column]: columnOf(both, column) }).toEqual({ [column]: columnOf(one, column) });
  }
});

test("the order in which programs are told does not matter", () => {
  const [one, other] = [inMarket(sampling, advocate, referral), inMarket(referral, sampling, advocate)];
  expect(one.name).toBe("advocate-and-referral-and-sampling-programs");
  expect(Object.keys(other.parameters)).toEqual(Object.keys(one.parameters));
  for (let world = 0; world < 5; world++)
    expect(runArm(other, network, job(all, world)).state).toEqual(runArm(one, network, job(all, world)).state);
});

test("programs that recruit by acquaintance call the people that each calls alone", () => {
  const met = { selection: "acquaintance", duty: 30, inviteWeek: 40 };
  const model = inMarket(sampling, advocate);
  const values = {
    ...common,
    ...named("sampling", { ...alone.sampling, ...met }),
    ...named("advocate", { ...alone.advocate, selection: "acquaintance" }),
  };
  const both = start(model, network, { parameters: given(model, values) });
  const [a, b] = [
    start(samplingProgram, network, { parameters: { ...common, ...alone.sampling, selection: "acquaintance" } }),
    start(advocateProgram, network, { parameters: { ...common, ...alone.advocate, selection: "acquaintance" } }),
  ];
  for (const world of [both, a, b]) finish(world, 1);
  expect(columnOf(both, "samplingEnrolled")).toEqual(a.state.enrolled);
  expect(columnOf(both, "advocateTurn")).toEqual(b.state.turn);
  expect(a.state.enrolled.some((one) => one === 1)).toBe(true);
});

test("a program alone has its own names, several have names with the program's before them", () => {
  const model = inMarket(referral, sampling);
  expect(Object.keys(model.own)).toEqual([
    ...Object.keys(referral.parameters).map((name) => Object.keys(named("referral", { [name]: 0 }))[0]),
    ...Object.keys(sampling.parameters).map((name) => Object.keys(named("sampling", { [name]: 0 }))[0]),
  ]);
  expect(model.named("members")).toEqual(["referralMembers", "samplingMembers"]);
  expect([model.named("talk"), model.named("pay"), samplingProgram.named("members")]).toEqual([
    ["talk"],
    [],
    ["members"],
  ]);
  expect(model.takes.members).toEqual(["referralMembers", "samplingMembers"]);
  expect([model.takes.leftOut, inMarket(sampling, advocate).takes.leftOut]).toEqual([
    [],
    ["advocateLeftOut", "samplingLeftOut"],
  ]);
  expect(() => start(model, network, { parameters: { samplngUse: 1 } as never })).toThrow("did you mean samplingUse?");
});

test("a market is found by the names of its programs", () => {
  expect(programs.map(({ name }) => programNamed(name).name)).toEqual(programs.map(({ name }) => name));
  const model = programsNamed(["sampling-program", "referral-program"]);
  expect(programNamed("referral-and-sampling-programs")).toBe(model);
  expect(() => programNamed("samplin-program")).toThrow("did you mean sampling-program?");
});

test("programs of one name, of streams of two kinds and with lists that are none are refused", () => {
  const plain = {
    name: "other",
    about: "Does nothing.",
    source: "Ovation",
    parameters: { rate: real(0, { min: 0, max: 1, about: "a rate" }) },
    state: {},
    streams: {},
    takes: {},
    plays: () => ({}),
    measures: {},
  };
  expect(() => inMarket(sampling, sampling)).toThrow("programs must have names of their own, got sampling twice");
  const odd = defineProgram({ ...plain, streams: { use: "arc" } });
  expect(() => inMarket(odd, sampling)).toThrow("stream use of sampling must be of kind arc, got node");
  expect(() => defineProgram({ ...plain, name: "No", takes: { members: "rate" } })).toThrow(
    "No: a program's name must be kebab-case\nNo: rate must be a list of people, got a parameter of kind real",
  );
});

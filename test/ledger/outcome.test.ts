import { expect, test } from "vitest";
import { finish, type Given, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Arm, COSTS, GAINS, ledger, netOf } from "../../models/ledger/ledger.ts";
import { type Outcome, OUTCOMES, outcomeOf } from "../../models/ledger/outcome.ts";
import { contactReach } from "../../models/programs/reach.ts";
import { equityOf } from "../../models/market/worth.ts";
import { market } from "../../models/market/market.ts";
import { referralProgram } from "../../models/programs/referral-program.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";

/** Talk reaches and convinces every contact a week after; nobody leaves; money keeps its worth. */
const sure = {
  talk: 1,
  halfLife: 0,
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
  horizon: 60,
  terminal: "none",
} as const;
const sample = { samples: 1, use: 1, sampleCost: 0, duty: 0, improvement: 0 } as const;

function outcome(
  spec: string,
  common: Given<typeof market.parameters>,
  program: Given<typeof samplingProgram.parameters>,
  world = 0,
): Outcome {
  const network = generate(spec, "1");
  const without = start(market, network, { parameters: common, world });
  const given = start(samplingProgram, network, { parameters: { ...common, ...program }, world });
  finish(without, Infinity);
  finish(given, Infinity);
  return outcomeOf(without, given);
}

test("one sample on a path of four: what it brings, whom it reaches and what each customer passes on", () => {
  const told = outcome("path:nodes=4", sure, { ...sample, members: ["0"], sampleCost: 2 });
  expect(told).toMatchObject({
    npv: 60 + 59 + 58 + 57 - 2,
    spend: 2,
    roi: 116,
    own: 60,
    expansion: 174,
    samples: 2,
    social: 174,
  });
  expect(told).toMatchObject({ adopters: 4, added: 4, advocates: 1, contacts: 1, attributed: 1, equity: 232, gap: 0 });
  expect([told.reach1, told.reach2, told.reach3]).toEqual([1, 1, 1]);
  expect([told.told1, told.told2, told.told3]).toEqual([1, 1, 1]);
  expect(told.payback).toBe(1); // 1 − 2 in week 0, then 2 customers pay
  // Each passes on to one but the last: K = 3/4, and one seed ends as 1/(1 − K) = 4 customers.
  expect(1 / (1 - told.passed / told.passers)).toBe(4);
});

test("whoever joined within 26 weeks of the horizon is no passer, for whom they bring is not all seen", () => {
  const told = outcome("path:nodes=4", { ...sure, horizon: 28 }, { ...sample, members: ["0"] });
  expect([told.passers, told.passed]).toEqual([2, 2]);
});

test("a customer passes on within 26 weeks of joining, and not in the 27th", () => {
  for (const [joined, passed] of [
    [7 + 26, 1],
    [7 + 27, 0],
  ]) {
    const network = generate("path:nodes=2", "1");
    const arm = () => start(samplingProgram, network, { parameters: { ...sure, talk: 0, memberShare: 0 } });
    const [without, given] = [arm(), arm()];
    for (const one of [without, given]) finish(one, Infinity);
    given.state.start.set([7, joined]);
    given.state.touch[1] = 0;
    expect(outcomeOf(without, given)).toMatchObject({ passers: joined < sure.horizon - 26 ? 2 : 1, passed });
  }
});

test("a program that does not pay back before the horizon has no payback", () => {
  expect(outcome("path:nodes=4", sure, { ...sample, members: ["0"], sampleCost: 1000 }).payback).toBe(NaN);
});

const lively = {
  talk: 0.5,
  strong: 0.2,
  weak: 0.05,
  advertising: 0.05,
  leaving: 0.02,
  rivalAtStart: 0.1,
  rivalTrial: 0.01,
  horizon: 40,
} as const;

test("a program that does and costs nothing has an outcome of exactly 0 in every world", () => {
  for (let world = 0; world < 5; world++) {
    const told = outcome("ring:nodes=100,degree=4", lively, { memberShare: 0, samples: 0, duty: 0 }, world);
    for (const name of [
      ...GAINS,
      ...COSTS,
      "npv",
      "spend",
      "social",
      "added",
      "advocates",
      "contacts",
      "attributed",
      "gap",
    ] as const)
      expect(told[name]).toBe(0);
    expect(told.roi).toBe(NaN);
    expect(told.payback).toBe(0);
  }
});

test("in every world both accounts agree, members are nobody's reach, and talk reaches no further than ties", () => {
  for (let world = 0; world < 10; world++) {
    const told = outcome(
      "watts-strogatz:nodes=150,degree=6,rewire=0.2",
      lively,
      { minimumContacts: 0, memberShare: 0.05, runningCost: 2 },
      world,
    );
    expect(told.gap).toBeLessThan(1e-9);
    expect(told.told1).toBeLessThanOrEqual(told.reach1);
    expect(told.advocates + told.reach1 + told.reach2 + told.reach3).toBeLessThanOrEqual(150);
    expect(told.reach1).toBeLessThanOrEqual(told.contacts);
    expect(Object.keys(told).sort()).toEqual([...OUTCOMES].sort());
  }
});

/** Both arms of a world in which people come, pay for a referral and leave before the horizon. */
function referring(terminal: "runOff" | "expected" | "none"): { without: Arm; given: Arm } {
  const network = generate("watts-strogatz:nodes=150,degree=6,rewire=0.2", "1");
  const parameters = { ...lively, terminal };
  const without = start(market, network, { parameters });
  const given = start(referralProgram, network, { parameters: { ...parameters, tenure: 4, inviting: 0.2 } });
  finish(without, Infinity);
  finish(given, Infinity);
  return { without, given };
}

const errors: readonly { what: string; of: "week" | "person"; make: (given: Arm, left: number) => void }[] = [
  { what: "a week's cash", of: "week", make: ({ state }) => void (state.cash[3] += 1) },
  { what: "the week in which one customer left", of: "person", make: ({ state }, left) => void (state.end[left] += 1) },
  {
    what: "the week in which one customer joined",
    of: "person",
    make: ({ state }, left) => void (state.start[left] -= 1),
  },
  { what: "pay for one newcomer", of: "person", make: ({ state }, left) => void (state.paidFor![left] += 1) },
  { what: "fraud of one person", of: "person", make: ({ state }, left) => void (state.paidFraud![left] += 1) },
  { what: "answers to one customer", of: "person", make: ({ state }, left) => void (state.answered[left] += 1) },
];

test.each(errors)(
  "the accounts are two: an error in $what moves the one of the $of alone, and the gap shows it",
  ({ of, make }) => {
    for (const terminal of ["runOff", "expected", "none"] as const) {
      const { without, given } = referring(terminal);
      const left = given.state.end.findIndex(
        (end, i) => given.state.start[i] > 0 && end > given.state.start[i] && end < lively.horizon,
      );
      expect(left).toBeGreaterThanOrEqual(0);
      expect(outcomeOf(without, given).gap).toBeLessThan(1e-9);
      const before = { week: equityOf(given), person: netOf(ledger(without, given)) };
      make(given, left);
      const after = { week: equityOf(given), person: netOf(ledger(without, given)) };
      const other = of === "week" ? "person" : "week";
      expect(after[of]).not.toBe(before[of]);
      expect(after[other]).toBe(before[other]);
      expect(outcomeOf(without, given).gap).toBeGreaterThan(1e-9);
    }
  },
);

test("people within reach of two members count once, at the nearer", () => {
  const path = generate("path:nodes=7", "1");
  expect(contactReach(path, (i) => i === 0 || i === 2)).toEqual([2, 1, 1]); // 1 and 3; 4; 5
  expect(contactReach(path, () => true)).toEqual([0, 0, 0]);
  expect(contactReach(path, () => false)).toEqual([0, 0, 0]);
});

import { expect, test } from "vitest";
import { finish, type Given, start } from "../../models/core/index.ts";
import { type Arm, GAINS, ledger, type Ledger } from "../../models/ledger/ledger.ts";
import { equityOf } from "../../models/market/worth.ts";
import { market } from "../../models/market/market.ts";
import { join } from "../../models/market/trial.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";
import { generate } from "../../models/networks/specification.ts";
import { NINE_TENTHS, expectBalanced, lively, program } from "../support/ledger-arms.ts";

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
  discount: NINE_TENTHS,
  horizon: 10,
  terminal: "none",
} as const;
const sample = { samples: 1, use: 1, sampleCost: 0, duty: 0 } as const;

type Job = {
  spec: string;
  common: Given<typeof market.parameters>;
  program: Given<typeof samplingProgram.parameters>;
  already?: number[];
  seed?: string;
};

/** Both arms of one world, run to the horizon; `already` are customers from week 0 on. */
function arms({ spec, common, program, already = [], seed = "1" }: Job, world = 0): { without: Arm; given: Arm } {
  const on = generate(spec, seed);
  const without = start(market, on, { parameters: common, seed, world });
  const given = start(samplingProgram, on, { parameters: { ...common, ...program }, seed, world });
  for (const arm of [without, given]) {
    for (const i of already) join({ ...arm, week: 0 } as never, i);
    finish(arm, Infinity);
  }
  return { without, given };
}

test("a sample to one end of a path starts everybody a week apart", () => {
  const both = arms({ spec: "path:nodes=4", common: sure, program: { ...sample, members: ["0"] } });
  expect([...both.given.state.start]).toEqual([0, 1, 2, 3]);
  const lines = ledger(both.without, both.given);
  expect(lines.own).toBeCloseTo(6.5132156, 7);
  expect(lines.expansion).toBeCloseTo(13.9296468, 7);
  expectBalanced(lines, both);
});

test("who would have come anyway comes sooner: acceleration and not expansion", () => {
  const both = arms({ spec: "path:nodes=4", common: sure, program: { ...sample, members: ["0"] }, already: [3] });
  const lines = ledger(both.without, both.given);
  expect(lines.own).toBeCloseTo(2.71, 9);
  expect(lines.acceleration).toBeCloseTo(0.9, 9);
  expect([lines.expansion, lines.displacement, lines.deepening]).toEqual([0, 0, 0]);
  expectBalanced(lines, both);
});

test("two members at the ends of a path of five without discount", () => {
  const both = arms({
    spec: "path:nodes=5",
    common: { ...sure, discount: 0, horizon: 5 },
    program: { ...sample, members: ["0", "4"] },
  });
  expect(equityOf(both.given)).toBe(21);
});

test("the lines of the ledger add up to the change in equity in every world, whatever the terminal", () => {
  let worlds = 0;
  for (const terminal of ["runOff", "expected", "none"] as const) {
    for (let world = 0; world < 40; world++) {
      const both = arms(
        { spec: "watts-strogatz:nodes=150,degree=6,rewire=0.2", common: { ...lively, terminal }, program },
        world,
      );
      const lines = ledger(both.without, both.given);
      expectBalanced(lines, both);
      if (lines.expansion !== 0 && lines.acceleration !== 0 && lines.displacement !== 0 && lines.own !== 0) worlds++;
    }
  }
  expect(worlds).toBeGreaterThan(60); // the identity is not one of zeros
});

test("with the arms exchanged every line of value changes its sign, acceleration and deepening together", () => {
  for (let world = 0; world < 10; world++) {
    const both = arms(
      {
        spec: "watts-strogatz:nodes=150,degree=6,rewire=0.2",
        common: lively,
        program: { ...program, runningCost: 0, sampleCost: 0 },
      },
      world,
    );
    const there = ledger(both.without, both.given);
    both.without.state.enrolled.set(both.given.state.enrolled);
    const back = ledger(both.given, both.without);
    const paired = (lines: Ledger) => [
      lines.own,
      lines.expansion,
      lines.displacement,
      lines.acceleration + lines.deepening,
    ];
    paired(there).forEach((line, k) => expect(paired(back)[k]).toBeCloseTo(-line, 8));
  }
});

test("when talk moves nobody and all know the product, a program without samples adds nothing", () => {
  const deaf = { ...lively, strong: 0, weak: 0, awareAtStart: 1, doubt: 0 } as const;
  for (let world = 0; world < 10; world++) {
    const both = arms(
      { spec: "ring:nodes=100,degree=4", common: deaf, program: { ...program, samples: 0, improvement: 0 } },
      world,
    );
    for (const line of GAINS) expect(ledger(both.without, both.given)[line]).toBe(0);
  }
});

test("where nobody leaves, talks ill or fades, more members delay nobody", () => {
  const gentle = {
    ...lively,
    leaving: 0,
    terminal: "none",
    halfLife: 0,
    quality: 1,
    rivalAtStart: 0,
    rivalTrial: 0,
  } as const;
  for (let world = 0; world < 20; world++) {
    const calm = { ...program, selection: "random", improvement: 0, invited: 0, clutter: 0 } as const;
    const few = arms(
      { spec: "watts-strogatz:nodes=150,degree=6,rewire=0.2", common: gentle, program: calm },
      world,
    ).given;
    const more = arms(
      { spec: "watts-strogatz:nodes=150,degree=6,rewire=0.2", common: gentle, program: { ...calm, memberShare: 0.15 } },
      world,
    ).given;
    const when = (start: number): number => (start < 0 ? Infinity : start);
    expect([...more.state.start].filter((week, i) => when(week) > when(few.state.start[i]))).toEqual([]);
    expect(more.state.start.join()).not.toBe(few.state.start.join());
  }
});

test("what the market cannot run is refused, all of it at once", () => {
  const wrong = { leaving: 1e-9, weighting: "edge", customersAtStart: 0.7, rivalAtStart: 0.7 } as const;
  expect(() => start(market, generate("ring:nodes=10,degree=2", "1"), { parameters: wrong })).toThrow(
    /market: weighting=edge requires a network with weights\nmarket: customersAtStart and rivalAtStart must add up to at most 1, got 1\.4\nmarket: leaving must be 0 or at least 0\.000001 a week in every segment, got 1e-9/,
  );
  expect(() => start(market, generate("ring:nodes=10,degree=2", "1"), { parameters: { leaving: 0 } })).toThrow(
    "terminal=runOff requires leaving above 0",
  );
});

import { expect, test } from "vitest";
import { finish, type Given, type Network, simulator, start } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";
import { generate } from "../../models/networks/specification.ts";
import { market } from "../../models/market/market.ts";
import { samplingProgram } from "../../models/programs/sampling-program.ts";

type Settings = Given<typeof samplingProgram.parameters>;
const small = generate("watts-strogatz:nodes=200,degree=8,rewire=0.3", "1");
const common = { talk: 0.3, strong: 0.1, weak: 0.03, advertising: 0.03, horizon: 30, rivalAtStart: 0.1 } as const;
const program = { minimumContacts: 0, memberShare: 0.1 } as const;
const off = { samples: 0, duty: 0, improvement: 0, invited: 0, sampleCost: 0 } as const;

/** Talk passes along every tie as its strength allows, and nothing else makes anybody aware. */
const sure = { talk: 1, halfLife: 0, quality: 1, trial: 0, advertising: 0, awareAtStart: 0, rivalTrial: 0 } as const;

function measured(parameters: Settings, worlds = 40): Record<string, number[]> {
  const names = Object.keys(samplingProgram.measures);
  const out = new Float64Array(names.length);
  const simulate = simulator(samplingProgram, small, {
    parameters: { ...common, ...program, ...parameters },
    seed: "2",
  });
  const rows: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let world = 0; world < worlds; world++) {
    simulate(world, out);
    names.forEach((name, at) => rows[name].push(out[at]));
  }
  return rows;
}

function stateOf(parameters: Settings, world = 0) {
  const run = start(samplingProgram, small, { parameters: { ...common, ...program, ...parameters }, seed: "2", world });
  finish(run, Infinity);
  return run.state;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test("with every mechanism off the market is the one without a program, bit for bit", () => {
  for (let world = 0; world < 5; world++) {
    const none = start(market, small, { parameters: common, seed: "2", world });
    finish(none, Infinity);
    const given = stateOf(off, world);
    for (const [name, column] of Object.entries(none.state)) {
      if (name !== "enrolled" && name !== "hop") expect(given[name as keyof typeof given], name).toEqual(column);
    }
    expect(sum([...given.enrolled])).toBeGreaterThan(0);
  }
});

test("each mechanism turned off gives back the program without it, and turned on moves what it is for", () => {
  const plain = measured({ improvement: 0, invited: 0 });
  const same = measured({ learning: 0, statusBoost: 1 });
  for (const measure of ["adopted", "customers", "cash", "equity"])
    expect(same[measure], measure).toEqual(plain[measure]);
  const better = (on: Settings, without: Settings, measure: string) =>
    sum(measured(on)[measure]) - sum(measured(without)[measure]);
  expect(better({ invited: 0 }, { improvement: 0, invited: 0 }, "adopted")).toBeGreaterThan(0); // feedback → a better product
  expect(
    better({ improvement: 0, invited: 0.5, inviteWeek: 3, statusBoost: 3 }, { improvement: 0, invited: 0 }, "aware"),
  ).toBeGreaterThan(0);
  expect(better({ ...off, duty: 26 }, off, "aware")).toBeGreaterThan(0);
  expect(better({ ...off, samples: 5 }, off, "adopted")).toBeGreaterThan(0);
  expect(better({ clutter: 0 }, { clutter: 5 }, "adopted")).toBeGreaterThan(0); // messages that dull each other
  expect(better({ ...off, samples: 5, use: 1 }, { ...off, samples: 5, use: 0.2 }, "adopted")).toBeGreaterThan(0);
});

test("the better product comes on sale when its delay is over, and not a week before", () => {
  for (const delay of [0, 5]) {
    const run = start(samplingProgram, small, {
      parameters: { ...common, ...program, feedbackWeek: 8, delay, reportNoise: 0 },
      seed: "2",
    });
    const quality: number[] = [];
    for (let week = 0; week < 20; week++) {
      run.step();
      quality.push(run.state.quality[0]);
    }
    const better = 8 + delay + 1;
    expect(quality.findIndex((one) => one !== 0.7)).toBe(better);
    for (const one of quality.slice(better)) expect(one).toBeCloseTo(0.7 + 0.5 * 0.3, 12);
  }
  expect(sum(measured({ delay: 0 }).adopted)).toBeGreaterThan(sum(measured({ delay: 15 }).adopted));
});

test("reports without noise or bias teach all there is, and either of them leaves a gap and loses customers", () => {
  const exact = measured({ reportNoise: 0, bias: 0 });
  for (const gap of exact.gap) expect(gap).toBeCloseTo(0, 12);
  for (const gap of measured({ reportNoise: 0, bias: 0.2 }).gap) expect(gap).toBeCloseTo(0.2, 12);
  for (const gap of measured({ reportNoise: 1, bias: 0 }).gap) expect(gap).toBeGreaterThan(1e-6);
  for (const worse of [
    { reportNoise: 5, bias: 0 },
    { reportNoise: 0, bias: 0.4 },
  ])
    expect(sum(measured(worse).adopted)).toBeLessThan(sum(exact.adopted));
  // Where nothing is learned from reports, neither does anything.
  expect(measured({ learning: 0, reportNoise: 9, bias: 1 })).toEqual(measured({ learning: 0 }));
});

test("a sample goes to its member first and then to the strongest ties", () => {
  const on = start(samplingProgram, generate("star:nodes=4", "1"), {
    parameters: { members: ["0"], samples: 2, use: 0, weighting: "equal", talk: 0, advertising: 0, awareAtStart: 0 },
  });
  on.step();
  expect([...on.state.aware]).toEqual([1, 1, 0, 0]); // equal ties: the lowest index
  expect([...on.state.sampled]).toEqual([1, 1, 0, 0]);
  expect([...on.state.hop]).toEqual([0, 1, 127, 127]);
  expect([...on.state.touch]).toEqual([-1, 0, -1, -1]);
});

test("of unequal ties the strongest get samples, drawn or given", () => {
  const given = fromEdges({
    size: 5,
    directed: false,
    sources: Uint32Array.of(0, 0, 0, 0),
    targets: Uint32Array.of(1, 2, 3, 4),
    weights: Float64Array.of(0.3, 0.9, 0.2, 0.6),
  }).network;
  const handed = (on: Network, parameters: Settings): number[] => {
    const run = start(samplingProgram, on, {
      parameters: { members: ["0"], samples: 3, use: 0, talk: 0, advertising: 0, awareAtStart: 0, ...parameters },
    });
    run.step();
    return [...run.state.sampled];
  };
  expect(handed(given, { weighting: "edge" })).toEqual([1, 0, 1, 0, 1]);
  expect(handed(given, { weighting: "equal" })).toEqual([1, 1, 1, 0, 0]);
  // Drawn strengths show in talk, which passes along a tie of strength w with chance w: .75 on average in the stronger
  // half of 1,998 ties, .25 in the weaker, and .5 in any half; .07 is five standard errors.
  const star = generate("star:nodes=1999", "1");
  const run = start(samplingProgram, star, {
    parameters: { ...sure, members: ["0"], samples: 1000, use: 1, boost: 1 },
  });
  run.step();
  const first = run.state.sampled.slice();
  run.step();
  const toldOf = (given: boolean): number => {
    const leaves = [...star.nodes].slice(1).filter((i) => first[i] > 0 === given);
    return sum(leaves.map((i) => run.state.talks[i])) / leaves.length;
  };
  expect(sum([...first])).toBe(1000);
  expect(Math.abs(toldOf(true) - 0.75)).toBeLessThan(0.07);
  expect(Math.abs(toldOf(false) - 0.25)).toBeLessThan(0.07);
});

test("what n reports leave of the gap is b² + ω²/(3n) on average, and bias stays whatever n", () => {
  const ring = generate("ring:nodes=100,degree=4", "1");
  for (const bias of [0, 0.2]) {
    const parameters = {
      quality: 0,
      memberShare: 1,
      minimumContacts: 0,
      joining: 1,
      joiningSlope: 0,
      samples: 1,
      use: 1,
      bias,
      horizon: 20,
      feedbackWeek: 2,
      delay: 2,
      improvement: 0,
    };
    const squares: number[] = [];
    const simulate = simulator(samplingProgram, ring, { parameters, seed: "3" });
    const names = Object.keys(samplingProgram.measures);
    const out = new Float64Array(names.length);
    for (let world = 0; world < 1500; world++) {
      simulate(world, out);
      expect(out[names.indexOf("reports")]).toBe(100);
      squares.push(out[names.indexOf("gap")] ** 2);
    }
    const mean = sum(squares) / squares.length;
    const error = Math.sqrt(sum(squares.map((square) => (square - mean) ** 2))) / squares.length;
    expect(Math.abs(mean - (bias ** 2 + 1 / 300))).toBeLessThan(5 * error); // false alarm 6e-7
  }
});

test("members are the willing who have the contacts, and a larger program contains a smaller one", () => {
  for (const selection of ["self-selected", "random", "degree", "value", "susceptible", "acquaintance"] as const) {
    const few = stateOf({ ...off, selection, memberShare: 0.05 }).enrolled;
    const more = stateOf({ ...off, selection, memberShare: 0.1 }).enrolled;
    expect(sum([...few]), selection).toBe(10);
    expect(
      few.every((one, i) => one <= more[i]),
      selection,
    ).toBe(true);
  }
  const willing = stateOf({ ...off, memberShare: 1, minimumContacts: 9 }).enrolled;
  willing.forEach((one, i) => one === 1 && expect(small.out.degree(i)).toBeGreaterThanOrEqual(9));
  expect(sum([...willing])).toBeGreaterThan(0);
});

test("an acquaintance is somebody whom a customer listens to, who in a directed network has influence and not ears", () => {
  // Four people listen to 0, and 0 listens to nobody: only 0 can be named.
  const followed = fromEdges({
    directed: true,
    size: 5,
    sources: Uint32Array.of(0, 0, 0, 0),
    targets: Uint32Array.of(1, 2, 3, 4),
  }).network;
  const run = start(samplingProgram, followed, {
    parameters: { ...off, selection: "acquaintance", minimumContacts: 0, memberShare: 1, joining: 1, joiningSlope: 0 },
    seed: "2",
  });
  run.step();
  expect([...run.state.enrolled]).toEqual([1, 0, 0, 0, 0]);
});

test("contacts of random people have more contacts than random people", () => {
  const hubs = generate("barabasi-albert:nodes=200,links=3", "1");
  const contacts = (selection: "acquaintance" | "random"): number => {
    let all = 0;
    for (let world = 0; world < 20; world++) {
      const run = start(samplingProgram, hubs, {
        parameters: { ...off, selection, minimumContacts: 0, memberShare: 0.05, joining: 1, joiningSlope: 0 },
        seed: "2",
        world,
      });
      run.step();
      for (const i of hubs.nodes) if (run.state.enrolled[i] === 1) all += hubs.out.degree(i);
    }
    return all / (20 * 10);
  };
  // A mean of 6 contacts; a contact's mean is ⟨k²⟩/⟨k⟩, about twice as many.
  expect(contacts("acquaintance")).toBeGreaterThan(1.4 * contacts("random"));
});

import { expect, test } from "vitest";
import fc from "fast-check";
import {
  defineModel,
  finish,
  measureNames,
  run,
  runArms,
  simulator,
  start,
  stepLimit,
} from "../../models/core/index.ts";
import { ringOfThirty, rumour } from "../support/rumour.ts";

const network = ringOfThirty();

test("a run has a row for setup and for each step, the last repeated once nothing changes", () => {
  const series = run(rumour, network, { parameters: { tellings: 3, pass: 0.1 }, steps: 6 });
  expect(Object.keys(series)).toEqual(["heard", "heat", "lastHeard"]);
  for (const column of Object.values(series)) {
    expect(column).toHaveLength(7);
    expect([column[4], column[5], column[6]]).toEqual([column[3], column[3], column[3]]);
  }
  expect(series.heard[0]).toBe(1);
});

test("steps come from the job, else from the model; a run to rest has a row a step taken", () => {
  expect(run(rumour, network).heard).toHaveLength(9);
  expect(run(rumour, network, { steps: 0 }).heard).toHaveLength(1);
  const resting = defineModel({ ...rumour, name: "resting", steps: "rest" });
  expect(run(resting, network, { parameters: { tellings: 5, pass: 0.05 } }).heard).toHaveLength(6);
  expect(stepLimit(resting)).toBe(Infinity);
  for (const steps of [-1, 1.5, NaN, Infinity]) {
    expect(() => run(rumour, network, { steps })).toThrow(
      `rumour: steps must be a whole number of at least 0, got ${steps}`,
    );
  }
});

test("a model that never rests is stopped with a word", () => {
  const world = { model: { name: "restless" }, time: 1e7, resting: false, step: () => true };
  expect(() => finish(world, Infinity)).toThrow("restless: did not come to rest in 10000000 steps");
});

test("a run's last row, the stepped world and the simulator agree", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(1000), fc.nat(10), (seed, world, steps) => {
      const series = run(rumour, network, { seed, world, steps });
      const own = start(rumour, network, { seed, world });
      finish(own, steps);
      const out = new Float64Array(3);
      simulator(rumour, network, { seed, steps })(world, out);
      expect(measureNames(rumour).map((name) => series[name][steps])).toEqual([...out]);
      expect(Object.values(own.measure())).toEqual([...out]);
    }),
  );
});

test("a simulator uses the kernel where there is one for the job, and not where told otherwise", () => {
  const asked: unknown[] = [];
  const fast = defineModel({
    ...rumour,
    name: "fast",
    kernel: ({ parameters, keys, steps }) => {
      asked.push([Object.keys(keys), steps]);
      return parameters.strangers ? (world, out) => out.fill(world) : null;
    },
  });
  const out = new Float64Array(3);
  simulator(fast, network)(5, out);
  expect([...out]).toEqual([5, 5, 5]);
  const slow = new Float64Array(3);
  simulator(fast, network, { kernel: false })(5, slow);
  simulator(rumour, network)(5, out);
  expect(slow).toEqual(out);
  simulator(fast, network, { parameters: { strangers: false } })(5, slow);
  simulator(rumour, network, { parameters: { strangers: false } })(5, out);
  expect(slow).toEqual(out);
  expect(asked).toEqual([
    [Object.keys(rumour.streams), 8],
    [Object.keys(rumour.streams), 8],
  ]);
});

test("an arm like the other differs by exactly nothing", () => {
  const { difference } = runArms(rumour, network, {
    arms: { without: { pass: 0.2 }, with: { pass: 0.2 } },
    worlds: 50,
    seed: "x",
  });
  for (const column of Object.values(difference)) expect([...column]).toEqual(new Array(50).fill(0));
});

test("arms run in the same worlds, and what a parameter does not touch is the same in both", () => {
  const arms = { without: { pass: 0.2 }, with: { pass: 0.8 } };
  const result = runArms(rumour, network, { arms, worlds: 40, seed: 3, steps: 5 });
  const setup = runArms(rumour, network, { arms, worlds: 40, seed: 3, steps: 0 });
  expect([...setup.difference.heat]).toEqual(new Array(40).fill(0)); // tastes do not depend on pass
  for (let world = 0; world < 40; world++) {
    const alone = run(rumour, network, { parameters: arms.with, world, seed: 3, steps: 5 });
    expect(result.with.heard[world]).toBe(alone.heard[5]);
    expect(result.difference.heard[world]).toBe(result.with.heard[world] - result.without.heard[world]);
  }
  expect(result.difference.heard.some((gain) => gain > 0)).toBe(true);
});

test("a number of worlds that is none is refused", () => {
  for (const worlds of [-1, 2.5, NaN]) {
    expect(() => runArms(rumour, network, { arms: { without: {}, with: {} }, worlds })).toThrow(
      `rumour: worlds must be a whole number of at least 0, got ${worlds}`,
    );
  }
  expect(runArms(rumour, network, { arms: { without: {}, with: {} }, worlds: 0 }).difference.heard).toHaveLength(0);
});

test("the series of one world stays what it was", () => {
  // Golden: setup, every kind of stream and the order of sequence draws stand behind these numbers.
  const { heard, heat } = run(rumour, network, {
    parameters: { order: "random", pass: 0.4, first: ["0", "15"] },
    seed: 1,
    world: 2,
  });
  expect([...heard]).toEqual([2, 5, 6, 9, 9, 11, 15, 15, 15]);
  expect(heat[8]).toBe(0.33607071347902245);
});

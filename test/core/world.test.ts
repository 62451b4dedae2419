import { expect, test } from "vitest";
import fc from "fast-check";
import { defineModel, type Given, run, start, u8, whole } from "../../models/core/index.ts";
import { compensatedTotal } from "../../models/statistics/index.ts";
import { ringOfThirty, rumour } from "../support/rumour.ts";
import { anyShare } from "../support/spread.ts";

const network = ringOfThirty();
type Wanted = Given<(typeof rumour)["parameters"]>;
const wanted: fc.Arbitrary<Wanted> = fc.record({
  pass: anyShare,
  tellings: fc.integer({ min: 1, max: 20 }),
  strangers: fc.boolean(),
  order: fc.constantFrom("index" as const, "random" as const),
});
const job = fc.record({ parameters: wanted, seed: fc.string(), world: fc.nat(2 ** 30 - 1) });
const clone = <T>(value: T): T => structuredClone(value);

/** What a world is, apart from the functions. */
const facts = (world: ReturnType<typeof begin>): unknown =>
  clone([world.state, world.time, world.resting, world.places(), world.measure()]);
const begin = (given: Wanted, seed: string, world: number) =>
  start(rumour, network, { parameters: given, seed, world });

test("a world is a function of its job, and looking at it changes nothing", () => {
  fc.assert(
    fc.property(job, fc.nat(12), ({ parameters, seed, world }, steps) => {
      const [one, other] = [begin(parameters, seed, world), begin(parameters, seed, world)];
      for (let t = 0; t < steps; t++) {
        one.measure();
        one.places();
        expect(one.step()).toBe(other.step());
        expect(facts(one)).toEqual(facts(other));
      }
    }),
  );
});

test("text and number name the same seed; other seeds and worlds differ", () => {
  const heat = (seed: string | number, world = 0): Float64Array => start(rumour, network, { seed, world }).state.heat;
  expect(heat(7)).toEqual(heat("7"));
  expect(heat(7)).not.toEqual(heat(8));
  expect(heat(7)).not.toEqual(heat(7, 1));
  expect(start(rumour, network).seed).toBe("1");
  expect(start(rumour, network).world).toBe(0);
});

test("the clock is 0 in setup and t in and after step t; a world at rest stays as it is", () => {
  const world = start(rumour, network, { parameters: { tellings: 3, pass: 0 } });
  expect(world.time).toBe(0);
  expect([world.step(), world.step(), world.step()]).toEqual([true, true, false]);
  expect([world.time, world.resting]).toEqual([3, true]);
  const before = facts(world);
  expect(world.step()).toBe(false);
  expect(facts(world)).toEqual(before);
});

test("a step that says nothing goes on", () => {
  const counter = defineModel({
    name: "counter",
    about: "counts",
    source: "made for the tests",
    parameters: { by: whole(1, { min: 0, max: 9, about: "how much" }) },
    state: { n: u8("count") },
    streams: {},
    steps: 4,
    setup() {},
    step({ state, parameters }) {
      state.n[0] += parameters.by;
    },
    measures: { n: { about: "count", unit: "steps", of: ({ state }) => state.n[0] } },
  });
  expect([...run(counter, network).n]).toEqual([0, 1, 2, 3, 4]);
  expect([...run(counter, network, { parameters: { by: 2 }, steps: 2 }).n]).toEqual([0, 2, 4]);
});

test("a fork goes on as its parent would have, and never touches it", () => {
  fc.assert(
    fc.property(job, fc.nat(6), fc.nat(6), wanted, ({ parameters, seed, world }, before, after, changes) => {
      const [parent, untouched] = [begin(parameters, seed, world), begin(parameters, seed, world)];
      for (let t = 0; t < before; t++) {
        parent.step();
        untouched.step();
      }
      const [twin, changed] = [parent.fork(), parent.fork(changes)];
      for (let t = 0; t < after; t++) changed.step();
      changed.state.heat.fill(9);
      expect(facts(parent)).toEqual(facts(untouched));
      for (let t = 0; t < after; t++) {
        twin.step();
        untouched.step();
      }
      expect(facts(twin)).toEqual(facts(untouched));
    }),
  );
});

test("a fork with other parameters keeps the rest, starts where its parent stands, and may wake it", () => {
  const parent = start(rumour, network, { parameters: { tellings: 2, pass: 0, strangers: false } });
  while (parent.step());
  const woken = parent.fork({ tellings: 5 });
  expect(woken.parameters).toEqual({ ...parent.parameters, tellings: 5 });
  expect(woken.given).toEqual({ tellings: 5, pass: 0, strangers: false });
  expect([parent.resting, parent.fork().resting, woken.resting, woken.time]).toEqual([true, true, false, 2]);
  expect(woken.state).toEqual(parent.state);
  expect(woken.step()).toBe(true);
  expect(() => parent.fork({ pass: 2 })).toThrow("rumour: pass must be a real number from 0 to 1, got 2");
});

test("more eager worlds hear no less: the same draws serve every probability", () => {
  // Nested coins: without strangers, whoever hears at pass = p also hears at a larger one.
  fc.assert(
    fc.property(anyShare, anyShare, fc.nat(1000), (a, b, world) => {
      const reach = (pass: number): number => {
        const own = start(rumour, network, { parameters: { pass, strangers: false, first: ["3"] }, world });
        own.step();
        return compensatedTotal(own.state.heard);
      };
      expect(reach(Math.min(a, b))).toBeLessThanOrEqual(reach(Math.max(a, b)));
    }),
  );
});

test("a wrong job is refused with every fault at once", () => {
  const wrong: object = { pass: 1.3, telings: 3, order: "reverse" };
  expect(() => start(rumour, network, { parameters: wrong })).toThrow(
    [
      "rumour: pass must be a real number from 0 to 1, got 1.3",
      "rumour: telings is not a parameter; did you mean tellings? known: pass, tellings, strangers, order, first",
      'rumour: order must be one of index, random, got "reverse"',
    ].join("\n"),
  );
  expect(() => start(rumour, network, { parameters: { first: ["3", "30", "x"] } })).toThrow(
    /rumour: first: 30 is not a node[^]*\nrumour: first: x is not a node/,
  );
  for (const world of [-1, 0.5, NaN, 2 ** 30]) {
    expect(() => start(rumour, network, { world })).toThrow(
      `rumour: world must be a whole number from 0 to 1073741823, got ${world}`,
    );
  }
});

test("what a model says must hold between parameters is checked, and told which were given", () => {
  const careful = defineModel({
    ...rumour,
    name: "careful",
    check: ({ network: { size }, parameters: { tellings }, given }) =>
      tellings > size
        ? [`tellings must be at most ${size}, got ${tellings}`]
        : given.has("pass")
          ? ["pass must be left alone"]
          : [],
  });
  expect(() => start(careful, network, { parameters: { tellings: 31 } })).toThrow(
    "careful: tellings must be at most 30, got 31",
  );
  expect(() => start(careful, network, { parameters: { pass: 0.3 } })).toThrow("careful: pass must be left alone");
  expect(start(careful, network, { parameters: { pass: undefined } }).parameters.pass).toBe(0.3);
});

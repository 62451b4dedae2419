import { expect, expectTypeOf, test } from "vitest";
import {
  defineModel,
  type Indexed,
  type Model,
  real,
  run,
  runArms,
  type Sequence,
  start,
  u8,
} from "../../models/core/index.ts";
import { ringOfThirty, rumour } from "../support/rumour.ts";

const network = ringOfThirty();
const world = start(rumour, network);

test("a definition comes back as it is, and any model is a Model", () => {
  const definition = { ...rumour };
  expect(defineModel(definition)).toBe(definition);
  expectTypeOf(rumour).toExtend<Model>();
});

test("a name that is not kebab-case, steps that are no count, or a fallback out of its own range is refused", () => {
  for (const name of ["Rumour", "1st", "a_b", "a--b", "a-", ""]) {
    expect(() => defineModel({ ...rumour, name })).toThrow(`${name}: a model's name must be kebab-case`);
  }
  const pass = real(2, { min: 0, max: 1, about: "" });
  expect(() => defineModel({ ...rumour, parameters: { ...rumour.parameters, pass } })).toThrow(
    "rumour: the fallback of pass must be a real number from 0 to 1",
  );
  expect(() => defineModel({ ...rumour, name: "A", steps: 2.5 })).toThrow(
    'A: a model\'s name must be kebab-case\nA: steps must be "rest" or a whole number of at least 0, got 2.5',
  );
});

test("types are inferred from the definition", () => {
  expectTypeOf(world.parameters.pass).toEqualTypeOf<number>();
  expectTypeOf(world.parameters.strangers).toEqualTypeOf<boolean>();
  expectTypeOf(world.parameters.order).toEqualTypeOf<"index" | "random">();
  expectTypeOf(world.parameters.first).toEqualTypeOf<readonly string[]>();
  expectTypeOf(world.state.heat).toEqualTypeOf<Float64Array>();
  expectTypeOf(world.state.when).toEqualTypeOf<Int32Array>();
  expectTypeOf(run(rumour, network)).toEqualTypeOf<Record<"heard" | "heat" | "lastHeard", Float64Array>>();
  expectTypeOf(world.measure()).toEqualTypeOf<Record<"heard" | "heat" | "lastHeard", number>>();
});

const seen = (value: unknown): number => (value === undefined ? 0 : 1);

/** Never called: every line below an expectation must not compile, which `npm run check` verifies. */
export function mustNotCompile(): void {
  // @ts-expect-error -- a misspelt parameter
  start(rumour, network, { parameters: { pas: 0.3 } });
  // @ts-expect-error -- a value of another kind
  start(rumour, network, { parameters: { pass: "0.3" } });
  // @ts-expect-error -- a misspelt option
  run(rumour, network, { parameters: { order: "rndom" } });
  // @ts-expect-error -- a misspelt parameter in one arm
  runArms(rumour, network, { arms: { without: {}, with: { pas: 1 } }, worlds: 3 });
  // @ts-expect-error -- a misspelt parameter of a fork
  world.fork({ telings: 3 });
  // @ts-expect-error -- a misspelt measure
  seen(run(rumour, network).herd);
  // @ts-expect-error -- a misspelt measure of an arm
  seen(runArms(rumour, network, { arms: { without: {}, with: {} }, worlds: 3 }).difference.herd);
  // @ts-expect-error -- a misspelt column
  seen(world.state.haet);
  // @ts-expect-error -- a parameter cannot be changed in a running world
  world.parameters.pass = 0.5;
}

export const misspeltInside = defineModel({
  name: "misspelt",
  about: "a model whose every misspelling is an error",
  source: "made for the tests",
  parameters: { pass: real(0.3, { min: 0, max: 1, about: "chance" }) },
  state: { heard: u8("1 = has heard") },
  streams: { taste: "node", coin: "arc", meeting: "pair", queue: "sequence" },
  steps: "rest",
  setup({ parameters, state, random }) {
    expectTypeOf(random.taste).toEqualTypeOf<Indexed>();
    expectTypeOf(random.meeting).toEqualTypeOf<(i: number, j: number) => number>();
    expectTypeOf(random.queue).toEqualTypeOf<Sequence>();
    // @ts-expect-error -- a misspelt parameter
    seen(parameters.pas);
    // @ts-expect-error -- a misspelt column
    seen(state.herd);
    // @ts-expect-error -- a misspelt stream
    seen(random.tast);
    // @ts-expect-error -- a stream keyed by node needs a node
    random.taste();
    // @ts-expect-error -- a stream keyed by pair needs both
    random.meeting(1);
    // @ts-expect-error -- a sequence is not asked by index
    random.queue(1);
  },
  // @ts-expect-error -- a step tells whether anything can change by true or false
  step: () => "done",
  measures: {
    // @ts-expect-error -- a misspelt column in a measure
    heard: { about: "", unit: "", of: ({ state }) => seen(state.herd) },
  },
  // @ts-expect-error -- a misspelt column in the trace
  trace: { when: "heard", through: "herd" },
});

export const unknownKind = defineModel({
  ...rumour,
  name: "unknown-kind",
  // @ts-expect-error -- a kind of stream that does not exist
  streams: { ...rumour.streams, taste: "nodes" },
});

import { expect, test } from "vitest";
import fc from "fast-check";
import {
  choice,
  flag,
  fromText,
  jsonSchema,
  keysText,
  nodes,
  real,
  resolve,
  text,
  whole,
} from "../../models/core/index.ts";

const parameters = {
  quality: real(0.5, { min: 0, max: 1, about: "how good it was", lever: true }),
  horizon: real(10, { min: 0, max: Infinity, about: "how long", unit: "days" }),
  people: whole(100, { min: 1, max: 1000, about: "how many" }),
  release: flag(false, { about: "whether it is told" }),
  order: choice(["together", "one-by-one"], { about: "who looks when" }),
  seeds: nodes({ about: "who starts" }),
  sizes: text("3+4", /^\d+(\+\d+)*$/, { about: "sizes of blocks", must: "whole numbers joined by +" }),
};
const refusal = (given: object): string => {
  try {
    resolve("ovation", parameters, given);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return (error as Error).message;
  }
  return "";
};

test("what is not given is the fallback, the first option and no nodes among them", () => {
  const fallbacks = {
    quality: 0.5,
    horizon: 10,
    people: 100,
    release: false,
    order: "together",
    seeds: [],
    sizes: "3+4",
  };
  expect(resolve("ovation", parameters, {})).toEqual(fallbacks);
  expect(resolve("ovation", parameters, { people: 3, quality: undefined })).toEqual({ ...fallbacks, people: 3 });
});

test("the ends of a range belong to it, and nothing beyond", () => {
  for (const quality of [0, 1]) expect(resolve("ovation", parameters, { quality }).quality).toBe(quality);
  for (const quality of [-1e-12, 1 + 1e-12, NaN, Infinity, "0.5", null, true]) {
    expect(refusal({ quality })).toMatch(/^ovation: quality must be a real number from 0 to 1, got /);
  }
  expect(refusal({ horizon: -1 })).toBe("ovation: horizon must be a real number of at least 0, got -1");
  expect(refusal({ people: 1.5 })).toBe("ovation: people must be a whole number from 1 to 1000, got 1.5");
  expect(refusal({ people: 0 })).toBe("ovation: people must be a whole number from 1 to 1000, got 0");
  expect(refusal({ release: 1 })).toBe("ovation: release must be true or false, got 1");
  expect(refusal({ order: "toghether" })).toBe('ovation: order must be one of together, one-by-one, got "toghether"');
  expect(refusal({ seeds: [1] })).toBe("ovation: seeds must be a list of node keys, got [1]");
  expect(refusal({ sizes: "3,4" })).toBe('ovation: sizes must be whole numbers joined by +, got "3,4"');
});

test("all faults are told at once, a line each, unknown names with the nearest", () => {
  expect(refusal({ quality: 2, poeple: 5, release: "yes" }).split("\n")).toEqual([
    "ovation: quality must be a real number from 0 to 1, got 2",
    "ovation: poeple is not a parameter; did you mean people? known: quality, horizon, people, release, order, seeds, sizes",
    'ovation: release must be true or false, got "yes"',
  ]);
  expect(refusal({ toString: 1 })).toContain("toString is not a parameter");
  expect(refusal({ order: "x".repeat(1000) }).length).toBeLessThan(140);
});

test("a range with one end, or none, is said so", () => {
  const range = (min: number, max: number): string => real(0, { min, max, about: "" }).must;
  expect(range(-Infinity, Infinity)).toBe("a real number");
  expect(range(-Infinity, 3)).toBe("a real number of at most 3");
  expect(range(0, Infinity)).toBe("a real number of at least 0");
});

test("text as typed becomes the value it spells, and is left for the check where it spells none", () => {
  const { quality, people, release, order, seeds, sizes } = parameters;
  expect([fromText(quality, "0.7"), fromText(quality, " 1e-2 "), fromText(people, "12")]).toEqual([0.7, 0.01, 12]);
  expect([
    fromText(quality, ""),
    fromText(quality, " "),
    fromText(quality, "a"),
    fromText(quality, "Infinity"),
  ]).toEqual(["", " ", "a", "Infinity"]);
  expect([fromText(release, "true"), fromText(release, "false"), fromText(release, "1")]).toEqual([true, false, "1"]);
  expect([fromText(order, "together"), fromText(sizes, "5")]).toEqual(["together", "5"]);
  expect([fromText(seeds, ""), fromText(seeds, "0"), fromText(seeds, "a, b")]).toEqual([[], ["0"], ["a", "b"]]);
});

test("numbers typed as JavaScript writes them come back the same", () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0));
  fc.assert(fc.property(numbers, (x) => fromText(parameters.quality, String(x)) === x));
});

test("JSON Schema carries ranges, fallbacks, units, levers and meanings, and refuses other names", () => {
  expect(jsonSchema(parameters)).toMatchObject({
    type: "object",
    additionalProperties: false,
    properties: {
      quality: { type: "number", minimum: 0, maximum: 1, default: 0.5, description: "how good it was", lever: true },
      horizon: { type: "number", minimum: 0, default: 10, unit: "days" },
      people: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
      release: { type: "boolean", default: false },
      order: { type: "string", enum: ["together", "one-by-one"], default: "together" },
      seeds: { type: "array", items: { type: "string" }, default: [] },
      sizes: { type: "string", default: "3+4" },
    },
  });
  expect(JSON.stringify(jsonSchema(parameters))).not.toContain("required");
});

test("keys survive being written as text, with commas, quotes and blanks in them", () => {
  const read = (typed: string): unknown => fromText(parameters.seeds, typed);
  expect(read('"Smith, Ann", Bo ,"say ""hi"""')).toEqual(["Smith, Ann", "Bo", 'say "hi"']);
  expect(read('5" nail,"half,a')).toEqual(['5" nail', '"half', "a"]);
  expect(read("a,")).toEqual(["a", ""]);
  for (const keys of [[], [""], ["", "a"], [" a ", "b"], ['"', ",", '","'], ["=cmd()", "<img>", "\u{1f600}"]])
    expect(read(keysText(keys))).toEqual(keys);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fromText, jsonSchema, real, resolve, table, text, toText, whole } from "../../models/core/index.ts";

const fields = {
  from: whole(0, { min: 0, max: 100, about: "first week", unit: "weeks" }),
  to: whole(1, { min: 0, max: 100, about: "last week", unit: "weeks" }),
  spend: real(0, { min: 0, max: 1e9, about: "what is spent" }),
};
const notes = { row: "from-to:spend", must: "from-to:spend rows joined by +", about: "when what is spent" };
const rule = {
  plan: table("0-4:1", fields, notes),
  steps: table(
    "1:b",
    { at: fields.from, name: text("a", /^[a-z]+$/, { about: "name", must: "letters" }) },
    { ...notes, row: "at:name", least: 1 },
  ),
};
const refusal = (given: object): string[] => {
  try {
    resolve("model", rule, given);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return (error as Error).message.split("\n");
  }
  return [];
};

test("a text and a list of records stand for the same rows, and the fallback for its own", () => {
  const rows = [
    { from: 0, to: 4, spend: 100 },
    { from: 8, to: 12, spend: 50.5 },
  ];
  expect(resolve("model", rule, { plan: "0-4:100+8-12:50.5", steps: "3:x" })).toEqual({
    plan: rows,
    steps: [{ at: 3, name: "x" }],
  });
  expect(resolve("model", rule, { plan: rows, steps: "3:x" }).plan).toEqual(rows);
  expect(resolve("model", rule, {})).toEqual({ plan: [{ from: 0, to: 4, spend: 1 }], steps: [{ at: 1, name: "b" }] });
});

test("every row that is a text again is the same row", () => {
  const row = fc.record({ from: fc.nat(100), to: fc.nat(100), spend: fc.nat(1e9).map((cents) => cents / 1e4) });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(rule.plan.read(toText(rule.plan, rows))).toEqual(rows);
    }),
  );
});

test("all faults are told at once, each with its row and field", () => {
  expect(refusal({ plan: [{ from: 0, to: 4, spend: -1 }, { from: 1.5, to: 2, spent: 3 }, 7], steps: [] })).toEqual([
    "model: plan: row 1: spend must be a real number from 0 to 1000000000, got -1",
    "model: plan: row 2: from must be a whole number from 0 to 100, got 1.5",
    "model: plan: row 2: spend must be a real number from 0 to 1000000000, got undefined",
    "model: plan: row 2: spent is not a field; did you mean spend? known: from, to, spend",
    "model: plan: row 3: must be a record of from, to, spend, got 7",
    "model: steps must be from-to:spend rows joined by +, got no rows",
  ]);
  expect(refusal({ plan: "0-4:1+0-999:1" })).toEqual([
    "model: plan: row 2: to must be a whole number from 0 to 100, got 999",
  ]);
});

test("a text of another form is refused, with the first row that has it", () => {
  expect(refusal({ plan: "0-4" })).toEqual(['model: plan must be from-to:spend rows joined by +, got "0-4"']);
  expect(refusal({ plan: "0-4:1+x" })).toEqual([
    'model: plan must be from-to:spend rows joined by +, got "0-4:1+x": row 2 is "x"',
  ]);
  for (const wrong of ["0-4:-1", "0-4:1e3", "0-4:1+", "+", " 0-4:1", "0-4:1..2", "0x1-4:1", 3, null, {}])
    expect(refusal({ plan: wrong })).toHaveLength(1);
  expect(refusal({ steps: "" })).toHaveLength(1);
});

test("no rows are a table unless it must have some", () => {
  expect(resolve("model", rule, { plan: "", steps: "1:b" }).plan).toEqual([]);
  expect(resolve("model", rule, { plan: [], steps: "1:b" }).plan).toEqual([]);
});

test("what is typed stays a text, and JSON Schema has both forms with the fallback as it is given", () => {
  expect(fromText(rule.plan, "0-4:1")).toBe("0-4:1");
  const { properties } = jsonSchema({ plan: rule.plan }) as {
    properties: { plan: { anyOf: { type: string; items?: { required: string[] } }[]; default: string } };
  };
  expect(properties.plan.anyOf.map(({ type }) => type)).toEqual(["string", "array"]);
  expect(properties.plan.anyOf[1].items?.required).toEqual(["from", "to", "spend"]);
  expect(properties.plan.default).toBe("0-4:1");
});

import { expect, test } from "vitest";
import { choose } from "../../../models/programs/choosing/choose.ts";
import { type Method } from "../../../models/programs/choosing/methods.ts";
import { asked } from "../../../models/programs/choosing/question.ts";
import { path4, tiny } from "../../support/tiny.ts";

test("candidates are taken once each and in order, everybody where none are named", () => {
  expect(asked({ network: path4, count: 1, candidates: [3, 1, 3] }).candidates).toEqual(Uint32Array.of(1, 3));
  expect(asked({ network: path4, count: 1 }).candidates).toEqual(Uint32Array.of(0, 1, 2, 3));
});

test("all that is wrong with a question is told at once", () => {
  expect(() =>
    asked({ network: path4, count: 5, candidates: [9, 1], worth: Float64Array.of(1, 1, NaN, 1), budget: -1 }),
  ).toThrow(
    [
      "choose: candidates must be customers below 4, got 9",
      "choose: count must be at most the 2 candidates, got 5",
      "choose: costs must be given with a budget, got none",
      "choose: budget must be above 0, got -1",
      "choose: worth must be 0 or more, got NaN of customer 2",
    ].join("\n"),
  );
  expect(() => asked({ network: path4, count: 0 })).toThrow(
    "choose: count must be a whole number of at least 1, got 0",
  );
  expect(() => asked({ network: path4, count: Infinity })).toThrow(
    "choose: count or budget must be given, got neither",
  );
  expect(() => asked({ network: path4, count: 1, candidates: [] })).toThrow(
    "choose: there must be someone to choose from, got no candidates",
  );
  expect(() => asked({ network: tiny(0, []), count: 1 })).toThrow(
    "choose: there must be someone to choose from, got no candidates",
  );
  expect(() => asked({ network: path4, count: 1, budget: 1, costs: Float64Array.of(4, 3, 2, 5) })).toThrow(
    "choose: budget must be at least 2, what the cheapest candidate costs, got 1",
  );
  expect(() => asked({ network: path4, count: 1, budget: 1, costs: Float64Array.of(0, 3, 2, 5) })).toThrow(
    "choose: costs must be above 0, got 0 of customer 0",
  );
  expect(() => asked({ network: path4, count: 1, worth: Float64Array.of(1) })).toThrow(
    "choose: worth must be given of each of the 4 customers, got 1",
  );
});

test("a method is found by name, with the nearest right one, and asks for what it needs", () => {
  expect(() => choose("pagerang" as Method, { network: path4, count: 1 })).toThrow("did you mean pagerank?");
  for (const [method, name] of [
    ["greedy", "spread"],
    ["guaranteed", "spread"],
    ["value", "worth"],
    ["expert", "skill"],
    ["susceptible", "need"],
  ] as const) {
    expect(() => choose(method, { network: path4, count: 1 })).toThrow(
      `choose: ${name} must be given for ${method}, got none`,
    );
  }
});

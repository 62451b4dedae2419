import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { briefSchema } from "../../../models/studies/brief/json-schema.ts";
import { ROOT } from "../../support/command.ts";

/** The judgement of a validator that is not ours, as an editor has one. */
const holds = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  .addVocabulary(["unit", "lever"])
  .compile(briefSchema());
const faultsOf = (brief: unknown): string[] =>
  holds(brief)
    ? []
    : (holds.errors ?? []).map(
        ({ instancePath, params, message }) => `${instancePath} ${JSON.stringify(params)} ${message}`,
      );

const FOLDER = join(ROOT, "data/briefs");

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".yaml")))(
  "the JSON Schema has no objection to %s",
  (name) => {
    expect(faultsOf(parse(readFileSync(join(FOLDER, name), "utf8")))).toEqual([]);
  },
);

const least = { title: "A test", customers: { network: "karate" }, arms: { some: { program: "sampling-program" } } };
const wrong: [string, object, string][] = [
  ["no title", { title: undefined }, "title"],
  ["an unknown key", { titel: "x" }, "titel"],
  ["an unknown key of the customers", { customers: { network: "karate", folk: "a.csv" } }, "folk"],
  ["an unknown parameter of the market", { market: { marjin: 2 } }, "marjin"],
  ["a value out of range", { market: { quality: 3 } }, "/market/quality"],
  ["an unknown program", { arms: { some: { program: "samplingprogram" } } }, "/arms/some"],
  ["an unknown parameter of a program", { arms: { some: { program: "sampling-program", sampels: 3 } } }, "sampels"],
  ["another program's parameter", { arms: { some: { program: "sampling-program", inviting: 0.1 } } }, "inviting"],
  ["what all programs share", { arms: { some: { program: "sampling-program", advertising: 0.1 } } }, "advertising"],
  ["an unknown assumption", { assumptions: { leavin: "0.1..0.2" } }, "leavin"],
  ["a range without an end", { assumptions: { leaving: { from: 0.1 } } }, "/assumptions/leaving"],
  ["a rule there is not", { decide: { by: "gut" } }, "/decide/by"],
  ["a fraction of a world", { stop: { atLeast: 20.5 } }, "/stop/atLeast"],
];

test.each(wrong)("it refuses %s and says where", (_, change, place) => {
  expect(faultsOf(least)).toEqual([]);
  expect(faultsOf(JSON.parse(JSON.stringify({ ...least, ...change }))).join("\n")).toContain(place);
});

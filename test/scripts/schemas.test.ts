import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { schemaFiles } from "../../scripts/schemas.ts";
import { ROOT } from "../support/command.ts";

test("data/schemas holds what follows from the code; `npm run schemas` writes it", () => {
  for (const { path, text } of schemaFiles()) expect(readFileSync(path, "utf8"), path).toBe(text);
});

const examples = ["briefs", "experiments"].flatMap((folder) =>
  readdirSync(join(ROOT, "data", folder)).map((name) => join("data", folder, name)),
);

test.each(examples)("%s names its schema in its first line, and keeps to it", (example) => {
  const text = readFileSync(join(ROOT, example), "utf8");
  const [, named] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
  const schema = JSON.parse(readFileSync(join(ROOT, example, "..", named), "utf8")) as object;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true }).addVocabulary(["unit", "lever"]);
  const holds = ajv.compile(schema);
  expect(holds(parse(text)), JSON.stringify(holds.errors)).toBe(true);
});

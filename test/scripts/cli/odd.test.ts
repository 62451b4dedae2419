import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { catalog } from "../../../models/catalog.ts";
import { definitionText, odd } from "../../../scripts/cli/odd.ts";

const PARTS = [
  "1. Purpose and patterns",
  "2. Entities, state variables and scales",
  "3. Process overview and scheduling",
  "4. Design concepts",
  "5. Initialization",
  "6. Input data",
  "7. Submodels",
];

test.each(catalog.map(({ room, model }) => [model.name, room, model] as const))(
  "the ODD document of %s has all seven parts and the code that runs",
  (name, room, model) => {
    const file = new URL(`../../../models/${room}/${name}.ts`, import.meta.url);
    const text = odd(model, room, definitionText(fileURLToPath(file)));
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(PARTS);
    expect(text).toMatch(/```ts\n(step|plays)[(:]/);
    expect(text).toMatch(/```ts\nsetup[(:]/);
    for (const known of [model.parameters, model.state, model.measures].flatMap((part) => Object.keys(part)))
      expect(text).toContain(`| ${known} |`);
    // What happens in a step is said in words too: the comment above the definition.
    const process = text.slice(text.indexOf("## 3."), text.indexOf("Setup happens once"));
    expect(process.length).toBeGreaterThan(model.about.length + 80);
  },
);

test("a model without a comment is described by what it is about", () => {
  const [{ room, model }] = catalog;
  expect(odd(model, room, "")).toContain(`## 3. Process overview and scheduling\n\n${model.about}`);
});

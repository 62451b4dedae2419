import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { catalog, find } from "../models/catalog.ts";

test("the file of each model is named after it and exports it", async () => {
  for (const { room, model } of catalog) {
    const file = new URL(`../models/${room}/${model.name}.ts`, import.meta.url);
    expect(existsSync(file), `${room}/${model.name}.ts`).toBe(true);
    expect(Object.values((await import(file.href)) as object)).toContain(model);
  }
});

test("no two models share a name", () => {
  const names = catalog.map(({ model }) => model.name);
  expect(new Set(names).size).toBe(names.length);
});

test("a model is found by name, and a wrong name is told the nearest right one", () => {
  expect(find("independent-cascade").room).toBe("cascades");
  expect(() => find("independant-cascade")).toThrow(
    "independant-cascade is not a model; did you mean independent-cascade?",
  );
});

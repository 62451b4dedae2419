import { expect, test } from "vitest";
import { layoutFaults } from "./support/layout.ts";
import { sources } from "./support/sources.ts";

const faults = (path: string, text = ""): string[] => layoutFaults([{ path, text }]);

test("every file stands where the layout has it and imports only what stands before it", () => {
  const files = sources("models", "scripts", "test", "notebooks");
  expect(files.length).toBeGreaterThan(50);
  expect(layoutFaults(files)).toEqual([]);
});

test("rooms import from their own and from those before, and from no other", () => {
  const right =
    'import { a } from "../core/index.ts";\nimport { b } from "./b.ts";\nimport { c } from "../influence/c.ts";\nimport { z } from "zod";\n';
  expect(faults("models/cascades/a.ts", right)).toEqual([]);
  expect(faults("models/core/a.ts", 'import { b } from "../networks/b.ts";')).toEqual([
    "models/core/a.ts: core may not import models/networks/b.ts, which stands after it",
  ]);
  for (const text of [
    'export * from "../programs/b.ts";',
    'import type { B } from "../programs/b.ts";',
    'const b = await import("../programs/b.ts");',
    'type B = import("../programs/b.ts").B;',
  ]) {
    expect(faults("models/market/a.ts", text)).toEqual([
      "models/market/a.ts: market may not import models/programs/b.ts, which stands after it",
    ]);
  }
  expect(faults("models/programs/a.ts", 'import { b } from "../catalog.ts";')).toEqual([
    "models/programs/a.ts: programs may not import models/catalog.ts, which stands after it",
  ]);
  expect(faults("models/catalog.ts", 'import { b } from "./programs/b.ts";')).toEqual([]);
  expect(
    faults(
      "models/networks/generators/a.ts",
      'import { b } from "../edges.ts";\nimport { c } from "../../core/index.ts";',
    ),
  ).toEqual([]);
});

test("studies stand last: they know all rooms, and no room knows them", () => {
  expect(
    faults(
      "models/studies/sweep/a.ts",
      'import { b } from "../../catalog.ts";\nimport { c } from "../../experiments/index.ts";\nimport { parse } from "yaml";',
    ),
  ).toEqual([]);
  expect(faults("models/ledger/a.ts", 'import { b } from "../studies/b.ts";')).toEqual([
    "models/ledger/a.ts: ledger may not import models/studies/b.ts, which stands after it",
  ]);
  expect(faults("models/ledger/a.ts", 'import { parse } from "yaml";')).toEqual([
    "models/ledger/a.ts: yaml is not among the packages that run in a page",
  ]);
  expect(faults("models/studies/work/a.ts", "export const a = performance.now();")).toEqual([]);
  expect(faults("models/studies/sweep/a.ts", "export const a = performance.now();")).toHaveLength(1);
  expect(faults("models/studies/work/a.ts", "export const a = Date.now();")).toHaveLength(1);
});

test("experiments know the core and statistics only, and no room knows experiments", () => {
  expect(faults("models/experiments/a.ts", 'import { b } from "../core/index.ts";')).toEqual([]);
  expect(faults("models/experiments/a.ts", 'import { b } from "../networks/b.ts";')).toHaveLength(1);
  expect(faults("models/programs/a.ts", 'import { b } from "../experiments/b.ts";')).toEqual([
    "models/programs/a.ts: programs may not import models/experiments/b.ts, which stands beside it",
  ]);
});

test("models run in a page: no Node, no native package, nothing from outside models", () => {
  expect(faults("models/networks/a.ts", 'import { readFileSync } from "node:fs";')).toEqual([
    "models/networks/a.ts: node:fs is not there in a page",
  ]);
  expect(faults("models/networks/a.ts", 'import { join } from "path";')).toEqual([
    "models/networks/a.ts: path is not there in a page",
  ]);
  expect(faults("models/networks/a.ts", 'import duck from "@duckdb/node-api";')).toEqual([
    "models/networks/a.ts: @duckdb/node-api is not among the packages that run in a page",
  ]);
  expect(faults("models/networks/a.ts", 'import { b } from "../../scripts/b.ts";')).toEqual([
    "models/networks/a.ts: models/ may not import scripts/b.ts",
  ]);
  expect(faults("models/networks/a.ts", 'import { b } from "../../test/b.ts";')).toEqual([
    "models/networks/a.ts: models/ may not import test/b.ts",
  ]);
  expect(
    faults("scripts/a.ts", 'import { readFileSync } from "node:fs";\nimport { b } from "../models/catalog.ts";'),
  ).toEqual([]);
  expect(faults("scripts/a.ts", 'import { b } from "../test/support/b.ts";')).toEqual([
    "scripts/a.ts: scripts/ may not import test/support/b.ts",
  ]);
});

test("notebooks run in a page, and nothing but tests reads them", () => {
  expect(
    faults(
      "notebooks/views/a.ts",
      'import { a } from "../../models/core/index.ts";\nimport { b } from "../element.ts";\nimport { plot } from "@observablehq/plot";',
    ),
  ).toEqual([]);
  expect(faults("notebooks/views/a.ts", 'import { readFileSync } from "node:fs";')).toEqual([
    "notebooks/views/a.ts: node:fs is not there in a page",
  ]);
  expect(faults("notebooks/views/a.ts", 'import { b } from "../../test/b.ts";')).toEqual([
    "notebooks/views/a.ts: notebooks/ may not import test/b.ts",
  ]);
  expect(faults("notebooks/views/a.ts", 'import { b } from "../../scripts/b.ts";')).toEqual([
    "notebooks/views/a.ts: notebooks/ may not import scripts/b.ts",
  ]);
  expect(faults("models/core/a.ts", 'import { b } from "../../notebooks/b.ts";')).toEqual([
    "models/core/a.ts: models/ may not import notebooks/b.ts",
  ]);
  expect(faults("scripts/a.ts", 'import { b } from "../notebooks/b.ts";')).toEqual([
    "scripts/a.ts: scripts/ may not import notebooks/b.ts",
  ]);
  expect(faults("test/notebooks/a.ts", 'import { b } from "../../notebooks/b.ts";')).toEqual([]);
});

test("names say an idea, files are short, imports carry their ending, nothing is exported by default", () => {
  expect(faults("models/core/utils/a.ts")).toEqual(["models/core/utils/a.ts: no folder may be named utils"]);
  expect(faults("scripts/lib/a.ts")).toEqual(["scripts/lib/a.ts: no folder may be named lib"]);
  expect(faults("models/misc/a.ts")).toEqual(["models/misc/a.ts: misc is no room"]);
  expect(faults("models/core/myFile.ts")).toEqual(["models/core/myFile.ts: a file's name is kebab-case"]);
  expect(faults("models/core/a.ts", "//\n".repeat(300))).toEqual([]);
  expect(faults("models/core/a.ts", "//\n".repeat(301))).toEqual(["models/core/a.ts: at most 300 lines, got 301"]);
  expect(faults("scripts/a.ts", 'import { b } from "./b";')).toEqual([
    "scripts/a.ts: the import of ./b must carry its ending",
  ]);
  for (const text of [
    "export default 1;",
    "export default function a() {}",
    "const a = 1;\nexport { a as default };",
  ]) {
    expect(faults("models/core/a.ts", text)).toEqual(["models/core/a.ts: no default exports"]);
  }
});

test("a world depends on its seed alone", () => {
  for (const text of [
    "Math.random()",
    "Date.now()",
    "performance.now()",
    "new Date()",
    "globalThis.performance.now()",
    "crypto.getRandomValues(a)",
  ]) {
    expect(faults("models/cascades/a.ts", `export const a = ${text};`)).toHaveLength(1);
    expect(faults("scripts/a.ts", `export const a = ${text};`)).toEqual([]);
  }
  expect(
    faults(
      "models/cascades/a.ts",
      '// Math.random() is not for models\nexport const a = "Date.now()";\nexport const b = new Date(0);',
    ),
  ).toEqual([]);
});

test("models use functions alone that are the same in every engine", () => {
  for (const text of [
    "Math.log(x)",
    "Math.exp(x)",
    "Math.pow(x, 3)",
    "Math.hypot(x, x)",
    "x ** 3",
    "x ** y",
    "10 ** x",
  ]) {
    expect(faults("models/cascades/a.ts", `export const f = (x: number, y: number) => ${text};`)).toEqual([
      `models/cascades/a.ts: ${text.replace(/\(.*/, "")} differs between engines`,
    ]);
    expect(faults("models/experiments/a.ts", `export const f = (x: number, y: number) => ${text};`)).toHaveLength(1);
  }
  for (const text of [
    "Math.sqrt(x)",
    "Math.floor(x)",
    "Math.imul(x, x)",
    "Math.fround(x)",
    "2 ** -31",
    "x ** 2",
    "Math.LN2",
  ]) {
    expect(faults("models/cascades/a.ts", `export const f = (x: number) => ${text};`)).toEqual([]);
  }
});

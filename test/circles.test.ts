import { expect, test } from "vitest";
import { circles } from "./support/circles.ts";
import { sources } from "./support/sources.ts";

test("no two files import each other, by whatever way, not even for a type", () => {
  const files = sources("models", "notebooks", "scripts");
  expect(files.length).toBeGreaterThan(50);
  expect(circles(files)).toEqual([]);
});

test("a circle is found through types, exports, workers and late imports, and told once", () => {
  const files = Object.entries({
    "models/core/a.ts": 'import { type B } from "./b.ts";',
    "models/core/b.ts": 'export * from "../networks/c.ts";',
    "models/networks/c.ts": 'const a = await import("../core/a.ts");\nimport D from "./d.ts?worker&inline";',
    "models/networks/d.ts": 'export type D = import("./d.ts").D;',
    "models/networks/e.ts": 'import { a } from "../core/a.ts";',
  }).map(([path, text]) => ({ path, text }));
  expect(circles(files)).toEqual([
    "models/core/a.ts → models/core/b.ts → models/networks/c.ts → models/core/a.ts",
    "models/networks/d.ts → models/networks/d.ts",
  ]);
  expect(circles(files.slice(1, 3))).toEqual([]);
});

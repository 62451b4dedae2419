import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hash } from "../../../models/studies/work/hash.ts";
import { codeOf } from "../../../scripts/disk/model-source.ts";
import { shellWords } from "../../../scripts/cli/shell.ts";
import { temporaryFolder } from "../../support/folder.ts";

test("the order of names does not change a key, any value does", () => {
  expect(hash({ a: 1, b: [2, { c: "x", d: undefined }] })).toBe(hash({ b: [2, { c: "x" }], a: 1 }));
  expect(hash({ a: 1 })).not.toBe(hash({ a: "1" }));
  expect(hash([1, 2])).not.toBe(hash([2, 1]));
});

test("a change in any file that a model imports changes its code, a change elsewhere does not", () => {
  const folder = temporaryFolder();
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write("model.ts", 'import { a } from "./part.ts";\nexport const model = a;');
  write("part.ts", 'export * from "./deep.ts";');
  write("deep.ts", "export const a = 1;");
  write("other.ts", "export const b = 1;");
  const before = codeOf(join(folder, "model.ts"));
  write("other.ts", "export const b = 2;");
  expect(codeOf(join(folder, "model.ts"))).toBe(before);
  write("deep.ts", "export const a = 2;");
  expect(codeOf(join(folder, "model.ts"))).not.toBe(before);
});

test("words come out of a shell as they went in", () => {
  expect(shellWords(["run", "a=b", "it's", "x y", "$(rm)"])).toBe(`run a=b 'it'\\''s' 'x y' '$(rm)'`);
});

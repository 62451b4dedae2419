import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { ROOT } from "./support/command.ts";
import { examplesOf } from "./support/examples.ts";
import { temporaryFolder } from "./support/folder.ts";
import { sources } from "./support/sources.ts";

/** What a reader calls first; each of them must have an example. */
const FIRST = [
  ...["defineModel", "run", "runArms", "start", "generate", "readNetwork", "writeNetwork", "describe", "choose"],
  ...["defineProgram", "degreesOf", "factorial", "summarize", "paired", "wilson", "find", "readBrief", "saveNetwork"],
];

test("every example of a docstring runs as a module of one's own, and prints what it says", () => {
  const folder = temporaryFolder();
  const texts = sources("models", "scripts").filter(({ path }) => path.endsWith(".ts"));
  const examples = texts.flatMap(({ path, text }) => examplesOf(path, text));
  const written = texts.reduce((sum, { text }) => sum + text.split("* @example").length - 1, 0);
  expect(examples).toHaveLength(written);
  expect(FIRST.filter((name) => !examples.some((one) => one.name.endsWith(` ${name}`)))).toEqual([]);

  const said = printed(
    folder,
    examples.map(({ code }) => code),
  );
  const named = (lists: string[][]) => Object.fromEntries(examples.map(({ name }, at) => [name, lists[at]]));
  expect(named(said)).toEqual(named(examples.map(({ shown }) => shown)));
  for (const { name, shown } of examples) expect(shown.length, name).toBeGreaterThan(0);
});

/** What each of these modules prints, as files of one's own in a folder. */
function printed(folder: string, codes: readonly string[]): string[][] {
  const files = codes.map((code, at) => {
    const file = join(folder, `example-${at}.ts`);
    writeFileSync(file, code);
    return pathToFileURL(file).href;
  });
  const entry = join(ROOT, "test/support/examples-entry.mjs");
  return JSON.parse(execFileSync(process.execPath, [entry, ...files], { cwd: folder, encoding: "utf8" })) as string[][];
}

test("the script of the README runs as it stands", () => {
  const [code] = /(?<=^```js\n)[^`]+/m.exec(readFileSync(join(ROOT, "README.md"), "utf8")) ?? [""];
  const folder = temporaryFolder();
  writeFileSync(join(folder, "customers.csv"), "who,whom\nann,bo\nbo,cy\n");
  const [[structure, reach]] = printed(folder, [code]);
  expect(structure).toBe(`${4 / 3} { selfLoops: 0, duplicates: 0, dangling: 0, unusable: 0 }`);
  expect(["1", "2", "3"]).toContain(reach);
});

test("an example is found with what it says that it prints", () => {
  const text =
    "/**\n * Adds.\n * @example\n * ```ts\n * console.log(1 + 1); // 2\n * ```\n */\nexport function add() {}\n";
  expect(examplesOf("a.ts", text)).toEqual([{ name: "a.ts: add", code: "console.log(1 + 1); // 2\n", shown: ["2"] }]);
});

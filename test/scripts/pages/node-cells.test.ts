import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Notebook, toCell } from "@observablehq/notebook-kit";
import { expect, test } from "vitest";
import { cellOutput, runNodeCells } from "../../../scripts/pages/node-cells.ts";
import { temporaryFolder } from "../../support/folder.ts";

const notebookOf = (value: string, format: "json" | "text" = "json"): Notebook => ({
  title: "t",
  theme: "air",
  readOnly: false,
  cells: [toCell({ id: 1, mode: "node", format, value, output: "found" })],
});

test("a cell that is run at the build leaves its JSON in the page, in which no text ends the script", async () => {
  const { cells } = await runNodeCells(notebookOf('console.log(JSON.stringify({ a: [1, 2], b: "</script>" }))'), {
    filename: join(temporaryFolder(), "n.html"),
  });
  expect(cells[0]).toMatchObject({
    mode: "js",
    output: undefined,
    value: 'const found = {"a":[1,2],"b":"\\u003c/script>"};',
  });
});

test("what was computed is kept until the code or the data that the cell imports changes", async () => {
  const folder = temporaryFolder();
  const facts = (text: string): void => writeFileSync(join(folder, "facts.json"), text);
  writeFileSync(
    join(folder, "twice.mts"),
    'import facts from "./facts.json" with { type: "json" };\nexport const twice: number = 2 * facts.n;\n',
  );
  const cell =
    'import { twice } from "./twice.mts";\nconsole.log(JSON.stringify([twice, process.hrtime.bigint().toString()]))';
  facts('{"n": 4}');
  const first = await cellOutput(cell, folder);
  expect(JSON.parse(first)).toMatchObject([8, expect.any(String)]);
  expect(await cellOutput(cell, folder)).toBe(first); // the clock in it stands still
  facts('{"n": 5}');
  expect(JSON.parse(await cellOutput(cell, folder))).toMatchObject([10, expect.any(String)]);
  expect(await cellOutput(`${cell} // `, folder)).not.toBe(first);
});

test("a cell that fails, prints no JSON or has no format fails the build with what it said", async () => {
  const folder = temporaryFolder();
  await expect(cellOutput('throw new Error("the sweep ended badly")', folder)).rejects.toThrow("the sweep ended badly");
  await expect(cellOutput('console.log("half a sentence")', folder)).rejects.toThrow(
    "must print JSON, got half a sentence",
  );
  await expect(runNodeCells(notebookOf("1", "text"), { filename: join(folder, "n.html") })).rejects.toThrow(
    'must have format="json" and an output, got text and found',
  );
});

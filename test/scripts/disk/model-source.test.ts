import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadModel } from "../../../scripts/disk/model-source.ts";
import { temporaryFolder } from "../../support/folder.ts";

const WHOLE = "parameters: {}, state: {}, streams: {}, steps: 1, setup() {}, step() {}";

test("one model in a file is found, also under two names", async () => {
  const path = join(temporaryFolder(), "twice.mjs");
  writeFileSync(
    path,
    `export const a = { name: "a", ${WHOLE}, measures: { x: {} } };\nexport const again = a;\nexport const other = 1;`,
  );
  expect((await loadModel(path)).model.name).toBe("a");
});

test("a file without one whole model is refused by its name with what is wrong", async () => {
  const folder = temporaryFolder();
  const load = (name: string, text: string): Promise<unknown> => {
    writeFileSync(join(folder, name), text);
    return loadModel(join(folder, name));
  };
  await expect(load("none.mjs", "export const a = 1;")).rejects.toThrow(RangeError);
  await expect(
    load("two.mjs", `const a = { ${WHOLE}, name: "a", measures: {} };\nexport const b = a, c = { ...a };`),
  ).rejects.toThrow("got 2");
  await expect(load("half.mjs", "export const a = { setup() {}, step() {}, measures: {} };")).rejects.toThrow("got 0");
  await expect(load("blind.mjs", `export const a = { name: "a", ${WHOLE}, measures: {} };`)).rejects.toThrow(
    "a: measures must hold at least one",
  );
  await expect(load("throws.mjs", 'throw new Error("at load");')).rejects.toThrow(
    /throws\.mjs must load, got: at load/,
  );
  await expect(load("imports.mjs", 'import "./not-there.mjs";')).rejects.toThrow(RangeError);
  mkdirSync(join(folder, "folder.ts"));
  await expect(loadModel(join(folder, "folder.ts"))).rejects.toThrow("there must be a file");
  await expect(loadModel(join(folder, "none.mjs", "x.ts"))).rejects.toThrow("there must be a file");
});

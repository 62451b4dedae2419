import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Notebook } from "@observablehq/notebook-kit";
import { codeOf } from "../disk/model-source.ts";
import { writeWhole } from "../disk/atomic.ts";

/** What was computed at an earlier build, by the content of all that it depends on. */
const KEPT = resolve(import.meta.dirname, "../../node_modules/.cache/ovation-cells");

/**
 * Runs the cells of a notebook that are computed when it is built (`application/vnd.node.javascript`), each in
 * a process of its own in the notebook's folder, and puts the JSON that it prints in its place. What was
 * printed is kept for as long as the cell, all files that it imports by relative path, code and data alike, and
 * Node stay the same. Throws `RangeError` for a cell that does not say `format="json"` and what its `output` is called,
 * and `Error` with what the cell said if it fails.
 */
export async function runNodeCells(notebook: Notebook, { filename }: { filename: string }): Promise<Notebook> {
  for (const cell of notebook.cells) {
    if (cell.mode !== "node") continue;
    if (cell.format !== "json" || cell.output === undefined)
      throw new RangeError(
        `${filename}: a cell that is run at the build must have format="json" and an output, got ${cell.format ?? "no format"} and ${cell.output ?? "none"}`,
      );
    const json = await cellOutput(cell.value, dirname(filename));
    cell.mode = "js";
    // no text may end the script that contains it
    cell.value = `const ${cell.output} = ${json.replaceAll("<", "\\u003c")};`;
    cell.output = undefined; // defined, not shown
  }
  return notebook;
}

/** The JSON that a cell prints, on one line; from an earlier build where nothing has changed. */
export async function cellOutput(code: string, folder: string): Promise<string> {
  const key = createHash("sha256")
    .update(`${process.version}\0${codeOf(join(folder, "cell.js"), code)}`)
    .digest("hex");
  const file = join(KEPT, `${key}.json`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const json = oneLine(await printed(code, folder));
  mkdirSync(KEPT, { recursive: true });
  writeWhole(file, json);
  return json;
}

function oneLine(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (error) {
    throw new Error(`a cell that is run at the build must print JSON, got ${text.slice(0, 60) || "nothing"}`, {
      cause: error,
    });
  }
}

function printed(code: string, folder: string): Promise<string> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), "--input-type=module", "-"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (err += bytes.toString()));
  child.stdin.end(code);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (exit) =>
      exit === 0 ? done(out) : failed(new Error(`a cell that is run at the build failed:\n${err.trim()}`)),
    );
  });
}

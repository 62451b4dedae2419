import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { follow } from "../../scripts/cli/program.ts";
import { line } from "../../scripts/commands/line.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SCRIPT = fileURLToPath(new URL("../../scripts/ovation.ts", import.meta.url));

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the command line as a process of its own, from the project's root unless told. */
export function begin(words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const environment = { ...process.env, NO_COLOR: "1", ...options.env };
  return spawn(process.execPath, ["--import", "tsx", SCRIPT, ...words], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    env: environment,
  });
}

/** Runs the command line to its end. */
export async function ovation(...words: string[]): Promise<Outcome> {
  return ended(begin(words));
}

export function ended(child: ChildProcess): Promise<Outcome> {
  const outcome: Outcome = { code: null, out: "", err: "" };
  child.stdout?.on("data", (bytes: Buffer) => (outcome.out += bytes.toString()));
  child.stderr?.on("data", (bytes: Buffer) => (outcome.err += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ ...outcome, code });
    });
  });
}

/**
 * The same words read and run in this process, which takes a tenth of the time; answers are left out. Throws what the
 * command throws.
 */
export async function within(...words: string[]): Promise<void> {
  const silent = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  try {
    await follow(line, words);
  } finally {
    silent.mockRestore();
  }
}

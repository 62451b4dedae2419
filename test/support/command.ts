import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { vi } from "vitest";
import { guarded } from "../../scripts/cli/errors.ts";
import { follow } from "../../scripts/cli/program.ts";
import { line } from "../../scripts/commands/line.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** By its place, so that the process can stand in any folder. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const SCRIPT = fileURLToPath(new URL("../../scripts/ovation.ts", import.meta.url));

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the command line as a process of its own, from the project's root unless told. */
export function begin(words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const environment = { ...process.env, NO_COLOR: "1", ...options.env };
  return spawn(process.execPath, ["--import", TSX, SCRIPT, ...words], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    env: environment,
  });
}

/** Runs the command line to its end in a process of its own, for what only a process can show. */
export async function alone(...words: string[]): Promise<Outcome> {
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
 * Runs the command line to its end in this process, which saves the two seconds that a process of its own takes to
 * load the project. One at a time, in the order asked for: all that is written meanwhile is its answer.
 */
export function ovation(...words: string[]): Promise<Outcome> {
  const outcome = turn.then(() => overheard(words));
  turn = outcome.catch(() => undefined);
  return outcome;
}
let turn: Promise<unknown> = Promise.resolve();

async function overheard(words: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { code: null, out: "", err: "" };
  const heard = { out: process.stdout, err: process.stderr };
  const before = { exitCode: process.exitCode, color: process.env.NO_COLOR };
  const ends = (["out", "err"] as const).map((name) => {
    const listeners = heard[name].listeners("error");
    const spy = vi.spyOn(heard[name], "write").mockImplementation((text) => {
      outcome[name] += text.toString();
      return true;
    });
    return () => {
      spy.mockRestore();
      for (const one of heard[name].listeners("error"))
        if (!listeners.includes(one)) heard[name].off("error", one as () => void);
    };
  });
  process.env.NO_COLOR = "1";
  process.exitCode = undefined;
  try {
    outcome.code = await guarded(() => follow(line, words));
    return outcome;
  } finally {
    ends.forEach((end) => end());
    process.exitCode = before.exitCode;
    if (before.color === undefined) delete process.env.NO_COLOR;
    else process.env.NO_COLOR = before.color;
  }
}

/** The same with nothing caught: throws what the command throws, and says nothing. */
export async function within(...words: string[]): Promise<void> {
  const silent = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  try {
    await follow(line, words);
  } finally {
    silent.mockRestore();
  }
}

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { explained } from "./atomic.ts";

/** Claims a results folder for one process and one job. */
export interface Claim {
  path: string;
  state: "new" | "begun" | "done";
  release(): void;
}
export interface Wanted {
  key: string;
  resume: boolean;
}

/**
 * Makes or enters the folder. Throws before anything is written if it holds another job, foreign
 * files, a job already begun without `resume`, or a process that is still at work in it.
 */
export function claim(path: string, { key, resume }: Wanted): Claim {
  const state = stateOf(path, key);
  if (state === "begun" && !resume) {
    throw new RangeError(
      `results: ${path} holds this job, unfinished; continue with --resume, or choose another place with --out`,
    );
  }
  try {
    accessSync(standing(path), constants.W_OK); // says why not, where making a folder would not
    makeFolder(path);
  } catch (error) {
    throw explained(error, path);
  }
  const lock = join(path, "job.lock");
  takeLock(lock);
  removePartial(path);
  return { path, state, release: () => rmSync(lock, { force: true }) };
}

/** Makes a folder and those above it, one by one: where none can be made, Node's own way tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(resolve(path)));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another process was faster
  }
}

/** The path itself or the nearest folder above it that exists. */
function standing(path: string): string {
  const above = dirname(resolve(path));
  return existsSync(path) || above === path ? path : standing(above);
}

function stateOf(path: string, key: string): Claim["state"] {
  if (!existsSync(path)) return "new";
  const job = join(path, "job.json");
  if (!existsSync(job)) {
    const others = entries(path).filter((name) => !name.endsWith(".tmp") && name !== "job.lock");
    if (others.length === 0) return "new";
    throw new RangeError(
      `results: ${path} must be a new or empty folder, or hold this job; it holds ${others.slice(0, 3).join(", ")}`,
    );
  }
  const found = readJobFile(job);
  if (found.key === key) return found.state === "done" ? "done" : "begun";
  throw new RangeError(
    `results: ${path} holds another job (key ${found.key.slice(0, 12)}, wanted ${key.slice(0, 12)}): its model, code, parameters, network or seed differ; choose another place with --out`,
  );
}

function entries(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw explained(error, path);
  }
}

/** The job of a results folder. Throws `RangeError` if the file is not one. */
export function readJobFile(path: string): { key: string; state: string } & Record<string, unknown> {
  try {
    const found = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    if (typeof found.key === "string" && typeof found.state === "string")
      return found as ReturnType<typeof readJobFile>;
  } catch {
    // reported below
  }
  throw new RangeError(`results: ${path} must be the job.json of a results folder; it is not, or it is damaged`);
}

function takeLock(lock: string): void {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw explained(error, lock);
    }
    const holder = Number(readFileSync(lock, "utf8"));
    if (isRunning(holder))
      throw new RangeError(
        `results: process ${holder} is working in ${lock.slice(0, -9)}; wait for it, or choose another place with --out (if it is none of this project's, remove job.lock)`,
      );
    rmSync(lock, { force: true }); // left behind by a process that was killed
  }
}

/** Files that a killed process had half written; the lock is ours, so nobody is writing them now. */
function removePartial(path: string): void {
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) {
    if (/\.\d+\.tmp$/.test(name)) rmSync(join(path, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

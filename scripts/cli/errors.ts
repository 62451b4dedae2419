import { CommanderError } from "commander";
import { say } from "./output.ts";

/** Exit codes: the request was wrong, the work failed, the user pressed Ctrl-C. */
export const WRONG = 2;
export const FAILED = 1;
export const INTERRUPTED = 130;

/** The answer could not be written. A reader that closes the pipe early is no failure; a full disk is. */
export function lost(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  say(
    `standard output: the answer could not be written: ${error.code === "ENOSPC" ? "the disk is full" : error.message}`,
  );
  process.exitCode = FAILED;
}

/**
 * Runs a command and gives the exit code. A `RangeError` is a wrong request: a value out of range, an
 * unknown name, a file that is not what it should be. Anything else is work that failed.
 */
export async function guarded(work: () => Promise<unknown>): Promise<number> {
  process.stdout.on("error", lost);
  process.stderr.on("error", () => undefined); // no one is left to read it
  try {
    await work();
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG; // it has said why
    if (!(error instanceof Error)) throw error;
    say(error.message);
    if (process.env.OVATION_STACK) say(error.stack ?? "");
    return error instanceof RangeError ? WRONG : FAILED;
  }
}

import { closeSync, fsyncSync, lstatSync, openSync, readlinkSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * The file that a path means: what a symbolic link leads to, whether it is there or not, so that writing by rename
 * keeps the link. Throws `RangeError` for links that lead in a circle.
 */
export function behindLinks(path: string): string {
  let file = path;
  for (let links = 0; lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true; links++) {
    if (links === MOST_LINKS)
      throw new RangeError(`${path}: symbolic links must lead to a file, got a circle of links`);
    file = resolve(dirname(file), readlinkSync(file));
  }
  return file;
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

/**
 * Writes a file whole or not at all: to a name of its own first, then renamed over the old one. A symbolic link stays
 * one; what it leads to is written.
 */
export function writeWhole(wanted: string, content: string | Uint8Array | Iterable<string>): void {
  const path = behindLinks(wanted);
  const partial = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(partial, "w");
    try {
      for (const piece of typeof content === "string" || content instanceof Uint8Array ? [content] : content) {
        const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explained(error, path);
  }
}

/** The database says what went wrong in the system's words, without its code. */
function codeIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, code] = SAID.find(([said]) => said.test(message)) ?? [];
  return code ?? "";
}

const SAID: readonly (readonly [RegExp, string])[] = [
  [/no space left/i, "ENOSPC"],
  [/read-only file system/i, "EROFS"],
  [/permission denied/i, "EACCES"],
  [/no such file or directory/i, "ENOENT"],
];

/** The error of the system, with what to do about it; `who` could not write. */
export function explained(error: unknown, path: string, who = "results"): Error {
  const elsewhere = who === "results" ? "choose another place with --out" : "choose another place";
  const code = (error as NodeJS.ErrnoException).code;
  const reasons: Record<string, string> = {
    ENOSPC: `the disk is full; free some space${who === "results" ? " and continue with --resume" : ""}`,
    EROFS: `it is read-only; ${elsewhere}`,
    EACCES: `writing there is not allowed; ${elsewhere}`,
    EPERM: `writing there is not allowed; ${elsewhere}`,
    ENOTDIR: `a part of the path is a file; ${elsewhere}`,
    EEXIST: `a file of that name is in the way; ${elsewhere}`,
    ENOENT: "the folder does not exist",
    ELOOP: "symbolic links on the way lead in a circle",
    EISDIR: "it is a folder",
  };
  const reason = reasons[code ?? codeIn(error)];
  return reason
    ? new Error(`${who}: cannot write ${path}: ${reason}`, { cause: error })
    : error instanceof Error
      ? error
      : new Error(String(error));
}

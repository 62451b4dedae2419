import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";

/** Writes a file whole or not at all: to a name of its own first, then renamed over the old one. */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
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

/** The error of the system, with what to do about it. */
export function explained(error: unknown, path: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  const reasons: Record<string, string> = {
    ENOSPC: "the disk is full; free some space and continue with --resume",
    EROFS: "it is read-only; choose another place with --out",
    EACCES: "writing there is not allowed; choose another place with --out",
    EPERM: "writing there is not allowed; choose another place with --out",
    ENOTDIR: "a part of the path is a file; choose another place with --out",
    EEXIST: "a file of that name is in the way; choose another place with --out",
    ENOENT: "the folder does not exist",
    EISDIR: "it is a folder",
  };
  const reason = reasons[code ?? codeIn(error)];
  return reason
    ? new Error(`results: cannot write ${path}: ${reason}`, { cause: error })
    : error instanceof Error
      ? error
      : new Error(String(error));
}

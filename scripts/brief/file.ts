import { existsSync, readFileSync, statSync } from "node:fs";
import { type Brief } from "./brief.ts";
import { readBrief } from "./read.ts";

/** The brief of a file, for the command that asks. Throws `RangeError` where there is none. */
export function briefOf(path: string, command = "compare"): Brief {
  if (!existsSync(path) || !statSync(path).isFile()) throw new RangeError(`${command}: there must be a file ${path}; there is none (compare --init writes an example)`);
  return readBrief(readFileSync(path, "utf8"), path);
}

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { type Brief } from "../../models/studies/brief/brief.ts";
import { type Place } from "../../models/studies/brief/files.ts";
import { readBrief } from "../../models/studies/brief/read.ts";

/** The files of this machine. */
const disk: Place = {
  has: (path) => existsSync(path) && statSync(path).isFile(),
  names: (folder) => (existsSync(folder || ".") ? readdirSync(folder || ".") : []),
};

/** The brief of a file, for the command that asks. Throws `RangeError` if there is none. */
export function briefOf(path: string, command = "compare"): Brief {
  if (!disk.has(path))
    throw new RangeError(`${command}: there must be a file ${path}; there is none (compare --init writes an example)`);
  return readBrief(readFileSync(path, "utf8"), path, disk);
}

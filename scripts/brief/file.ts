import { existsSync, readFileSync, statSync } from "node:fs";
import { readYaml, refuseLines } from "../experiment/yaml.ts";
import { type Brief, settleBrief } from "./brief.ts";
import { shaped } from "./schema.ts";

/** The brief that a YAML text asks for. Throws `RangeError` with one line a fault, all at once, each with its line. */
export function readBrief(source: string, path: string): Brief {
  const { value, lineOf } = readYaml(source, path, "a brief");
  const read = shaped(value);
  if ("faults" in read) return refuseLines(read.faults, path, lineOf);
  const settled = settleBrief(read.written);
  return "faults" in settled ? refuseLines(settled.faults, path, lineOf) : settled.brief;
}

/** The brief of a file, for the command that asks. Throws `RangeError` where there is none. */
export function briefOf(path: string, command = "compare"): Brief {
  if (!existsSync(path) || !statSync(path).isFile()) throw new RangeError(`${command}: there must be a file ${path}; there is none (compare --init writes an example)`);
  return readBrief(readFileSync(path, "utf8"), path);
}

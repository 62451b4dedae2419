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

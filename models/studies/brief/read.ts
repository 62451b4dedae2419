import { type Fault, readYaml, refuseLines } from "../asking/yaml.ts";
import { type Brief, settleBrief } from "./brief.ts";
import { locate, type Place } from "./files.ts";
import { mended } from "./mended.ts";
import { shaped } from "./schema.ts";

/**
 * The brief in a YAML text. If `place` is given, the files of the brief are looked for, first in the folder of the
 * brief. Throws `RangeError` with one line per fault, each with its line of the text: faults of shape, and all other
 * faults in the parts whose shape is right.
 * @example
 * ```ts
 * import { readBrief } from "ovation/studies";
 * const text = `
 * title: A small launch
 * customers: { network: "karate" }
 * horizon: 12
 * market: { talk: 0.3 }
 * arms: { samples: { program: sampling-program, memberShare: 0.1 } }
 * `;
 * console.log(readBrief(text, "launch.yaml").horizon); // 12
 * ```
 */
export function readBrief(source: string, path: string, place?: Place): Brief {
  const { value, lineOf } = readYaml(source, path, "a brief");
  const read = shaped(value);
  const faults: Fault[] = "faults" in read ? read.faults : [];
  const rest = "written" in read ? { written: read.written, lost: [] } : mended(value, read.faults);
  if (!rest) return refuseLines(faults, path, lineOf);
  const { written, lost } = rest;
  const isLost = ({ path: keys }: Fault): boolean => lost.some((gone) => gone.every((key, at) => keys[at] === key));
  const located = place ? locate(written.customers, path, place) : { customers: written.customers };
  if ("faults" in located) faults.push(...located.faults);
  const settled = settleBrief(
    { ...written, ...("customers" in located && { customers: located.customers }) },
    !lost.some(([part]) => part === "arms"),
  );
  if ("faults" in settled) faults.push(...settled.faults.filter((fault) => !isLost(fault)));
  return faults.length > 0 || "faults" in settled ? refuseLines(faults, path, lineOf) : settled.brief;
}

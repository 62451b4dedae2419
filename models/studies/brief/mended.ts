import { type Fault } from "../asking/yaml.ts";
import { programs } from "../../programs/programs.ts";
import { shaped, type Written } from "./schema.ts";

type Path = Fault["path"];
type Mapping = Record<string | number, unknown>;

/** What stands for a part that a brief must have and that has no right shape. */
const STAND_INS: Mapping = {
  title: "a brief",
  customers: { network: "karate" },
  arms: { "an arm": { program: programs[0].name } },
};

/**
 * A brief without the parts that have no right shape, so that all others can be checked at the same time, and which
 * parts those are. What must be there and is not has a stand-in, or goes with the mapping that it belongs to. Null
 * where nothing is a brief.
 */
export function mended(value: unknown, faults: readonly Fault[]): { written: Written; lost: Path[] } | null {
  if (!isMapping(value)) return null;
  const copy = structuredClone(value);
  const lost: Path[] = [];
  for (let left = faults; left.length > 0;) {
    for (const { path } of left) lost.push(without(copy, path));
    for (const [key, standIn] of Object.entries(STAND_INS)) if (isEmpty(copy[key])) copy[key] = standIn;
    const read = shaped(copy);
    if ("written" in read) return { written: read.written, lost };
    left = read.faults;
  }
  return null;
}

/** Takes a part out, or the nearest mapping around it that is there; tells which. */
function without(copy: Mapping, path: Path): Path {
  let at: Mapping = copy;
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1;
    const inner = at[key];
    if (last && key in at) {
      Reflect.deleteProperty(at, key);
      return path;
    }
    if (last || !isMapping(inner)) return depth === 0 ? path : without(copy, path.slice(0, depth));
    at = inner;
  }
  return path;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === undefined || (isMapping(value) && Object.keys(value).length === 0);

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** How a results folder that was made again differs from the first. */
export interface Compared {
  /** The differences, a sentence each. */
  differences: string[];
  /** Files that are drawn from the numbers; another version draws them differently. */
  redrawn: string[];
}

/** Every number of every world, and what is said of them: the same bytes from every version. */
const TABLES = /(^|\/)(rows\.csv|rows\.parquet|summary\.csv)$/;
/** The answer: the same numbers from every version, though words around them may be others. */
const ANSWERS = /(^|\/)(results|decision|answer)\.json$/;

/** Compares all files but `job.json` byte for byte; `strict` is false if another version or other code made them. */
export function compareFolders(before: string, now: string, strict: boolean): Compared {
  const files = new Set([...filesOf(before), ...filesOf(now)]);
  files.delete("job.json");
  const found: Compared = { differences: [], redrawn: [] };
  for (const file of [...files].sort()) {
    const [old, made] = [bytesOf(join(before, file)), bytesOf(join(now, file))];
    if (old && made && old.equals(made)) continue;
    if (!strict && !TABLES.test(file) && !ANSWERS.test(file)) found.redrawn.push(file);
    else if (!old) found.differences.push(`${file}: was not there, is made now`);
    else if (!made) found.differences.push(`${file}: was there, is not made again`);
    else if (strict || !ANSWERS.test(file)) found.differences.push(`${file}: other bytes`);
    else found.differences.push(...numberDifference(file, old, made));
  }
  return found;
}

function numberDifference(file: string, old: Buffer, made: Buffer): string[] {
  try {
    const place = otherAt(JSON.parse(old.toString()) as unknown, JSON.parse(made.toString()) as unknown);
    return place === undefined ? [] : [`${file}: ${place}`];
  } catch {
    return [`${file}: must be JSON, and is not`];
  }
}

const shown = (value: unknown): string => (value === undefined ? "missing" : JSON.stringify(value));

/** The first place in which two documents differ in more than words; undefined if there is none. */
export function otherAt(old: unknown, made: unknown, place = "it"): string | undefined {
  if (typeof old === "string" && typeof made === "string") return undefined;
  if (typeof old !== "object" || typeof made !== "object" || old === null || made === null)
    return Object.is(old, made) ? undefined : `${place} was ${shown(old)}, is ${shown(made)}`;
  if (Array.isArray(old) !== Array.isArray(made)) return `${place} is of another shape`;
  const [before, now] = [old, made] as Record<string, unknown>[];
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const found = otherAt(before[name], now[name], place === "it" ? name : `${place}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

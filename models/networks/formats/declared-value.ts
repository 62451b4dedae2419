import { isLong, isMissing, NUMBER } from "./cells.ts";
import { refuse, shown } from "./text.ts";

/** A column of nodes or ties as an XML format declares it. */
export interface DeclaredColumn {
  title: string;
  kind: "number" | "whole" | "boolean" | "text";
  /** What those have who say nothing. */
  fallback: string | undefined;
}

/** The kind of a declared type, in any case; all that is not known is text. */
export function kindOfType(type: string | undefined): DeclaredColumn["kind"] {
  const word = (type ?? "string").trim().toLowerCase();
  if (WHOLE.has(word)) return "whole";
  return NUMERIC.has(word) ? "number" : word === "boolean" ? "boolean" : "text";
}

const WHOLE = new Set(["int", "integer", "long", "short", "byte", "biginteger"]);
const NUMERIC = new Set(["float", "double", "decimal", "bigdecimal"]);

/**
 * What a value means under its column: text as it is; a truth value without blanks, Python's `True` as `true`; a
 * number, undefined where it is missing (empty, NaN, NA, null, None, INF), as text where it is declared whole and
 * beyond 2^53. Throws `RangeError` naming file and line where it is no number.
 */
export function valueUnder(
  { title, kind }: Pick<DeclaredColumn, "title" | "kind">,
  value: string,
  { name, line }: { name: string; line: number },
): string | number | undefined {
  if (kind === "text") return value;
  const word = value.trim();
  if (kind === "boolean") return word === "True" || word === "False" ? word.toLowerCase() : word;
  if (isMissing(word)) return undefined;
  if (!NUMBER.test(word) || !Number.isFinite(Number(word)))
    refuse(name, line, `${shown(title)} is declared as numbers and must hold one`, shown(value));
  return kind === "whole" && isLong(word) ? word : Number(word);
}

/** Whether an XML attribute says yes, in any case and with blanks; undefined where there is none. */
export const saysYes = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : /^\s*(?:true|1|yes)\s*$/i.test(value);

import { isLong } from "./cells.ts";
import { jsonFault } from "./json-fault.ts";
import { lineAt, refuse, shown } from "./text.ts";

/** Deeper JSON is no network; the limit keeps a crafted one from filling the stack. */
const DEEPEST = 500;
/** What JSON.parse would change or refuse: long numbers, and what Python and R write for missing ones. */
const SUSPECT = /\d{16}|NaN|Infinity/;
/** A text, or a number or word outside of texts. */
const PART = /"(?:[^"\\]|\\[^])*"|-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|-?Infinity|NaN/g;

/**
 * The value of a JSON text, or of JSON Lines as a list. Whole numbers beyond 2^53 come as text with all their digits,
 * NaN and Infinity as null. Takes linear time. Throws `RangeError` with file and line where the text is not JSON.
 */
export function jsonValue(text: string, name: string): unknown {
  checkDepth(text, name);
  const exact = SUSPECT.test(text) ? text.replace(PART, exactly) : text;
  try {
    return JSON.parse(exact);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return linesOf(exact) ?? refuseText(exact, name);
  }
}

function exactly(part: string): string {
  if (part.startsWith('"')) return part;
  if (part.endsWith("N") || part.endsWith("y")) return "null";
  return isLong(part) ? `"${part}"` : part;
}

/** A value on each line, or null where one is none. */
function linesOf(text: string): unknown[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

function refuseText(text: string, name: string): never {
  const at = jsonFault(text);
  const came = at === text.length ? "its end too soon" : shown(text.slice(at, at + 20));
  refuse(name, lineAt(text, at), "the file must be JSON", came);
}

function checkDepth(text: string, name: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
    } else if (code === 91 || code === 123) {
      if (++depth > DEEPEST) refuse(name, lineAt(text, at), `JSON must nest at most ${DEEPEST} deep`, "deeper values");
    } else if (code === 93 || code === 125) depth--;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

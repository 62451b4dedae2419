import { decodeHTMLStrict } from "entities";
import { isMissing, NUMBER } from "./cells.ts";
import { refuse, shown } from "./text.ts";

export type Value = { kind: "number"; text: string } | { kind: "text"; text: string } | { kind: "list"; list: Entry[] };
export interface Entry {
  key: string;
  value: Value;
  line: number;
}

/** Deeper lists are not networks; the limit keeps a crafted one from filling the stack. */
const DEEPEST = 100;
/** A bracket, a text, or a word or number. */
const TOKEN = /([[\]])|"([^"]*)"|([^\s[\]"]+)/y;
const BLANKS = /\s+/y;

/** The whole file as keys and values; one pass, with a stack of open lists. */
export function entries(text: string, name: string): Entry[] {
  const stack: Entry[][] = [[]];
  let key: string | null = null;
  let line = 1;
  let counted = 0;
  const value = (quoted: string | undefined, word: string): Value =>
    quoted !== undefined
      ? { kind: "text", text: decodeHTMLStrict(quoted) }
      : { kind: NUMBER.test(word) || isMissing(word) ? "number" : "text", text: word };
  for (let at = next(text, 0); at < text.length; at = next(text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    for (let k = text.indexOf("\n", counted); k >= 0 && k < at; k = text.indexOf("\n", k + 1))
      [line, counted] = [line + 1, k + 1];
    if (!match) refuse(name, line, "a text must be closed by a quote", shown(text.slice(at)));
    const [bracket, quoted, word] = match.slice(1) as (string | undefined)[];
    const open = stack[stack.length - 1];
    if (bracket === "]") {
      if (key !== null) refuse(name, line, `${key} must have a value`, "]");
      stack.pop();
      if (stack.length === 0) refuse(name, line, "each ] must close a [", "one too many");
    } else if (key === null) {
      if (word === undefined || !/^[A-Za-z_]/.test(word))
        refuse(name, line, "a key must come first, a word", shown(bracket ?? quoted ?? word ?? ""));
      key = word;
    } else if (bracket === "[") {
      const list: Entry[] = [];
      open.push({ key, value: { kind: "list", list }, line });
      key = null;
      if (stack.push(list) > DEEPEST) refuse(name, line, `lists must nest at most ${DEEPEST} deep`, "deeper ones");
    } else {
      open.push({ key, value: value(quoted, word ?? ""), line });
      key = null;
    }
  }
  if (key !== null) refuse(name, line, `${key} must have a value`, "the end of the file");
  if (stack.length > 1) refuse(name, line, "each [ must be closed by ]", "the end of the file");
  return stack[0];
}

/** Where the next token starts, blanks and comments passed over; a comment is a line that starts with #. */
function next(text: string, from: number): number {
  for (let at = from; ;) {
    BLANKS.lastIndex = at;
    if (BLANKS.test(text)) at = BLANKS.lastIndex;
    if (text[at] !== "#" || (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r")) return at;
    const end = text.indexOf("\n", at);
    at = end < 0 ? text.length : end;
  }
}

import { lineAt, refuse, shown } from "./text.ts";

/** A word, number, quoted text or HTML text (`id`), or one of the signs of DOT. */
export interface DotToken {
  kind: "id" | "sign";
  text: string;
  /** Whether it stood in quotes, and so is no keyword. */
  quoted: boolean;
  line: number;
}

const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/|^#[^\n]*)+/my;
const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)/y;
const SIGN = /->|--|[{}[\];,=:+]/y;
const QUOTED = /"((?:[^"\\]|\\[^])*)"/y;

/**
 * The tokens of a DOT text, comments and lines that begin with # left out; quoted texts joined by + are one. Time
 * linear. Throws `RangeError` with file and line on a text without end and on what is no token.
 */
export function dotTokens(text: string, name: string): DotToken[] {
  const tokens: DotToken[] = [];
  let at = 0;
  let line = 1;
  let counted = 0;
  /** Adds a token that began at `start`. */
  const put = (kind: DotToken["kind"], value: string, quoted: boolean, start: number): void => {
    for (let k = text.indexOf("\n", counted); k >= 0 && k < start; k = text.indexOf("\n", counted)) {
      line++;
      counted = k + 1;
    }
    tokens.push({ kind, text: value, quoted, line });
  };
  const matched = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    matched(BLANK);
    if (at >= text.length) return joined(tokens);
    const start = at;
    const quoted = matched(QUOTED);
    if (quoted) {
      // A backslash before a line end goes on with the text; before a quote it is the quote.
      const value = quoted[1].replace(/\\\r?\n/g, "").replaceAll('\\"', '"');
      put("id", value, true, start);
      continue;
    }
    if (text[at] === "<") {
      at = htmlEnd(text, at, name);
      put("id", text.slice(start + 1, at - 1), true, start);
      continue;
    }
    const found = matched(SIGN);
    if (found) put("sign", found[0], false, start);
    else {
      const word = matched(WORD);
      if (!word) refuse(name, lineAt(text, at), "DOT must go on with a name or a sign", shown(text.slice(at, at + 20)));
      put("id", word[0], false, start);
    }
  }
}

/** After the > that closes the < at `from`. */
function htmlEnd(text: string, from: number, name: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "<") depth++;
    else if (text[at] === ">" && --depth === 0) return at + 1;
  }
  refuse(name, lineAt(text, from), "an HTML text must be closed by >", "the end of the file");
}

/** Quoted texts with a + between them as one. */
function joined(tokens: readonly DotToken[]): DotToken[] {
  const result: DotToken[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const last = result.at(-1);
    const after = tokens.at(k + 1);
    if (tokens[k].text === "+" && tokens[k].kind === "sign" && last?.quoted && after?.quoted) {
      result[result.length - 1] = { ...last, text: last.text + after.text };
      k++;
    } else result.push(tokens[k]);
  }
  return result;
}

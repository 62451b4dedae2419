// Own code, for no library found splits edge lists as they come. None hands out comments, in which our own lists keep
// people without ties, or knows three comment signs: a quote in a comment after % or // would swallow the rows below.
// papaparse 5.7.1 moreover takes `"a", "Lee, Ann"` for three cells, a tab after a quoted name among blanks for a fault,
// and does not say which cells were quoted, so that " a" could not stay as it is where others are trimmed.
// csv-parse 7.0.3 manages those, but counts a CR LF within a cell as two lines, so that faults would be told of wrong
// lines, and takes ten times as long: 4.7 s against 0.4 s for a million quoted rows.
import { trimmed } from "../cells.ts";
import { refuse } from "../text.ts";

/** One row of a table, and the line on which it starts. */
export interface Row {
  line: number;
  fields: string[];
  /** The columns whose cells were quoted, where any was. */
  quoted?: ReadonlySet<number>;
}

/** Prefix of the comment by which our own edge lists keep people without ties. */
export const LONELY = "# ovation node ";

/** Which lines that begin with a sign of comment are rows. */
export interface CommentRule {
  /** Lines before this one are comments. */
  from: number;
  /** How many fields a row has; null where rows differ. */
  width: number | null;
  /** Is handed each comment. */
  comment?: (text: string, line: number) => void;
}

/**
 * The rows of a delimited text, comments and blank rows left out. `delimiter` is one character, or " " for any run of
 * blanks. A cell may be quoted, then holds anything, quotes doubled; other cells are trimmed, no-break spaces
 * included. A line that begins with #, % or // is a comment, unless `rule` makes a row of it: it then has as many
 * fields as the others, and no blank after its sign where blanks separate. Line ends are LF with any CR before it, or
 * CR alone in a text without LF. Throws `RangeError` on a quote that never closes or closes too early.
 */
export function* records(
  text: string,
  delimiter: string,
  name: string,
  rule: CommentRule = { from: Infinity, width: null },
): Generator<Row> {
  const end = text.includes("\n") ? "\n" : "\r";
  // A CR is a blank wherever it does not end the line.
  const blanks = `${delimiter === "\t" ? "" : "\t"} ${end === "\r" ? "" : "\r"}`;
  const cells = { text, delimiter, name, end, blanks };
  let at = 0;
  let line = 1;
  while (at < text.length) {
    at = skip(text, at, blanks);
    if (at >= text.length) return;
    if (text[at] === end) {
      at++;
      line++;
      continue;
    }
    if (hasSign(text, at)) {
      const stop = lineEnd(text, at, end);
      const own = text.slice(at, stop);
      if (line < rule.from || !isRowLine(own, delimiter, rule.width)) {
        rule.comment?.(own.trimEnd(), line);
        at = stop;
        continue;
      }
    }
    const row = rowAt(cells, at, line);
    if (row.fields.some((field) => field !== "")) {
      const { fields, quoted } = row;
      yield quoted.size > 0 ? { line, fields, quoted } : { line, fields };
    }
    at = row.at;
    line += row.breaks;
  }
}

/** What one row is cut from. */
interface Cells {
  text: string;
  delimiter: string;
  name: string;
  end: string;
  blanks: string;
}

/** The fields of the row at this place, where it ends, and how many line ends stand in its quotes. */
function rowAt(
  { text, delimiter, name, end, blanks }: Cells,
  from: number,
  line: number,
): { fields: string[]; quoted: Set<number>; at: number; breaks: number } {
  const fields: string[] = [];
  const quoted = new Set<number>();
  let at = from;
  let breaks = 0;
  for (let more = true; more;) {
    at = skip(text, at, blanks);
    if (text[at] === '"') {
      const closing = closingQuote(text, at);
      if (closing < 0) refuse(name, line + breaks, "a quoted name must have a closing quote", "the end of the file");
      const value = text.slice(at + 1, closing);
      quoted.add(fields.length);
      fields.push(value.replaceAll('""', '"'));
      for (let k = value.indexOf(end); k >= 0; k = value.indexOf(end, k + 1)) breaks++;
      at = skip(text, closing + 1, blanks);
      const ended = at >= text.length || text[at] === end || text[at] === delimiter;
      if (!ended && !(delimiter === " " && blanks.includes(text[at - 1]))) {
        const place = JSON.stringify(text.slice(closing, at + 8));
        refuse(name, line + breaks, "a quoted name must end at its closing quote", place);
      }
    } else {
      const stop = fieldEnd(text, at, delimiter, end, blanks);
      fields.push(trimmed(text.slice(at, stop)));
      at = delimiter === " " ? skip(text, stop, blanks) : stop;
    }
    more = delimiter === " " ? at < text.length && text[at] !== end : text[at] === delimiter;
    if (more && delimiter !== " ") at++;
  }
  return { fields, quoted, at, breaks };
}

/** Whether a line that begins with a sign of comment is a row all the same. */
export function isRowLine(line: string, delimiter: string, width: number | null): boolean {
  if (line.startsWith(LONELY) || (delimiter === " " && /^(?:#|%|\/\/)\s/.test(line))) return false;
  try {
    const blanks = `${delimiter === "\t" ? "" : "\t"} \r`;
    const { fields } = rowAt({ text: line, delimiter, name: "", end: "\n", blanks }, 0, 1);
    return width === null ? fields.length > 1 : fields.length === width;
  } catch {
    return false;
  }
}

function skip(text: string, from: number, blanks: string): number {
  let at = from;
  while (at < text.length && blanks.includes(text[at])) at++;
  return at;
}

export function hasSign(text: string, at: number): boolean {
  return text[at] === "#" || text[at] === "%" || (text[at] === "/" && text[at + 1] === "/");
}

function lineEnd(text: string, from: number, end: string): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at;
}

function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function fieldEnd(text: string, from: number, delimiter: string, end: string, blanks: string): number {
  let at = from;
  if (delimiter === " ") while (at < text.length && text[at] !== end && !blanks.includes(text[at])) at++;
  else while (at < text.length && text[at] !== end && text[at] !== delimiter) at++;
  return at;
}

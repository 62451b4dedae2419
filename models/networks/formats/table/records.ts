// Own code, for no library found splits edge lists as they come. None hands out comments, in which our own lists keep
// people without ties, or knows three comment signs: a quote in a comment after % or // would swallow the rows below.
// papaparse 5.7.1 moreover takes `"a", "Lee, Ann"` for three cells, a tab after a quoted name among blanks for a fault,
// and does not say which cells were quoted, so that " a" could not stay as it is where others are trimmed.
// csv-parse 7.0.3 manages those, but counts a CR LF within a cell as two lines, so that faults would be told of wrong
// lines, and takes ten times as long: 4.7 s against 0.4 s for a million quoted rows.
import { refuse } from "../text.ts";

/** One row of a table, and the line on which it starts. */
export interface Row {
  line: number;
  fields: string[];
}

/** Prefix of the comment by which our own edge lists keep people without ties. */
export const LONELY = "# ovation node ";

/**
 * The rows of a delimited text, comments and blank rows left out. `delimiter` is one character, or " "
 * for any run of blanks. A cell may be quoted, then holds anything, quotes doubled; other cells are trimmed.
 * A comment starts with #, % or //; `comment` is handed each. Line ends are LF with any CR before it, or
 * CR alone in a text without LF. Throws `RangeError` on a quote that never closes or closes too early.
 */
export function* records(
  text: string,
  delimiter: string,
  name: string,
  comment?: (text: string, line: number) => void,
): Generator<Row> {
  const end = text.includes("\n") ? "\n" : "\r";
  // A CR is a blank wherever it does not end the line.
  const blanks = `${delimiter === "\t" ? "" : "\t"} ${end === "\r" ? "" : "\r"}`;
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
    if (isComment(text, at)) {
      const stop = lineEnd(text, at, end);
      comment?.(text.slice(at, stop).trimEnd(), line);
      at = stop;
      continue;
    }
    const row: Row = { line, fields: [] };
    for (let more = true; more;) {
      at = skip(text, at, blanks);
      if (text[at] === '"') {
        const closing = closingQuote(text, at);
        if (closing < 0) refuse(name, line, "a quoted name must have a closing quote", "the end of the file");
        const value = text.slice(at + 1, closing);
        row.fields.push(value.replaceAll('""', '"'));
        for (let k = value.indexOf(end); k >= 0; k = value.indexOf(end, k + 1)) line++;
        at = skip(text, closing + 1, blanks);
        const fine =
          at >= text.length ||
          text[at] === end ||
          text[at] === delimiter ||
          (delimiter === " " && blanks.includes(text[at - 1]));
        if (!fine)
          refuse(
            name,
            line,
            "a quoted name must end at its closing quote",
            JSON.stringify(text.slice(closing, at + 8)),
          );
      } else {
        const stop = fieldEnd(text, at, delimiter, end, blanks);
        row.fields.push(trimmed(text.slice(at, stop)));
        at = delimiter === " " ? skip(text, stop, blanks) : stop;
      }
      more = delimiter === " " ? at < text.length && text[at] !== end : text[at] === delimiter;
      if (more && delimiter !== " ") at++;
    }
    if (row.fields.some((field) => field !== "")) yield row;
  }
}

const BLANK = " \t\r";

function skip(text: string, from: number, blanks: string): number {
  let at = from;
  while (at < text.length && blanks.includes(text[at])) at++;
  return at;
}

function isComment(text: string, at: number): boolean {
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

function trimmed(field: string): string {
  // No pattern here: one that seeks blanks at the end takes quadratic time on long runs of them.
  let from = 0;
  let to = field.length;
  while (from < to && BLANK.includes(field[from])) from++;
  while (to > from && BLANK.includes(field[to - 1])) to--;
  return field.slice(from, to);
}

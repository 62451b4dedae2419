import { isNumber } from "./header.ts";
import { isRowLine, records, type Row } from "./records.ts";

/** How the first lines of a table say that it is laid out. */
export interface Head {
  delimiter: string;
  /** Lines before this one are comments; from it on a line that begins with a sign may be a row. */
  first: number;
  /** How many fields most rows have. */
  width: number;
  /** The first rows, comments left out. */
  rows: Row[];
  /** The texts of the comments before the first row, their signs included. */
  comments: string[];
  /** Names of columns that the last comment holds, such as `# FromNodeId ToNodeId`. */
  titles: string[] | null;
}

/** How many rows are looked at. */
const SAMPLE = 200;
const DELIMITERS = ["\t", ";", ",", "|", " "];
const SIGN = /^(?:#|%|\/\/)/;

/**
 * Finds the delimiter and the first row. A line of comment begins with #, % or //; where it has as many fields as the
 * rows and no blank after its sign, it is a row or a header, for names may begin so too.
 */
export function headOf(text: string, name: string): Head {
  const { lines, sep } = leading(text);
  const { delimiter, rows } = split(text, name, sep);
  const width = usualWidth(rows);
  const comments = lines.map(({ text: line }) => line);
  const own = lines.map(({ text: line, line: number }) => ({ line: number, fields: fieldsOf(line, delimiter) }));
  let first = lines.length;
  const bare = rows.length === 0;
  while (first > 0 && isRow(comments[first - 1], delimiter, bare ? 2 : width)) first--;
  const begun = own.slice(first);
  const last = own.at(-1)?.line ?? 0;
  const titles = begun.length > 0 || bare ? null : titlesIn(comments.at(-1), delimiter, width);
  return {
    delimiter,
    first: begun.at(0)?.line ?? Math.max(last, sep === null ? 0 : 1) + 1,
    width: bare ? usualWidth(begun) : width,
    rows: [...begun, ...rows].slice(0, SAMPLE),
    comments: comments.slice(0, first),
    titles,
  };
}

/** Whether a line before the first row is one itself: a comment has a blank after its sign, or other fields. */
function isRow(line: string, delimiter: string, width: number): boolean {
  return delimiter !== " " && !/^(?:#|%|\/\/)\s/.test(line) && width > 1 && isRowLine(line, delimiter, width);
}

function fieldsOf(line: string, delimiter: string): string[] {
  try {
    return [...records(line, delimiter, "", { from: 1, width: null })].flatMap(({ fields }) => fields);
  } catch {
    return [];
  }
}

/** Lines of comment before the first row, and the delimiter that Excel's `sep=;` says. */
function leading(text: string): { lines: { text: string; line: number }[]; sep: string | null } {
  const lines: { text: string; line: number }[] = [];
  let sep: string | null = null;
  const end = text.includes("\n") ? "\n" : "\r";
  let number = 0;
  for (let at = 0; at < text.length;) {
    const stop = text.indexOf(end, at);
    const line = text.slice(at, stop < 0 ? text.length : stop).replace(/^[ \r]+/, "");
    number++;
    const stated = number === 1 ? /^"?sep=(.)"?\s*$/i.exec(line) : null;
    if (stated) sep = stated[1] === "\\" ? "\t" : stated[1];
    else if (SIGN.test(line)) lines.push({ text: line, line: number });
    else if (line.trim() !== "") break;
    if (stop < 0) break;
    at = stop + 1;
  }
  return { lines, sep };
}

/** The first rows under the delimiter that splits most of them, lines that begin with a sign left out. */
function split(text: string, name: string, sep: string | null): { delimiter: string; rows: Row[] } {
  let best: { delimiter: string; rows: Row[]; share: number } | null = null;
  let fault: unknown;
  const from = sep === null ? Infinity : -Infinity;
  for (const delimiter of sep === null ? DELIMITERS : [sep]) {
    const rows: Row[] = [];
    try {
      for (const row of records(text, delimiter, name)) {
        if (from < 0 && row.line === 1) continue;
        if (rows.push(row) === SAMPLE) break;
      }
    } catch (error) {
      fault ??= error;
      continue;
    }
    const share = rows.filter((row) => row.fields.length > 1).length / Math.max(1, rows.length);
    if (!best || share > best.share) best = { delimiter, rows, share };
  }
  if (!best) throw fault;
  return best;
}

/** The width of most rows; of equally many the smaller. A single field is a count, and does not count. */
function usualWidth(rows: readonly { fields: readonly string[] }[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) {
    let width = fields.length;
    while (width > 2 && fields[width - 1] === "" && rows[0].fields.length < width) width--;
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const best = [...counts].sort(([a, m], [b, n]) => n - m || a - b).at(0);
  return best === undefined ? 1 : best[0];
}

/** The names of columns in a comment right above the rows. */
function titlesIn(comment: string | undefined, delimiter: string, width: number): string[] | null {
  if (comment === undefined) return null;
  const fields = fieldsOf(comment.replace(SIGN, "").trim(), delimiter);
  return fields.length === width && !fields.some(isNumber) ? fields : null;
}

/** A row of one whole number: how many nodes or edges there are, or a closing -1. */
export function isCount({ fields }: Row): boolean {
  return fields.length === 1 && /^(\d+|-1)$/.test(fields[0]);
}

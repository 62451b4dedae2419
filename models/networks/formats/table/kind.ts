import { type Choices } from "../choices.ts";
import { refuse } from "../text.ts";
import { bannerOf } from "./banner.ts";
import { endsOf, isNumber } from "./header.ts";
import { type Head, isCount } from "./head.ts";

/** What the rows of a table are: a tie each, a row of a matrix, or a person and their contacts. */
export type TableKind = "list" | "matrix" | "adjacency";

const MATRIX_OR_LIST =
  "the table must say what it is, by ?format=matrix (a row and a column a person) or ?format=list (a tie a row)";
const CONTACTS_OR_LIST =
  "the table must say what it is, by ?format=adjacency (a person and their contacts a row) or ?format=list (a tie a row)";

/**
 * What the rows of a table are, from its first ones. Throws `RangeError` where it could be two things, naming the
 * choice, and for what is a table of another kind (METIS, DIMACS, LGL, TGF, weighted adjacency).
 */
export function kindOfTable(
  head: Head,
  text: string,
  name: string,
  { format, source, target, header }: Choices,
): TableKind {
  if (format === "matrix" || format === "adjacency" || format === "list") return format;
  // Counts stand before the first row, and a closing -1 after the last.
  const begun = head.rows.findIndex((row) => !isCount(row));
  const rows = head.rows.slice(Math.max(0, begun)).filter(({ fields: [cell] }) => cell !== "-1");
  const fields = rows.map((row) => row.fields);
  if (source !== undefined || target !== undefined || fields.length === 0) return "list";
  const ends = endsOf(fields[0]);
  if ((ends.source !== null && ends.target !== null) || header === "yes")
    return isNamedMatrix(fields) ? "matrix" : "list";
  refuseOthers(head, text, name);
  if (isNamedMatrix(fields)) return "matrix";
  const { directed, weighted } = bannerOf(head.comments);
  const bare = directed === undefined && weighted === undefined ? bareMatrix(head, fields) : "list";
  if (bare === "both")
    refuse(name, fields.length === 0 ? null : head.rows[0].line, MATRIX_OR_LIST, "one that could be either");
  if (bare === "matrix") return "matrix";
  return contacts({ ...head, rows }, fields, name);
}

const NAMES_ONLY = "an adjacency list must hold names only (write a row for each tie: source, target, weight)";

type Cells = readonly (readonly string[])[];
const numeric = (cell: string): boolean => cell === "" || isNumber(cell) || isNumber(cell.replace(",", "."));

/** Names in the first row and the first column, numbers elsewhere. */
function isNamedMatrix([first, ...rest]: Cells): boolean {
  if (rest.length === 0 || first.length < 2) return false;
  const titles = first.slice(1);
  const body = rest.every(
    (fields) => fields.length === first.length && fields[0] !== "" && fields.slice(1).every(numeric),
  );
  if (!body) return false;
  const named = rest.every((fields, k) => k < titles.length && fields[0] === titles[k]);
  if (named && rest.length >= 2 && !isNumber(first[0])) return true;
  // A table that pandas or R wrote counts its rows in a first column without a title.
  const counted = rest.every((fields, k) => fields[0] === String(k) || fields[0] === String(k + 1));
  return first[0] === "" && titles.every((title) => title !== "") && !titles.every(isNumber) && !counted;
}

/** Numbers alone, as many rows as columns: a matrix, a list of ties with weights and more, or either. */
function bareMatrix(head: Head, fields: Cells): "matrix" | "list" | "both" {
  const width = fields[0].length;
  if (width < 3 || !fields.every((row) => row.length === width && row.every(isNumber))) return "list";
  if (width > 10 && fields.length >= 100) return "matrix";
  if (fields.length !== width) return "list";
  const last = head.comments
    .at(-1)
    ?.replace(/^(?:#|%|\/\/)/, "")
    .trim();
  if (last?.split(head.delimiter === " " ? /\s+/ : head.delimiter).length === width) return "matrix";
  const value = (i: number, j: number): number => Number(fields[i][j]);
  const all = (holds: (i: number, j: number) => boolean): boolean =>
    fields.every((row, i) => row.every((_, j) => holds(i, j)));
  if (all((i, j) => value(i, j) === 0 || value(i, j) === 1)) return "matrix";
  if (all((i, j) => value(i, j) === value(j, i)) || all((i, j) => i !== j || value(i, j) === 0)) return "matrix";
  return width > 3 ? "both" : "list";
}

/** Rows of differing width, or of names alone in three columns and more, are a person and their contacts. */
function contacts({ rows, width, delimiter }: Head, fields: Cells, name: string): TableKind {
  const filled = fields.map((row) => row.slice(0, lastFilled(row) + 1));
  if (filled.some((row) => row.length > 4 && isNumber(row[2]) && !isNumber(row[3]) && isNumber(row[4])))
    refuse(name, rows[0].line, NAMES_ONLY, "weights among them");
  const odd = filled.filter((row) => row.length !== width).length;
  const wide = filled.some((row) => row.length > 2);
  if (10 * odd > fields.length && odd > 1 && wide) {
    const words = filled.flatMap((row) => row.slice(1));
    if (words.some((word) => /^[+-]?\d*[.,]\d+$/.test(word)))
      refuse(
        name,
        rows[0].line,
        "an adjacency list must hold names only (write a row for each tie: source, target, weight)",
        "weights among them",
      );
    return "adjacency";
  }
  if (width < 3 || (delimiter === " " && width > 4) || !fields.every((row) => row.length >= 3)) return "list";
  const third = fields.map((row) => row[2]);
  if (
    third.some((cell) => cell === "" || isNumber(cell) || isNumber(cell.replace(",", ".")) || /\d[-/:.]\d/.test(cell))
  )
    return "list";
  const ends = new Set(fields.flatMap((row) => row.slice(0, 2)));
  if (third.some((cell) => ends.has(cell))) return "adjacency";
  if (3 * new Set(third).size > fields.length && fields.length > 1)
    refuse(name, rows[0].line, CONTACTS_OR_LIST, "three columns of words without a header");
  return "list";
}

function lastFilled(row: readonly string[]): number {
  let last = row.length - 1;
  while (last > 0 && row[last] === "") last--;
  return last;
}

/** Throws for tables of other tools that would be read as ties of wrong people. */
function refuseOthers({ rows, delimiter, width }: Head, text: string, name: string): void {
  const is = (format: string): never =>
    refuse(
      name,
      rows[0].line,
      "a table must have a row for each tie, or be a matrix or an adjacency list",
      `a file of ${format}`,
    );
  if (delimiter !== " " && width > 1) return;
  const start = text.slice(0, 1 << 16);
  if (/^(?:p|c)\s/.test(rows[0].fields.join(" ")) && /^p\s+(?:edge|col|sp|max)\s+\d+\s+\d+/m.test(start)) is("DIMACS");
  if (/^[^#\n]+\n#[ \t]*\r?$/m.test(start)) is("the Trivial Graph Format");
  if ((start.match(/^# ?[^\s#]+[ \t]*\r?$/gm) ?? []).length > 1 && /^[^#\n]+\r?\n# ?[^\s#]+[ \t]*\r?$/m.test(start))
    is("LGL");
  const [first, ...rest] = rows;
  const [nodes, edges] = first.fields.map(Number);
  const entries = rest.reduce((sum, { fields }) => sum + fields.length, 0);
  const whole = rest.every(({ fields }) => fields.every((cell) => /^\d+$/.test(cell)));
  const ragged = rest.some(({ fields }) => fields.length !== 2);
  if (
    whole &&
    ragged &&
    (first.fields.length === 2 || first.fields.length === 3) &&
    rest.length === nodes &&
    entries === 2 * edges
  )
    is("METIS");
}

import { badRows } from "../bad-rows.ts";
import { isMissing } from "../cells.ts";
import { type Choices } from "../choices.ts";
import { type Draft } from "../draft.ts";
import { edgeRows } from "../edge-rows.ts";
import { plural, refuse, shown } from "../text.ts";
import { tieWeights } from "../tie-weight.ts";
import { type Head } from "./head.ts";
import { isNumber } from "./header.ts";
import { listDraft } from "./list-draft.ts";
import { records, type Row } from "./records.ts";

/**
 * A matrix with a row and a column for each person: the entry in row i and column j is the weight of the tie from i to
 * j, zero and empty cells are no ties. Names stand in the first row and column, or in a comment above, or are 1, 2,
 * 3, …. A symmetric matrix is undirected. One whose rows and columns have different names has two modes. Throws
 * `RangeError` where rows differ in width or there are not as many rows as columns.
 */
export function readMatrix(text: string, head: Head, name: string, choices: Choices): Draft {
  const all = [...records(text, head.delimiter, name, { from: head.first, width: head.width })];
  const named = !all[0].fields.slice(1).every(isNumber) || all[0].fields[0] === "";
  const body = named ? all.slice(1) : all;
  const columns = named ? all[0].fields.slice(1) : namesAbove(head, all[0].fields.length);
  const rows = named ? body.map(({ fields }) => fields[0]) : columns;
  const cells = body.map(({ fields }) => (named ? fields.slice(1) : fields));
  check(body, cells, columns, named, name);
  const twoMode = named && rows.some((row, k) => row !== columns[k]);
  if (!twoMode && cells.length !== columns.length)
    refuse(name, null, `the matrix must have ${plural(columns.length, "row")}, one a column`, `${body.length}`);
  const bad = badRows(name, choices);
  const weigh = tieWeights(choices, bad);
  const edges = edgeRows(true);
  const offset = twoMode ? rows.length : 0;
  const symmetric = !twoMode && cells.every((row, i) => row.every((cell, j) => same(cell, cells[j][i])));
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      const text = cell.replace(",", ".");
      if (isMissing(text) || Number(text) === 0 || (symmetric && j < i)) return;
      const tie = weigh(text, body[i].line);
      if (tie) edges.add(i, offset + j, choices.weight === "none" ? 1 : tie.weight);
    });
  });
  bad.check(edges.count + bad.count);
  const told = [`read as a matrix of ${plural(rows.length, "row")} and ${plural(columns.length, "column")}`];
  const texts = twoMode ? [...rows, ...columns] : rows;
  if (new Set(texts).size < texts.length)
    refuse(name, head.first, "each name must stand once in a matrix", "one that repeats");
  const draft = listDraft({
    texts,
    edges,
    header: true,
    told,
    directed: !symmetric && !twoMode,
    unusable: bad.reasons(),
  });
  return twoMode ? { ...draft, modes: Uint8Array.from(texts, (_, k) => (k < offset ? 0 : 1)) } : draft;
}

function same(a: string, b: string): boolean {
  const value = (cell: string): number => (isMissing(cell) ? 0 : Number(cell.replace(",", ".")));
  return value(a) === value(b);
}

/** Names in the last comment, or numbers. */
function namesAbove({ comments, delimiter }: Head, width: number): string[] {
  const words = (comments.at(-1) ?? "")
    .replace(/^(?:#|%|\/\/)/, "")
    .trim()
    .split(delimiter === " " ? /\s+/ : delimiter);
  return words.length === width
    ? words.map((word) => word.trim())
    : Array.from({ length: width }, (_, k) => String(k + 1));
}

function check(
  body: readonly Row[],
  cells: readonly string[][],
  columns: readonly string[],
  named: boolean,
  name: string,
): void {
  cells.forEach((row, i) => {
    const { line } = body[i];
    if (row.length !== columns.length)
      refuse(
        name,
        line,
        `a row of the matrix must have ${columns.length} entries${named ? " and a name" : ""}`,
        `${row.length}`,
      );
    const wrong = row.find((cell) => !isMissing(cell) && !isNumber(cell.replace(",", ".")));
    if (wrong !== undefined) refuse(name, line, "an entry of the matrix must be a number", shown(wrong));
  });
}

import { NUMBER } from "./cells.ts";
import { type Choices } from "./choices.ts";
import { declared } from "./declared.ts";
import { type Draft } from "./draft.ts";
import { refuse, shown, textOf } from "./text.ts";

/** What the first line says. */
interface Banner {
  layout: "coordinate" | "array";
  field: "real" | "integer" | "pattern";
  symmetry: "general" | "symmetric" | "skew-symmetric";
}

/**
 * MatrixMarket (Boisvert, Pozo and Remington 1996): a matrix whose entry in row i and column j is a tie from i to j.
 * A symmetric matrix is an undirected network, any other a directed one; a matrix that is not square has two modes,
 * rows on the left. Entries of zero are no ties. Nodes are numbered from 1. Complex matrices are refused.
 */
export function readMatrixMarket(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const lines = textOf(content, name).split(/\r\n|\n|\r/);
  const banner = bannerOf(lines[0], name);
  const rows: { line: number; words: string[] }[] = [];
  lines.forEach((text, k) => {
    const row = text.trim();
    if (k > 0 && row !== "" && !row.startsWith("%")) rows.push({ line: k + 1, words: row.split(/\s+/) });
  });
  const size = rows.at(0) ?? refuse(name, null, "a MatrixMarket file must say its size after the banner", "nothing");
  const want = banner.layout === "coordinate" ? 3 : 2;
  if (size.words.length !== want || !size.words.every((word) => /^\d{1,10}$/.test(word)))
    refuse(name, size.line, `the size must be ${want} whole numbers`, shown(size.words.join(" ")));
  const [height, width, entries] = size.words.map(Number);
  if (Math.max(height, width) > MOST_NODES)
    refuse(name, size.line, `a matrix must have at most ${MOST_NODES} rows and columns`, `${height} by ${width}`);
  const square = height === width;
  const undirected = banner.symmetry === "symmetric";
  const graph = declared(name, choices);
  for (let i = 1; i <= height; i++) graph.node(rowName(i, square));
  if (!square) for (let j = 1; j <= width; j++) graph.node(columnName(j));
  const body = rows.slice(1);
  const found = banner.layout === "coordinate" ? body.length : entries;
  if (found !== entries) refuse(name, size.line, `${entries} entries must follow, as the size says`, `${found}`);
  const put = (i: number, j: number, value: string | null, line: number): void => {
    if (value !== null && Number(value) === 0) return;
    const target = square ? String(j) : columnName(j);
    graph.tie(rowName(i, square), target, value === null ? {} : { weight: value }, square && !undirected, line);
    if (banner.symmetry === "skew-symmetric" && i !== j)
      graph.tie(String(j), String(i), { weight: String(-Number(value)) }, true, line);
  };
  if (banner.layout === "coordinate") coordinates(body, banner, { height, width }, name, put);
  else dense(body, banner, { height, width }, name, put);
  const draft = graph.draft(square && !undirected);
  return square
    ? draft
    : { ...draft, modes: Uint8Array.from({ length: height + width }, (_, i) => (i < height ? 0 : 1)) };
}

const MOST_NODES = 100_000_000;
const rowName = (i: number, square: boolean): string => (square ? String(i) : `row ${i}`);
const columnName = (j: number): string => `column ${j}`;

type Row = Readonly<{ line: number; words: readonly string[] }>;
type Put = (i: number, j: number, value: string | null, line: number) => void;
interface Extent {
  height: number;
  width: number;
}

function bannerOf(line: string, name: string): Banner {
  const words: (string | undefined)[] = line.trim().toLowerCase().split(/\s+/);
  const [, object, layout, field, symmetry] = words;
  if (!/^%%?matrixmarket$/.test(words[0] ?? "") || object !== "matrix")
    refuse(name, 1, "a MatrixMarket file must begin with %%MatrixMarket matrix", shown(line));
  if (layout !== "coordinate" && layout !== "array")
    refuse(name, 1, "the layout must be coordinate or array", shown(layout ?? ""));
  if (field === "complex") refuse(name, 1, "weights must be real numbers", "a complex matrix");
  if (field !== "real" && field !== "double" && field !== "integer" && field !== "pattern")
    refuse(name, 1, "the field must be real, integer or pattern", shown(field ?? ""));
  if (symmetry !== "general" && symmetry !== "symmetric" && symmetry !== "skew-symmetric" && symmetry !== "hermitian")
    refuse(name, 1, "the symmetry must be general, symmetric or skew-symmetric", shown(symmetry ?? ""));
  return {
    layout,
    field: field === "double" ? "real" : field,
    symmetry: symmetry === "hermitian" ? "symmetric" : symmetry,
  };
}

/** Entries by row and column. */
function coordinates(rows: readonly Row[], { field }: Banner, extent: Extent, name: string, put: Put): void {
  const width = field === "pattern" ? 2 : 3;
  for (const { line, words } of rows) {
    if (words.length !== width) refuse(name, line, `an entry must have ${width} numbers`, `${words.length}`);
    const [i, j] = [placeOf(words[0], extent.height, line, name), placeOf(words[1], extent.width, line, name)];
    put(i, j, field === "pattern" ? null : words[2], line);
  }
}

function placeOf(word: string, most: number, line: number, name: string): number {
  const place = /^\d{1,10}$/.test(word) ? Number(word) : 0;
  if (place < 1 || place > most) refuse(name, line, `a row or column must be from 1 to ${most}`, shown(word));
  return place;
}

/** All entries, column by column; of a symmetric matrix the lower triangle alone. */
function dense(rows: readonly Row[], { symmetry }: Banner, { height, width }: Extent, name: string, put: Put): void {
  const values = rows.flatMap(({ words, line }) => words.map((word) => ({ word, line })));
  let at = 0;
  for (let j = 1; j <= width; j++) {
    const first = symmetry === "general" ? 1 : symmetry === "symmetric" ? j : j + 1;
    for (let i = first; i <= height; i++, at++) {
      const value = values.at(at) ?? refuse(name, null, "the matrix must be whole", `${values.length} entries`);
      if (!NUMBER.test(value.word)) refuse(name, value.line, "an entry must be a number", shown(value.word));
      put(i, j, value.word, value.line);
    }
  }
  if (at !== values.length) refuse(name, null, `the matrix must have ${at} entries`, `${values.length}`);
}

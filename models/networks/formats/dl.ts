import { type Choices } from "./choices.ts";
import { type Declared, declared } from "./declared.ts";
import { type DlHead, dlHead } from "./dl-head.ts";
import { type Draft } from "./draft.ts";
import { chosenSentence, pickRelation } from "./table/relations.ts";
import { plural, refuse, shown, textOf } from "./text.ts";

/** A word of the data, and its line. */
interface Word {
  text: string;
  line: number;
}

/** A file while its data are read. */
interface File {
  name: string;
  head: DlHead;
  graph: Declared;
  /** Names of rows and of columns; one and the same list in a network of one mode. */
  rows: string[];
  columns: string[];
}

/**
 * DL of UCINET (Borgatti, Everett and Freeman 2002): full matrices, half matrices, node lists and edge lists of one or
 * two modes, labels apart or embedded, several matrices of which `?relation=` reads one. A symmetric matrix and a
 * half one are undirected, all else is arcs from row to column. Entries of zero are no ties. Other forms are refused
 * by name.
 */
export function readDl(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const head = dlHead(textOf(content, name), name);
  const file: File = { name, head, graph: declared(name, choices), rows: [], columns: [] };
  const relation = pickRelation(matricesOf(head), choices.relation, name);
  const told = relation === null ? [] : [chosenSentence(relation, head.matrices)];
  const at = relation === null ? 0 : [...matricesOf(head).keys()].indexOf(relation);
  nameNodes(file);
  const undirected = head.format.startsWith("list") ? lists(file) : matrix(file, at);
  const draft = file.graph.draft(!undirected, told);
  if (!head.twoMode) return undirected ? { ...draft, directions: null, directed: false } : draft;
  const names = draft.texts ?? Array.from({ length: draft.size }, (_, i) => String(i));
  const left = new Set(file.rows);
  return { ...draft, modes: Uint8Array.from(names, (key) => (left.has(key) ? 0 : 1)) };
}

/** Each matrix by its label or number; the counts are those of its entries. */
function matricesOf({ matrices, labels, rows, columns }: DlHead): Map<string, number> {
  const names = Array.from({ length: matrices }, (_, k) => labels.matrix[k] ?? String(k + 1));
  return new Map(names.map((label) => [label, rows * columns]));
}

/** Nodes that the head names or counts; embedded labels come with the data. */
function nameNodes(file: File): void {
  const { head, graph, name } = file;
  const { twoMode, labels, embedded } = head;
  const named = (list: readonly string[], count: number, side: string): string[] => {
    if (list.length > count)
      refuse(name, null, `there must be at most ${plural(count, "label")} for ${side}s`, `${list.length}`);
    return Array.from({ length: count }, (_, k) => list[k] ?? (twoMode ? `${side} ${k + 1}` : String(k + 1)));
  };
  if (embedded) return;
  file.rows = named(labels.row.length > 0 ? labels.row : labels.both, head.rows, "row");
  file.columns = twoMode ? named(labels.column, head.columns, "column") : file.rows;
  const all = twoMode ? [...file.rows, ...file.columns] : file.rows;
  if (new Set(all).size < all.length) refuse(name, null, "each label must be of one node", "one that comes twice");
  for (const label of all) graph.node(label);
}

/** A full or half matrix; true where its ties are undirected. */
function matrix(file: File, number: number): boolean {
  const { head, graph, name } = file;
  const { rows, columns, format, diagonal, embedded, words: all } = head;
  const half = format !== "fullmatrix";
  const words = all.slice();
  let at = 0;
  const next = (): Word => words.at(at++) ?? refuse(name, null, "the matrix must be whole", "the end of the file");
  const widths = Array.from({ length: rows }, (_, i) =>
    format === "lowerhalf" ? i + (diagonal ? 1 : 0) : format === "upperhalf" ? rows - i - (diagonal ? 0 : 1) : columns,
  );
  const size = widths.reduce((sum, width) => sum + width, 0) + (embedded ? rows + columns : 0);
  at = number * size;
  if (embedded) {
    file.columns = Array.from({ length: columns }, () => next().text);
    for (const label of file.columns) graph.node(label);
  }
  const cells = widths.map((width, i) => {
    if (embedded) file.rows.push(next().text);
    return Array.from({ length: width }, (_, k) => {
      const skipped = format === "fullmatrix" && !diagonal && !head.twoMode && k === i;
      return skipped ? { text: "0", line: 0 } : next();
    });
  });
  if (embedded && head.twoMode) for (const label of file.rows) graph.node(label);
  if (number === head.matrices - 1 && at < words.length)
    refuse(name, words[at].line, "no more entries may follow the matrix", shown(words[at].text));
  const columnOf = (i: number, k: number): number => (format === "upperhalf" ? i + k + (diagonal ? 0 : 1) : k);
  const symmetric =
    half ||
    (!head.twoMode && cells.every((row, i) => row.every(({ text }, j) => Number(text) === Number(cells[j][i].text))));
  cells.forEach((row, i) => {
    row.forEach(({ text, line }, k) => {
      const j = columnOf(i, k);
      if (Number(text) === 0 || (symmetric && !half && j < i)) return;
      graph.tie(file.rows[i], file.columns[j], { weight: text }, !symmetric, line);
    });
  });
  return symmetric || head.twoMode;
}

/** A node list (a row is a node and those it names) or an edge list (two ends and perhaps a value). */
function lists(file: File): boolean {
  const { head, graph, name } = file;
  const edges = head.format === "list of edges";
  const known = new Set([...file.rows, ...file.columns]);
  const end = ({ text, line }: Word, side: "rows" | "columns"): string => {
    const list = file[side];
    if (!head.embedded) {
      const place = /^\d{1,9}$/.test(text) ? Number(text) : 0;
      const label = list.at(place - 1);
      if (place < 1 || label === undefined)
        return refuse(name, line, `an end must be a number from 1 to ${list.length}`, shown(text));
      return label;
    }
    if (!known.has(text)) {
      known.add(text);
      list.push(text);
      graph.node(text);
    }
    return text;
  };
  const other = head.twoMode ? "columns" : "rows";
  if (!head.twoMode) file.columns = file.rows;
  for (const words of byLine(head.words)) {
    const from = end(words[0], "rows");
    if (!edges) for (const word of words.slice(1)) graph.tie(from, end(word, other), {}, true, word.line);
    else if (words.length < 2 || words.length > 3)
      graph.drop(words.length < 2 ? "one end only" : "more than two ends and a value", words[0].line);
    else {
      const data = words.length === 3 ? { weight: words[2].text } : {};
      graph.tie(from, end(words[1], other), data, true, words[0].line);
    }
  }
  return head.twoMode;
}

function byLine(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    if (lines.at(-1)?.[0].line === word.line) lines[lines.length - 1].push(word);
    else lines.push([word]);
  }
  return lines;
}

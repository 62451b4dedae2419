import { type Network } from "../../core/index.ts";
import { declared } from "./declared.ts";
import { type Choices, type Draft, plural, weightOf } from "./reading.ts";
import { chosenSentence, pickRelation } from "./table/relations.ts";
import { refuse, shown, textOf } from "./text.ts";
import { edgesOf } from "./written.ts";

interface Line {
  line: number;
  words: string[];
}
interface Block {
  kind: "arcs" | "edges" | "arcslist" | "edgeslist" | "matrix";
  relation: string;
  line: number;
  lines: Line[];
}

/**
 * Pajek `.net`: *Vertices, then *Arcs, *Edges, *Arcslist, *Edgeslist or *Matrix, once or once a relation
 * (`*Arcs :2 "likes"`). A node's key is its label where all labels differ, its number otherwise. Positions and
 * shapes are not read. Throws `RangeError` listing the relations where there are several and none is chosen.
 */
export function readPajek(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const { vertices, size, blocks } = blocksOf(textOf(content, name), name);
  const counts = new Map<string, number>();
  for (const block of blocks) counts.set(block.relation, (counts.get(block.relation) ?? 0) + rowsIn(block));
  const chosen = pickRelation(counts, choices.relation, name);
  const labels = labelsOf(vertices, size, name);
  const graph = declared();
  labels.texts.forEach((label) => graph.node(label));
  const key = (word: string, line: number): string => {
    if (!/^\d+$/.test(word)) refuse(name, line, "a vertex must be given by its number", shown(word));
    return Number(word) >= 1 && Number(word) <= size ? labels.texts[Number(word) - 1] : `\0${word}`;
  };
  for (const { kind, relation, line: start, lines } of blocks) {
    if (chosen !== null && relation !== chosen) continue;
    const directed = kind === "arcs" || kind === "arcslist" || kind === "matrix";
    if (kind === "matrix" && lines.length > size)
      refuse(name, lines[size].line, `the matrix must have ${plural(size, "row")}`, "more");
    if (kind === "matrix" && lines.length < size)
      refuse(name, start, `the matrix must have ${plural(size, "row")}`, `${lines.length}`);
    lines.forEach(({ line, words }, row) => {
      if (kind === "matrix") {
        if (words.length !== size)
          refuse(name, line, `a row of the matrix must have ${size} entries`, `${words.length}`);
        words.forEach((word, column) => {
          if (Number(word) !== 0) graph.edge(labels.texts[row], labels.texts[column], weightOf(word, name, line), true);
        });
        return;
      }
      if (words.length < 2) refuse(name, line, "a row must name two vertices", shown(words.join(" ")));
      if (kind === "arcs" || kind === "edges") {
        // Beyond the weight stand drawing instructions, words first.
        const weight = words.length > 2 && !/^[a-z]+$/i.test(words[2]) ? weightOf(words[2], name, line) : null;
        graph.edge(key(words[0], line), key(words[1], line), weight, directed);
      } else for (const other of words.slice(1)) graph.edge(key(words[0], line), key(other, line), null, directed);
    });
  }
  const told = [...labels.told];
  if (chosen !== null) told.push(chosenSentence(chosen, counts.size));
  return graph.draft(
    blocks.some(({ kind }) => kind === "arcs" || kind === "matrix"),
    told,
  );
}

function rowsIn({ kind, lines }: Block): number {
  if (kind === "matrix")
    return lines.reduce((sum, { words }) => sum + words.filter((word) => Number(word) !== 0).length, 0);
  if (kind === "arcs" || kind === "edges") return lines.length;
  return lines.reduce((sum, { words }) => sum + words.length - 1, 0);
}

/** The file by its starred headings. */
function blocksOf(text: string, name: string): { vertices: Line[]; size: number; blocks: Block[] } {
  const vertices: Line[] = [];
  const blocks: Block[] = [];
  let size = -1;
  let sizeLine = 0;
  let into: Line[] | null = null;
  let line = 0;
  for (const raw of text.split(text.includes("\n") ? "\n" : "\r")) {
    line++;
    const row = raw.trim();
    if (row === "" || row.startsWith("%")) continue;
    if (!row.startsWith("*")) {
      if (!into) refuse(name, line, "a Pajek file must start with *Vertices", shown(row));
      into.push({ line, words: wordsOf(row, line, name) });
      continue;
    }
    const [heading, ...rest] = wordsOf(row, line, name);
    const kind = heading.slice(1).toLowerCase();
    if (kind === "network") into = null;
    else if (kind === "vertices") {
      if (size >= 0) refuse(name, line, "a Pajek file must hold one *Vertices", "a second one");
      if (!/^\d{1,9}$/.test(rest.at(0) ?? ""))
        refuse(name, line, "*Vertices must say how many there are", shown(rest.join(" ")));
      size = Number(rest[0]);
      sizeLine = line;
      if (rest.length > 1 && Number(rest[1]) !== size)
        refuse(name, line, "a network must be of one kind of people (one mode)", `*Vertices ${rest.join(" ")}`);
      into = vertices;
    } else if (
      kind === "arcs" ||
      kind === "edges" ||
      kind === "arcslist" ||
      kind === "edgeslist" ||
      kind === "matrix"
    ) {
      if (size < 0) refuse(name, line, "a Pajek file must start with *Vertices", shown(row));
      const number = rest.find((word) => /^:\d+$/.test(word));
      const label = rest.find((word) => !/^:\d*$/.test(word));
      into = [];
      blocks.push({ kind, relation: label ?? number?.slice(1) ?? "", line, lines: into });
    } else
      refuse(
        name,
        line,
        "a heading must be *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist or *Matrix",
        shown(heading),
      );
  }
  if (size < 0) refuse(name, null, "a Pajek file must start with *Vertices", "none");
  if (vertices.length > size)
    refuse(
      name,
      vertices[size].line,
      `there must be ${plural(size, "vertex line")} as *Vertices says`,
      `${vertices.length}`,
    );
  if (size > MOST_UNLISTED && vertices.length < size)
    refuse(
      name,
      sizeLine,
      `more than ${MOST_UNLISTED} vertices must be listed one by one`,
      `${vertices.length} of ${size}`,
    );
  return { vertices, size, blocks };
}

/** A number with a digit too many must not fill the memory. */
const MOST_UNLISTED = 1_000_000;

/** Words by blanks; a quoted one is one word without its quotes. */
function wordsOf(row: string, line: number, name: string): string[] {
  const words: string[] = [];
  for (const [word, inside] of row.matchAll(/"([^"]*)"|[^\s"]+|"/g)) {
    if (word === '"') refuse(name, line, "a label must have a closing quote", shown(row));
    words.push(word.startsWith('"') ? inside : word);
  }
  return words;
}

function labelsOf(vertices: readonly Line[], size: number, name: string): { texts: string[]; told: string[] } {
  const labels = new Map<number, string>();
  for (const { line, words } of vertices) {
    const number = Number(words[0]);
    if (!/^\d+$/.test(words[0]) || number < 1 || number > size)
      refuse(name, line, `a vertex must have a number from 1 to ${size}`, shown(words[0]));
    if (labels.has(number)) refuse(name, line, "each vertex must come once", `${number} again`);
    labels.set(number, words.at(1) ?? words[0]);
  }
  const numbers = Array.from({ length: size }, (_, k) => String(k + 1));
  const texts = numbers.map((number, k) => labels.get(k + 1) ?? number);
  if (new Set(texts).size === size) return { texts, told: [] };
  return { texts: numbers, told: ["labels repeat, so nodes go by their numbers"] };
}

/** Pajek in pieces. Throws `RangeError` on keys with quotes or line ends, which a label cannot hold. */
export function* writePajek(network: Network, name: string): Generator<string> {
  const { size, keys, directed } = network;
  yield `*Vertices ${size}\n`;
  for (let i = 0; i < size; i++) {
    const key = keys.key(i);
    if (/["\r\n]/.test(key)) refuse(name, null, "a label in Pajek must hold no quotes and no line ends", shown(key));
    yield `${i + 1} "${key}"\n`;
  }
  yield directed ? "*Arcs\n" : "*Edges\n";
  for (const [i, j, weight] of edgesOf(network)) yield `${i + 1} ${j + 1}${weight === null ? "" : ` ${weight}`}\n`;
}

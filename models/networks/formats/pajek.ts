import { isMissing, NUMBER } from "./cells.ts";
import { type Choices } from "./choices.ts";
import { type Declared, declared } from "./declared.ts";
import { type PajekBlock, type PajekLine, type PajekNetwork, pajekSections } from "./pajek-sections.ts";
import { type Draft } from "./draft.ts";
import { chosenSentence, pickRelation } from "./table/relations.ts";
import { plural, refuse, shown, textOf } from "./text.ts";

/**
 * Pajek `.net` and `.paj`: *Vertices, then *Arcs, *Edges, *Arcslist, *Edgeslist or *Matrix, once or once a relation
 * (`*Arcs :2 "likes"`). A node's key is its label where all labels differ, its number otherwise. `*Vertices 5 2` has
 * two modes. *Partition, *Vector and *Permutation are columns of the nodes. Of several networks in a project
 * `?relation=` reads one by its name. Positions and shapes are not read. Throws `RangeError` listing the relations
 * where there are several and none is chosen.
 */
export function readPajek(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const { networks, columns } = pajekSections(textOf(content, name), name);
  const network = networks.length === 1 ? networks[0] : chosenNetwork(networks, choices.relation, name);
  const { size, left, blocks } = network;
  const counts = new Map<string, number>();
  for (const block of blocks) counts.set(block.relation, (counts.get(block.relation) ?? 0) + rowsIn(block));
  const chosen = pickRelation(counts, networks.length === 1 ? choices.relation : undefined, name);
  const labels = labelsOf(network.vertices, size, name);
  const graph = declared(name, choices);
  labels.texts.forEach((label) => graph.node(label));
  for (const block of blocks)
    if (chosen === null || block.relation === chosen) read(block, network, labels.texts, graph, name);
  const told = [...labels.told];
  if (networks.length > 1) told.push(`read: network ${shown(network.name)} of ${plural(networks.length, "network")}`);
  if (chosen !== null) told.push(chosenSentence(chosen, counts.size));
  for (const column of columns) {
    if (column.size !== size || column.values.length !== size)
      told.push(`not read: ${shown(column.name)}, which is of another number of vertices`);
    else
      column.values.forEach(({ words, line }, i) =>
        graph.set(i, column.name, cellOf(words[0], column.numeric, name, line)),
      );
  }
  const arcs = blocks.some(({ kind }) => kind === "arcs" || kind === "matrix");
  const draft = graph.draft(arcs && left === size, told);
  return left === size ? draft : { ...draft, modes: Uint8Array.from({ length: size }, (_, i) => (i < left ? 0 : 1)) };
}

function chosenNetwork(networks: readonly PajekNetwork[], relation: string | undefined, name: string): PajekNetwork {
  const counts = new Map(
    networks.map(({ name: title, blocks }) => [title, blocks.reduce((sum, b) => sum + rowsIn(b), 0)]),
  );
  const chosen = pickRelation(counts, relation, name);
  return networks.find(({ name: title }) => title === chosen) ?? networks[0];
}

function cellOf(word: string, numeric: boolean, name: string, line: number): string | number | undefined {
  if (!numeric) return word;
  if (isMissing(word)) return undefined;
  if (!NUMBER.test(word)) refuse(name, line, "a vector must hold numbers", shown(word));
  return Number(word);
}

/** The ties under one heading. */
function read(
  block: PajekBlock,
  network: PajekNetwork,
  labels: readonly string[],
  graph: Declared,
  name: string,
): void {
  const { kind, lines } = block;
  const { size, left } = network;
  const directed = left === size && kind !== "edges" && kind !== "edgeslist";
  if (kind === "matrix") {
    matrix(block, network, labels, graph, name);
    return;
  }
  const key = (word: string, line: number): string => {
    if (!/^\d+$/.test(word)) refuse(name, line, "a vertex must be given by its number", shown(word));
    return Number(word) >= 1 && Number(word) <= size ? labels[Number(word) - 1] : `\0${word}`;
  };
  for (const { line, words } of lines) {
    if (words.length < 2) refuse(name, line, "a row must name two vertices", shown(words.join(" ")));
    if (kind === "arcs" || kind === "edges") {
      // Beyond the weight stand drawing instructions, words first.
      const weighted = words.length > 2 && (isMissing(words[2]) || !/^[a-z]+$/i.test(words[2]));
      graph.tie(key(words[0], line), key(words[1], line), weighted ? { weight: words[2] } : {}, directed, line);
    } else for (const other of words.slice(1)) graph.tie(key(words[0], line), key(other, line), {}, directed, line);
  }
}

/** A row for each vertex of the first mode, a column for each of the second, or of the only one. */
function matrix(
  { line: start, lines }: PajekBlock,
  { size, left }: PajekNetwork,
  labels: readonly string[],
  graph: Declared,
  name: string,
): void {
  const width = left === size ? size : size - left;
  if (lines.length > left) refuse(name, lines[left].line, `the matrix must have ${plural(left, "row")}`, "more");
  if (lines.length < left) refuse(name, start, `the matrix must have ${plural(left, "row")}`, `${lines.length}`);
  lines.forEach(({ line, words }, row) => {
    if (words.length !== width) refuse(name, line, `a row of the matrix must have ${width} entries`, `${words.length}`);
    words.forEach((word, column) => {
      if (Number(word) !== 0)
        graph.tie(labels[row], labels[size - width + column], { weight: word }, left === size, line);
    });
  });
}

function rowsIn({ kind, lines }: PajekBlock): number {
  if (kind === "matrix")
    return lines.reduce((sum, { words }) => sum + words.filter((word) => Number(word) !== 0).length, 0);
  if (kind === "arcs" || kind === "edges") return lines.length;
  return lines.reduce((sum, { words }) => sum + words.length - 1, 0);
}

function labelsOf(vertices: readonly PajekLine[], size: number, name: string): { texts: string[]; told: string[] } {
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

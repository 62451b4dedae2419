import { declared, type Declared } from "./declared.ts";
import { type DeclaredColumn, kindOfType, valueUnder } from "./declared-value.ts";
import { type Choices } from "./choices.ts";
import { type Draft } from "./draft.ts";
import { chosenSentence, pickRelation } from "./table/relations.ts";
import { refuse, shown } from "./text.ts";
import { needed, type XmlOpening, xmlEvents, xmlText } from "./xml.ts";

/** An edge as it stands in the file; `mutual` ones run both ways. */
interface Edge {
  source: string;
  target: string;
  type: "directed" | "undirected" | "mutual";
  kind: string;
  data: Map<string, string>;
  line: number;
}

/** A file while it is read: what stands open, and what has been declared. */
interface File {
  readonly name: string;
  readonly graph: Declared;
  readonly columns: Readonly<Record<"node" | "edge", Map<string, DeclaredColumn>>>;
  readonly edges: Edge[];
  /** The nodes that stand open, the innermost last: nodes may hold nodes. */
  readonly nodes: number[];
  /** What changes over time and is read as one value. */
  readonly changing: Set<string>;
  type: Edge["type"];
  graphs: number;
  /** What the attributes being declared belong to. */
  kind: string;
  column: DeclaredColumn | null;
  edge: Edge | null;
  text: string | null;
  timed: boolean;
}

/**
 * GEXF 1.1 to 1.3. A node's key is its id; its label is a column where it says something else. Attributes keep
 * their titles; those used but not declared are kept as text. Nodes within nodes are nodes like others. A mutual edge
 * among directed ones is two arcs. Where edges are of several kinds, `?relation=` reads one. Of times only the start of
 * an edge can be read, by `?time=start`; of a value that changes the last is. Positions and colours are not read.
 * graphology-gexf checks the writer in the tests but cannot serve as reader: it tells no lines, counts no
 * dangling edges and keeps no duplicates to count.
 */
export function readGexf(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const columns = { node: new Map<string, DeclaredColumn>(), edge: new Map<string, DeclaredColumn>() };
  const nothing = { kind: "", column: null, edge: null, text: null, timed: false, graphs: 0 };
  const lists = { edges: [], nodes: [], changing: new Set<string>() };
  const file: File = { name, graph: declared(name, choices), columns, type: "undirected", ...lists, ...nothing };
  for (const event of xmlEvents(xmlText(content, name), name)) {
    if (event.is === "text") {
      if (file.text !== null) file.text += event.text;
    } else if (event.is === "close") closing.get(event.name)?.(file);
    else {
      if (event.depth === 0 && event.name !== "gexf")
        refuse(name, event.line, "a GEXF file must start with <gexf>", `<${event.name}>`);
      opening.get(event.name)?.(file, event);
    }
  }
  if (file.graphs === 0) refuse(name, null, "a GEXF file must hold a <graph>", "none");
  return file.graph.draft(file.type === "directed", [...edgesOfKind(file, choices), ...timeSentences(file, choices)]);
}

/** Hands on the edges of the relation that is read. */
function edgesOfKind({ edges, graph, name, type }: File, { relation }: Choices): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of edges) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const chosen = pickRelation(counts, relation, name);
  for (const edge of edges) {
    if (chosen !== null && edge.kind !== chosen) continue;
    const { source, target, line } = edge;
    const data = Object.fromEntries(edge.data);
    const mutual = edge.type === "mutual" && type !== "mutual";
    graph.tie(source, target, data, edge.type === "directed" || mutual, line);
    if (mutual) graph.tie(target, source, data, true, line);
  }
  return chosen === null ? [] : [chosenSentence(chosen, counts.size)];
}

function timeSentences({ timed, changing }: File, { time }: Choices): string[] {
  const told = timed && time === undefined ? ["times of edges are not read (?time=start reads when each begins)"] : [];
  if (changing.size > 0)
    told.push(`the last value is read of what changes over time: ${[...changing].map(shown).join(", ")}`);
  return told;
}

const opening = new Map<string, (file: File, event: XmlOpening) => void>([
  ["graph", openGraph],
  ["attributes", (file, { attributes }) => (file.kind = attributes.class ?? "node")],
  ["attribute", declare],
  ["default", (file) => (file.text = "")],
  ["node", openNode],
  ["attvalue", setValue],
  ["edge", openEdge],
  ["spell", openSpell],
]);

const closing = new Map<string, (file: File) => void>([
  [
    "default",
    (file) => {
      if (file.column) file.column.fallback = file.text ?? "";
      file.text = null;
    },
  ],
  ["node", (file) => file.nodes.pop()],
  [
    "edge",
    (file) => {
      if (file.edge) file.edges.push(file.edge);
      file.edge = null;
    },
  ],
]);

function openGraph(file: File, { attributes, line }: XmlOpening): void {
  if (++file.graphs > 1) refuse(file.name, line, "a GEXF file must hold one <graph>", "a second one");
  file.type = typeOf(attributes.defaultedgetype, "undirected");
}

function typeOf(word: string | undefined, usual: Edge["type"]): Edge["type"] {
  const own = word?.trim().toLowerCase();
  return own === "directed" || own === "undirected" || own === "mutual" ? own : usual;
}

function declare(file: File, event: XmlOpening): void {
  file.column = null;
  if (file.kind !== "node" && file.kind !== "edge") return;
  const { title, type } = event.attributes;
  const id = needed(event, "id", file.name);
  file.column = { title: title || id, kind: kindOfType(type), fallback: undefined };
  file.columns[file.kind].set(id, file.column);
  if (file.kind === "node") file.graph.column(file.column.title);
  else file.graph.tieColumn(file.column.title);
}

function openNode(file: File, event: XmlOpening): void {
  const { graph, name } = file;
  const { attributes, line } = event;
  const key = needed(event, "id", name);
  const node = graph.node(key);
  file.nodes.push(node);
  if (attributes.label && attributes.label !== key) graph.set(node, "label", attributes.label);
  for (const column of file.columns.node.values())
    if (column.fallback !== undefined)
      graph.set(node, column.title, valueUnder(column, column.fallback, { name, line }));
}

function setValue(file: File, event: XmlOpening): void {
  const { graph, columns, name, edge } = file;
  const { attributes: given, line } = event;
  const id = given.for || given.id || needed(event, "for", name);
  const value = needed(event, "value", name);
  const column = columns[edge ? "edge" : "node"].get(id) ?? { title: id, kind: "text" as const };
  if ([given.start, given.end, given.timestamp].some((time) => time !== undefined)) file.changing.add(column.title);
  const node = file.nodes.at(-1);
  if (edge) edge.data.set(column.title, value);
  else if (node !== undefined) graph.set(node, column.title, valueUnder(column, value, { name, line }));
}

function openEdge(file: File, event: XmlOpening): void {
  const { attributes: given, line } = event;
  const data = new Map<string, string>();
  for (const { title, fallback } of file.columns.edge.values()) if (fallback !== undefined) data.set(title, fallback);
  if (given.weight !== undefined) data.set("weight", given.weight);
  const start = given.start ?? given.timestamp;
  if (start !== undefined) data.set("start", start);
  file.timed ||= start !== undefined || given.end !== undefined;
  file.edge = {
    source: needed(event, "source", file.name),
    target: needed(event, "target", file.name),
    type: typeOf(given.type, file.type),
    kind: given.kind ?? "",
    data,
    line,
  };
}

function openSpell(file: File, { attributes: given }: XmlOpening): void {
  if (!file.edge) return;
  file.timed = true;
  const start = given.start ?? given.timestamp;
  if (start !== undefined && !file.edge.data.has("start")) file.edge.data.set("start", start);
}

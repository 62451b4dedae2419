import { declared, type Declared } from "./declared.ts";
import { type DeclaredColumn, kindOfType, saysYes, valueUnder } from "./declared-value.ts";
import { type Choices } from "./choices.ts";
import { type Draft } from "./draft.ts";
import { refuse } from "./text.ts";
import { needed, type XmlOpening, xmlEvents, xmlText } from "./xml.ts";

/** What is known of an edge so far. */
interface Edge {
  ends: string[];
  directed: boolean;
  data: Map<string, string>;
  line: number;
}

/** A file while it is read: what stands open, and what has been declared. */
interface File {
  readonly name: string;
  readonly graph: Declared;
  readonly columns: Readonly<Record<"node" | "edge", Map<string, DeclaredColumn>>>;
  /** The nodes that stand open, the innermost last: a node may hold a graph of its own. */
  readonly nodes: number[];
  /** The graphs that stand open, by their default direction. */
  readonly graphs: boolean[];
  found: number;
  directed: boolean;
  column: DeclaredColumn | null;
  edge: Edge | null;
  data: string | null;
  text: string | null;
}

/**
 * GraphML. A node's key is its id; `<data>` become columns, titled by attr.name, or by their key where none is declared
 * for it. Nodes of a graph within a node are nodes like others, ports are passed over, a hyperedge of two ends is an
 * edge and any other one is dropped. The label that yEd draws on a node is its column `label`.
 * graphology-graphml checks the writer in the tests but cannot serve as reader: it tells no lines, counts no dangling
 * edges and keeps no duplicates to count.
 */
export function readGraphml(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const columns = { node: new Map<string, DeclaredColumn>(), edge: new Map<string, DeclaredColumn>() };
  const nothing = { column: null, edge: null, data: null, text: null, nodes: [], graphs: [] };
  const file: File = { name, graph: declared(name, choices), columns, directed: false, found: 0, ...nothing };
  for (const event of xmlEvents(xmlText(content, name), name)) {
    if (event.is === "text") {
      if (file.text !== null) file.text += event.text;
    } else if (event.is === "close") closing.get(afterPrefix(event.name))?.(file, event.line);
    else {
      if (event.depth === 0 && event.name !== "graphml")
        refuse(name, event.line, "a GraphML file must start with <graphml>", `<${event.name}>`);
      open(file, event);
    }
  }
  if (file.found === 0) refuse(name, null, "a GraphML file must hold a <graph>", "none");
  return file.graph.draft(file.directed);
}

function open(file: File, event: XmlOpening): void {
  const own = afterPrefix(event.name);
  // What a tool draws stands within data, in elements of its own.
  if (file.data !== null && own !== "data") [file.data, file.text] = [null, null];
  opening.get(own)?.(file, event);
}

/** `NodeLabel` of `y:NodeLabel`; labels are the only elements of others that are read. */
const afterPrefix = (full: string): string => (full.endsWith(":NodeLabel") ? "NodeLabel" : full);

const opening = new Map<string, (file: File, event: XmlOpening) => void>([
  ["key", declare],
  ["default", (file) => (file.text = "")],
  ["graph", openGraph],
  ["node", openNode],
  ["edge", openEdge],
  ["hyperedge", openHyperedge],
  ["endpoint", (file, event) => file.edge?.ends.push(needed(event, "node", file.name))],
  ["NodeLabel", (file) => (file.text = "")],
  [
    "data",
    (file, event) => {
      if (file.edge || file.nodes.length > 0) [file.data, file.text] = [needed(event, "key", file.name), ""];
    },
  ],
]);

const closing = new Map<string, (file: File, line: number) => void>([
  [
    "default",
    (file) => {
      if (file.column) file.column.fallback = file.text ?? "";
      [file.data, file.text] = [null, null];
    },
  ],
  ["key", (file) => (file.column = null)],
  [
    "data",
    (file, line) => {
      if (file.data !== null) take(file, file.data, file.text ?? "", line);
      [file.data, file.text] = [null, null];
    },
  ],
  [
    "NodeLabel",
    (file) => {
      const node = file.nodes.at(-1);
      const label = file.text?.trim() ?? "";
      if (node !== undefined && !file.edge && label !== "") file.graph.set(node, "label", label);
      file.text = null;
    },
  ],
  ["node", (file) => file.nodes.pop()],
  ["graph", (file) => file.graphs.pop()],
  ["edge", closeEdge],
  ["hyperedge", closeEdge],
]);

function declare(file: File, event: XmlOpening): void {
  const { attributes: given } = event;
  const id = needed(event, "id", file.name);
  const title = given["attr.name"] || id;
  const column: DeclaredColumn = { title, kind: kindOfType(given["attr.type"]), fallback: undefined };
  const owner = given.for || "all";
  file.column = column;
  if (owner === "node" || owner === "all") file.columns.node.set(id, column);
  if (owner === "edge" || owner === "all") file.columns.edge.set(id, column);
  // What yEd draws with is declared too, and is no column.
  if (owner === "node" && given["yfiles.type"] === undefined) file.graph.column(title);
  if (owner === "edge" && given["yfiles.type"] === undefined) file.graph.tieColumn(title);
}

function openGraph(file: File, { attributes, line }: XmlOpening): void {
  const directed = attributes.edgedefault?.trim().toLowerCase() === "directed";
  if (file.graphs.push(directed) > 1) return;
  if (++file.found > 1) refuse(file.name, line, "a GraphML file must hold one <graph>", "a second one");
  file.directed = directed;
}

function openNode(file: File, event: XmlOpening): void {
  const node = file.graph.node(needed(event, "id", file.name));
  file.nodes.push(node);
  for (const column of file.columns.node.values())
    if (column.fallback !== undefined)
      file.graph.set(node, column.title, valueUnder(column, column.fallback, { name: file.name, line: event.line }));
}

function openEdge(file: File, event: XmlOpening): void {
  const { attributes: given, line } = event;
  const ends = [needed(event, "source", file.name), needed(event, "target", file.name)];
  const directed = saysYes(given.directed) ?? file.graphs.at(-1) ?? false;
  file.edge = { ends, directed, data: new Map(), line };
  for (const { title, fallback } of file.columns.edge.values())
    if (fallback !== undefined) file.edge.data.set(title, fallback);
}

function openHyperedge(file: File, { line }: XmlOpening): void {
  file.edge = { ends: [], directed: false, data: new Map(), line };
}

function closeEdge(file: File): void {
  if (!file.edge) return;
  const { ends, data, line, directed } = file.edge;
  if (ends.length === 2) file.graph.tie(ends[0], ends[1], Object.fromEntries(data), directed, line);
  else file.graph.drop("more or fewer than two ends", line);
  file.edge = null;
}

function take(file: File, id: string, value: string, line: number): void {
  const node = file.nodes.at(-1);
  if (file.edge) file.edge.data.set(file.columns.edge.get(id)?.title ?? id, value);
  else if (node !== undefined) {
    const column = file.columns.node.get(id) ?? { title: id, kind: "text" as const };
    file.graph.set(node, column.title, valueUnder(column, value, { name: file.name, line }));
  }
}

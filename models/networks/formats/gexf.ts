import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { declared, type Declared } from "./declared.ts";
import { type DeclaredColumn, valueUnder } from "./declared-value.ts";
import { type Draft, weightOf } from "./reading.ts";
import { refuse } from "./text.ts";
import { edgesOf } from "./written.ts";
import { escaped, needed, type XmlOpening, xmlEvents, xmlText } from "./xml.ts";

const NUMERIC = new Set([
  "integer",
  "int",
  "long",
  "short",
  "byte",
  "float",
  "double",
  "decimal",
  "bigdecimal",
  "biginteger",
]);

/** A file while it is read: what stands open, and what has been declared. */
interface File {
  readonly name: string;
  readonly graph: Declared;
  readonly columns: Map<string, DeclaredColumn>;
  directed: boolean;
  graphs: number;
  /** What the attributes being declared belong to. */
  kind: string;
  column: DeclaredColumn | null;
  node: number;
  edge: { source: string; target: string; weight: number | null; directed: boolean } | null;
  text: string | null;
}

/**
 * GEXF 1.1 to 1.3. A node's key is its id; its label is a column where it says something else. Attributes keep
 * their titles; those used but not declared are kept as text. Time slices are read as they stand, positions and colours
 * are not. graphology-gexf checks the writer in the tests but cannot serve as reader: it tells no lines, counts no
 * dangling edges and keeps no duplicates to count.
 */
export function readGexf(content: string | Uint8Array, name: string): Draft {
  const nothing = { kind: "", column: null, node: -1, edge: null, text: null };
  const file: File = { name, graph: declared(), columns: new Map(), directed: false, graphs: 0, ...nothing };
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
  return file.graph.draft(file.directed);
}

const opening = new Map<string, (file: File, event: XmlOpening) => void>([
  ["graph", openGraph],
  ["attributes", (file, { attributes }) => (file.kind = attributes.class ?? "node")],
  ["attribute", declare],
  ["default", (file) => (file.text = "")],
  ["node", openNode],
  ["attvalue", setValue],
  ["edge", openEdge],
]);

const closing = new Map<string, (file: File) => void>([
  [
    "default",
    (file) => {
      if (file.column) file.column.fallback = file.text ?? "";
      file.text = null;
    },
  ],
  ["node", (file) => (file.node = -1)],
  [
    "edge",
    (file) => {
      if (file.edge) file.graph.edge(file.edge.source, file.edge.target, file.edge.weight, file.edge.directed);
      file.edge = null;
    },
  ],
]);

function openGraph(file: File, { attributes, line }: XmlOpening): void {
  if (++file.graphs > 1) refuse(file.name, line, "a GEXF file must hold one <graph>", "a second one");
  file.directed = attributes.defaultedgetype === "directed";
}

/** Columns of ties are not kept. */
function declare(file: File, event: XmlOpening): void {
  file.column = null;
  if (file.kind !== "node") return;
  const { title, type } = event.attributes;
  const id = needed(event, "id", file.name);
  file.column = {
    title: title || id,
    numeric: NUMERIC.has((type || "string").toLowerCase()),
    fallback: undefined,
  };
  file.columns.set(id, file.column);
  file.graph.column(file.column.title);
}

function openNode(file: File, event: XmlOpening): void {
  const { graph, name } = file;
  const { attributes, line } = event;
  const key = needed(event, "id", name);
  file.node = graph.node(key);
  if (attributes.label && attributes.label !== key) graph.set(file.node, "label", attributes.label);
  for (const column of file.columns.values())
    if (column.fallback !== undefined)
      graph.set(file.node, column.title, valueUnder(column, column.fallback, { name, line }));
}

function setValue({ graph, columns, node, name }: File, event: XmlOpening): void {
  if (node < 0) return;
  const { attributes: given, line } = event;
  const id = given.for || given.id || needed(event, "for", name);
  const column = columns.get(id) ?? { title: id, numeric: false };
  graph.set(node, column.title, valueUnder(column, needed(event, "value", name), { name, line }));
}

function openEdge(file: File, event: XmlOpening): void {
  const { attributes: given, line } = event;
  const weight = given.weight === undefined ? null : weightOf(given.weight, file.name, line);
  file.edge = {
    source: needed(event, "source", file.name),
    target: needed(event, "target", file.name),
    weight,
    directed: given.type === undefined ? file.directed : given.type === "directed",
  };
}

/** GEXF 1.2 in pieces, for large ones never stand in memory whole. */
export function* writeGexf(network: Network, name: string): Generator<string> {
  const { size, keys, directed, attributes } = network;
  const columns = Object.entries(attributes);
  const safe = (text: string): string => escaped(text, name);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n`;
  yield ` <graph mode="static" defaultedgetype="${directed ? "directed" : "undirected"}">\n  <attributes class="node">\n`;
  for (const [k, [title, { kind }]] of columns.entries())
    yield `   <attribute id="${k}" title="${safe(title)}" type="${kind === "number" ? "double" : "string"}"/>\n`;
  yield "  </attributes>\n  <nodes>\n";
  for (let i = 0; i < size; i++) {
    const values = columns
      .map(([, attribute], k) => [k, attributeOf(attribute, i)] as const)
      .filter(([, value]) => value !== undefined);
    const key = safe(keys.key(i));
    yield `   <node id="${key}" label="${key}"`;
    if (values.length === 0) yield "/>\n";
    else
      yield `><attvalues>${values.map(([k, value]) => `<attvalue for="${k}" value="${safe(String(value))}"/>`).join("")}</attvalues></node>\n`;
  }
  yield "  </nodes>\n  <edges>\n";
  let id = 0;
  for (const [i, j, weight] of edgesOf(network)) {
    yield `   <edge id="${id++}" source="${safe(keys.key(i))}" target="${safe(keys.key(j))}"${weight === null ? "" : ` weight="${weight}"`}/>\n`;
  }
  yield "  </edges>\n </graph>\n</gexf>\n";
}

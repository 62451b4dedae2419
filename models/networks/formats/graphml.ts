import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { declared, type Declared } from "./declared.ts";
import { type DeclaredColumn, valueUnder } from "./declared-value.ts";
import { type Choices, type Draft, NUMBER, weightOf } from "./reading.ts";
import { refuse } from "./text.ts";
import { edgesOf } from "./written.ts";
import { escaped, needed, type XmlOpening, xmlEvents, xmlText } from "./xml.ts";

const NUMERIC = new Set(["int", "integer", "long", "float", "double"]);

/** A file while it is read: what stands open, and what has been declared. */
interface File {
  readonly name: string;
  readonly weight: string | undefined;
  readonly graph: Declared;
  readonly columns: Readonly<Record<"node" | "edge", Map<string, DeclaredColumn>>>;
  directed: boolean;
  graphs: number;
  column: DeclaredColumn | null;
  node: number;
  edge: { source: string; target: string; directed: boolean; data: Map<string, string>; line: number } | null;
  data: string | null;
  text: string | null;
}

/**
 * GraphML. A node's key is its id; `<data>` become columns, titled by attr.name, or by their key where none is declared
 * for it. An edge's weight is its data named weight, or else value. Hyperedges, ports and graphs in graphs are refused.
 * graphology-graphml checks the writer in the tests but cannot serve as reader: it tells no lines, counts no dangling
 * edges and keeps no duplicates to count.
 */
export function readGraphml(content: string | Uint8Array, name: string, { weight }: Choices): Draft {
  const columns = { node: new Map<string, DeclaredColumn>(), edge: new Map<string, DeclaredColumn>() };
  const nothing = { column: null, node: -1, edge: null, data: null, text: null };
  const file: File = { name, weight, graph: declared(), columns, directed: false, graphs: 0, ...nothing };
  for (const event of xmlEvents(xmlText(content, name), name)) {
    if (event.is === "text") {
      if (file.text !== null) file.text += event.text;
    } else if (event.is === "close") closing.get(event.name)?.(file, event.line);
    else {
      if (event.depth === 0 && event.name !== "graphml")
        refuse(name, event.line, "a GraphML file must start with <graphml>", `<${event.name}>`);
      opening.get(event.name)?.(file, event);
    }
  }
  if (file.graphs === 0) refuse(name, null, "a GraphML file must hold a <graph>", "none");
  return file.graph.draft(file.directed);
}

const opening = new Map<string, (file: File, event: XmlOpening) => void>([
  ["key", declare],
  ["default", (file) => (file.text = "")],
  ["graph", openGraph],
  ["node", openNode],
  ["edge", openEdge],
  ["hyperedge", ({ name }, { line }) => refuse(name, line, "an edge must have two ends", "a <hyperedge>")],
  [
    "data",
    (file, event) => {
      if (file.edge || file.node >= 0) [file.data, file.text] = [needed(event, "key", file.name), ""];
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
  ["node", (file) => (file.node = -1)],
  ["edge", closeEdge],
]);

function declare(file: File, event: XmlOpening): void {
  const { attributes: given } = event;
  const id = needed(event, "id", file.name);
  const column: DeclaredColumn = {
    title: given["attr.name"] || id,
    numeric: NUMERIC.has((given["attr.type"] || "string").toLowerCase()),
    fallback: undefined,
  };
  const owner = given.for || "all";
  file.column = column;
  if (owner === "node" || owner === "all") file.columns.node.set(id, column);
  if (owner === "edge" || owner === "all") file.columns.edge.set(id, column);
  if (owner === "node") file.graph.column(column.title);
}

function openGraph(file: File, { attributes, line }: XmlOpening): void {
  if (++file.graphs > 1) refuse(file.name, line, "a GraphML file must hold one <graph>", "a second one");
  file.directed = attributes.edgedefault === "directed";
}

function openNode(file: File, event: XmlOpening): void {
  file.node = file.graph.node(needed(event, "id", file.name));
  for (const column of file.columns.node.values())
    if (column.fallback !== undefined) setValue(file, column, column.fallback, event.line);
}

function openEdge(file: File, event: XmlOpening): void {
  const { attributes: given, line } = event;
  const directed = given.directed === undefined ? file.directed : given.directed === "true";
  const [source, target] = [needed(event, "source", file.name), needed(event, "target", file.name)];
  file.edge = { source, target, directed, data: new Map(), line };
  for (const { title, fallback } of file.columns.edge.values())
    if (fallback !== undefined) file.edge.data.set(title, fallback);
}

function closeEdge(file: File): void {
  if (!file.edge) return;
  const { source, target, data, line, directed } = file.edge;
  file.graph.edge(source, target, weightIn(file, data, line), directed);
  file.edge = null;
}

function take(file: File, id: string, value: string, line: number): void {
  if (file.edge) file.edge.data.set(file.columns.edge.get(id)?.title ?? id, value);
  else if (file.node >= 0) setValue(file, file.columns.node.get(id) ?? { title: id, numeric: false }, value, line);
}

function setValue(
  { graph, node, name }: File,
  column: Pick<DeclaredColumn, "title" | "numeric">,
  value: string,
  line: number,
): void {
  graph.set(node, column.title, valueUnder(column, value, { name, line }, value.trim()));
}

function weightIn({ name, weight }: File, values: ReadonlyMap<string, string>, line: number): number | null {
  const title = (weight === undefined ? ["weight", "value"] : [weight]).find((candidate) => values.has(candidate));
  const found = title === undefined ? undefined : values.get(title)?.trim();
  // An edge's `value` may be anything; it is a weight only where it can be one.
  if (found === undefined || (title === "value" && weight === undefined && !NUMBER.test(found))) return null;
  return weightOf(found, name, line);
}

/** GraphML in pieces. */
export function* writeGraphml(network: Network, name: string): Generator<string> {
  const { size, keys, directed, attributes, out } = network;
  const columns = Object.entries(attributes);
  const safe = (text: string): string => escaped(text, name);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  for (const [k, [title, { kind }]] of columns.entries()) {
    yield ` <key id="n${k}" for="node" attr.name="${safe(title)}" attr.type="${kind === "number" ? "double" : "string"}"/>\n`;
  }
  if (out.weights) yield ` <key id="w" for="edge" attr.name="weight" attr.type="double"/>\n`;
  yield ` <graph edgedefault="${directed ? "directed" : "undirected"}">\n`;
  for (let i = 0; i < size; i++) {
    const values = columns
      .map(([, attribute], k) => [k, attributeOf(attribute, i)] as const)
      .filter(([, value]) => value !== undefined);
    yield `  <node id="${safe(keys.key(i))}"`;
    if (values.length === 0) yield "/>\n";
    else yield `>${values.map(([k, value]) => `<data key="n${k}">${safe(String(value))}</data>`).join("")}</node>\n`;
  }
  for (const [i, j, weight] of edgesOf(network)) {
    yield `  <edge source="${safe(keys.key(i))}" target="${safe(keys.key(j))}"${weight === null ? "/>" : `><data key="w">${weight}</data></edge>`}\n`;
  }
  yield " </graph>\n</graphml>\n";
}

import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { declared } from "./declared.ts";
import { type Choices, type Draft, NUMBER, weightOf } from "./reading.ts";
import { refuse, shown } from "./text.ts";
import { edgesOf } from "./written.ts";
import { escaped, xmlEvents, xmlText } from "./xml.ts";

const NUMERIC = new Set(["int", "integer", "long", "float", "double"]);

interface Column {
  title: string;
  numeric: boolean;
  fallback: string | undefined;
}

/**
 * GraphML. A node's key is its id; `<data>` become columns, titled by attr.name, or by their key where none is declared
 * for it. An edge's weight is its data named weight, or else value. Hyperedges, ports and graphs in graphs are refused.
 * graphology-graphml checks the writer in the tests but cannot serve as reader: it tells no lines, counts no dangling
 * edges and keeps no duplicates to count.
 */
export function readGraphml(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const columns: Record<"node" | "edge", Map<string, Column>> = { node: new Map(), edge: new Map() };
  const graph = declared();
  const weightNames = choices.weight === undefined ? ["weight", "value"] : [choices.weight];
  let defaultDirected = false;
  let graphs = 0;
  let key: { owner: string; column: Column } | null = null;
  let node = -1;
  let edge: { source: string; target: string; directed: boolean; data: Map<string, string>; line: number } | null =
    null;
  let data: string | null = null;
  let text: string | null = null;
  for (const event of xmlEvents(xmlText(content, name), name)) {
    if (event.is === "text") {
      if (text !== null) text += event.text;
      continue;
    }
    const { name: tag, line } = event;
    if (event.is === "close") {
      if (tag === "default" && key) key.column.fallback = text ?? "";
      if (tag === "key") key = null;
      if (tag === "data" && data !== null) take(data, text ?? "", line);
      if (tag === "data" || tag === "default") [data, text] = [null, null];
      if (tag === "node") node = -1;
      if (tag === "edge" && edge) {
        graph.edge(edge.source, edge.target, weightIn(edge.data, edge.line), edge.directed);
        edge = null;
      }
      continue;
    }
    const given = event.attributes;
    const needed = (attribute: string): string =>
      given[attribute] ?? refuse(name, line, `<${tag}> must have ${attribute}="…"`, "none");
    if (event.depth === 0 && tag !== "graphml")
      refuse(name, line, "a GraphML file must start with <graphml>", `<${tag}>`);
    if (tag === "key") {
      const id = needed("id");
      const column = {
        title: given["attr.name"] || id,
        numeric: NUMERIC.has((given["attr.type"] || "string").toLowerCase()),
        fallback: undefined,
      };
      const owner = given.for || "all";
      key = { owner, column };
      if (owner === "node" || owner === "all") columns.node.set(id, column);
      if (owner === "edge" || owner === "all") columns.edge.set(id, column);
      if (owner === "node") graph.column(column.title);
    } else if (tag === "default") text = "";
    else if (tag === "graph") {
      if (++graphs > 1) refuse(name, line, "a GraphML file must hold one <graph>", "a second one");
      defaultDirected = given.edgedefault === "directed";
    } else if (tag === "node") {
      node = graph.node(needed("id"));
      for (const { title, numeric, fallback } of columns.node.values())
        if (fallback !== undefined) graph.set(node, title, valueOf(fallback, numeric, title, line));
    } else if (tag === "edge") {
      const directed = given.directed === undefined ? defaultDirected : given.directed === "true";
      edge = { source: needed("source"), target: needed("target"), directed, data: new Map(), line };
      for (const { title, fallback } of columns.edge.values())
        if (fallback !== undefined) edge.data.set(title, fallback);
    } else if (tag === "hyperedge") refuse(name, line, "an edge must have two ends", "a <hyperedge>");
    else if (tag === "data" && (edge !== null || node >= 0)) {
      data = needed("key");
      text = "";
    }
  }
  if (graphs === 0) refuse(name, null, "a GraphML file must hold a <graph>", "none");
  return graph.draft(defaultDirected);

  function take(id: string, value: string, line: number): void {
    if (edge) edge.data.set(columns.edge.get(id)?.title ?? id, value);
    else if (node >= 0) {
      const { title, numeric } = columns.node.get(id) ?? { title: id, numeric: false };
      graph.set(node, title, valueOf(value, numeric, title, line));
    }
  }

  function weightIn(values: ReadonlyMap<string, string>, line: number): number | null {
    const title = weightNames.find((candidate) => values.has(candidate));
    const found = title === undefined ? undefined : values.get(title)?.trim();
    // An edge's `value` may be anything; it is a weight only where it can be one.
    if (found === undefined || (title === "value" && choices.weight === undefined && !NUMBER.test(found))) return null;
    return weightOf(found, name, line);
  }

  function valueOf(value: string, numeric: boolean, title: string, line: number): string | number | undefined {
    if (!numeric) return value;
    const number = value.trim();
    if (number === "" || number === "NaN") return undefined;
    if (!NUMBER.test(number) || !Number.isFinite(Number(number)))
      refuse(name, line, `${shown(title)} is declared as numbers and must hold one`, shown(value));
    return Number(number);
  }
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

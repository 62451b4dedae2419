import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { declared } from "./declared.ts";
import { type Draft, NUMBER, weightOf } from "./reading.ts";
import { refuse, shown } from "./text.ts";
import { edgesOf } from "./written.ts";
import { escaped, xmlEvents, xmlText } from "./xml.ts";

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

/**
 * GEXF 1.1 to 1.3. A node's key is its id; its label is a column where it says something else. Attributes keep
 * their titles; those used but not declared are kept as text. Time slices are read as they stand, positions and colours
 * are not. graphology-gexf checks the writer in the tests but cannot serve as reader: it tells no lines, counts no
 * dangling edges and keeps no duplicates to count.
 */
export function readGexf(content: string | Uint8Array, name: string): Draft {
  const titles = new Map<string, { title: string; numeric: boolean; fallback: string | undefined }>();
  const graph = declared();
  let defaultDirected = false;
  let seen = "";
  let kind = "";
  let node = -1;
  let edge: { source: string; target: string; weight: number | null; directed: boolean } | null = null;
  let latest: { fallback: string | undefined } | null = null;
  let text: string | null = null;
  for (const event of xmlEvents(xmlText(content, name), name)) {
    if (event.is === "text") {
      if (text !== null) text += event.text;
      continue;
    }
    if (event.is === "close") {
      if (event.name === "default" && latest) latest.fallback = text ?? "";
      if (event.name === "default") text = null;
      if (event.name === "node") node = -1;
      if (event.name === "edge" && edge) {
        graph.edge(edge.source, edge.target, edge.weight, edge.directed);
        edge = null;
      }
      continue;
    }
    const { name: tag, attributes: given, line } = event;
    const needed = (key: string): string => given[key] ?? refuse(name, line, `<${tag}> must have ${key}="…"`, "none");
    if (event.depth === 0 && tag !== "gexf") refuse(name, line, "a GEXF file must start with <gexf>", `<${tag}>`);
    if (tag === "graph") {
      if (seen !== "") refuse(name, line, "a GEXF file must hold one <graph>", "a second one");
      seen = "graph";
      defaultDirected = given.defaultedgetype === "directed";
    } else if (tag === "attributes") kind = given.class ?? "node";
    else if (tag === "attribute" && kind === "node") {
      const column = {
        title: given.title || needed("id"),
        numeric: NUMERIC.has((given.type || "string").toLowerCase()),
        fallback: undefined,
      };
      titles.set(needed("id"), column);
      latest = column;
      graph.column(column.title);
    } else if (tag === "attribute") latest = null;
    else if (tag === "default") text = "";
    else if (tag === "node") {
      const key = needed("id");
      node = graph.node(key);
      if (given.label && given.label !== key) graph.set(node, "label", given.label);
      for (const { title, numeric, fallback } of titles.values())
        if (fallback !== undefined) graph.set(node, title, valueOf(fallback, numeric, title, line));
    } else if (tag === "attvalue" && node >= 0) {
      const id = given.for || given.id || needed("for");
      const { title, numeric } = titles.get(id) ?? { title: id, numeric: false };
      graph.set(node, title, valueOf(needed("value"), numeric, title, line));
    } else if (tag === "edge") {
      const weight = given.weight === undefined ? null : weightOf(given.weight, name, line);
      edge = {
        source: needed("source"),
        target: needed("target"),
        weight,
        directed: given.type === undefined ? defaultDirected : given.type === "directed",
      };
    }
  }
  if (seen === "") refuse(name, null, "a GEXF file must hold a <graph>", "none");
  return graph.draft(defaultDirected);

  function valueOf(value: string, numeric: boolean, title: string, line: number): string | number | undefined {
    if (!numeric) return value;
    if (value === "" || value === "NaN") return undefined;
    if (!NUMBER.test(value) || !Number.isFinite(Number(value)))
      refuse(name, line, `${shown(title)} is declared as numbers and must hold one`, shown(value));
    return Number(value);
  }
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

import { type Attribute, type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { writtenColumns, writtenEdges } from "./written.ts";
import { escaped } from "./xml.ts";

/** GEXF 1.2 in pieces, for large ones never stand in memory whole. */
export function* writeGexf(network: Network, name: string): Generator<string> {
  const { size, keys, directed, attributes } = network;
  const columns = Object.entries(attributes);
  const tied = writtenColumns(network);
  const safe = (text: string): string => escaped(text, name);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n`;
  yield ` <graph mode="static" defaultedgetype="${directed ? "directed" : "undirected"}">\n  <attributes class="node">\n`;
  for (const [k, [title, { kind }]] of columns.entries())
    yield `   <attribute id="${k}" title="${safe(title)}" type="${kind === "number" ? "double" : "string"}"/>\n`;
  yield "  </attributes>\n";
  if (tied.length > 0) {
    yield `  <attributes class="edge">\n`;
    for (const [k, [title, { kind }]] of tied.entries())
      yield `   <attribute id="t${k}" title="${safe(title)}" type="${kind === "number" ? "double" : "string"}"/>\n`;
    yield "  </attributes>\n";
  }
  yield "  <nodes>\n";
  for (let i = 0; i < size; i++) {
    const key = safe(keys.key(i));
    yield `   <node id="${key}" label="${key}"${closed("node", values(columns, "", i, safe))}\n`;
  }
  yield "  </nodes>\n  <edges>\n";
  let id = 0;
  for (const [i, j, weight, e] of writtenEdges(network)) {
    const ends = `source="${safe(keys.key(i))}" target="${safe(keys.key(j))}"`;
    const heavy = weight === null ? "" : ` weight="${weight}"`;
    yield `   <edge id="${id++}" ${ends}${heavy}${closed("edge", values(tied, "t", e, safe))}\n`;
  }
  yield "  </edges>\n </graph>\n</gexf>\n";
}

/** What is known of a node or a tie. */
function values(
  columns: readonly [string, Attribute][],
  prefix: string,
  at: number,
  safe: (text: string) => string,
): string {
  return columns
    .map(([, column], k) => [k, attributeOf(column, at)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([k, value]) => `<attvalue for="${prefix}${k}" value="${safe(String(value))}"/>`)
    .join("");
}

const closed = (tag: string, inside: string): string =>
  inside === "" ? "/>" : `><attvalues>${inside}</attvalues></${tag}>`;

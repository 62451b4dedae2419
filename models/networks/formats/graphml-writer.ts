import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { writtenColumns, writtenEdges } from "./written.ts";
import { escaped } from "./xml.ts";

/** GraphML in pieces. */
export function* writeGraphml(network: Network, name: string): Generator<string> {
  const { size, keys, directed, attributes, out } = network;
  const columns = Object.entries(attributes);
  const tied = writtenColumns(network);
  const safe = (text: string): string => escaped(text, name);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  for (const [k, [title, { kind }]] of columns.entries()) {
    yield ` <key id="n${k}" for="node" attr.name="${safe(title)}" attr.type="${kind === "number" ? "double" : "string"}"/>\n`;
  }
  if (out.weights || "sign" in network.tieColumns)
    yield ` <key id="w" for="edge" attr.name="weight" attr.type="double"/>\n`;
  for (const [k, [title, { kind }]] of tied.entries())
    yield ` <key id="t${k}" for="edge" attr.name="${safe(title)}" attr.type="${kind === "number" ? "double" : "string"}"/>\n`;
  yield ` <graph edgedefault="${directed ? "directed" : "undirected"}">\n`;
  for (let i = 0; i < size; i++) {
    const values = columns
      .map(([, attribute], k) => [k, attributeOf(attribute, i)] as const)
      .filter(([, value]) => value !== undefined);
    yield `  <node id="${safe(keys.key(i))}"`;
    if (values.length === 0) yield "/>\n";
    else yield `>${values.map(([k, value]) => `<data key="n${k}">${safe(String(value))}</data>`).join("")}</node>\n`;
  }
  for (const [i, j, weight, e] of writtenEdges(network)) {
    const known = tied.map(([, column], k) => [`t${k}`, attributeOf(column, e)] as const);
    const data = [["w", weight ?? undefined] as const, ...known].filter(([, value]) => value !== undefined);
    const inside = data.map(([key, value]) => `<data key="${key}">${safe(String(value))}</data>`).join("");
    yield `  <edge source="${safe(keys.key(i))}" target="${safe(keys.key(j))}"${inside === "" ? "/>" : `>${inside}</edge>`}\n`;
  }
  yield " </graph>\n</graphml>\n";
}

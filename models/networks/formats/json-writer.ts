import { type Attribute, type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { numberText, writtenColumns, writtenEdges } from "./written.ts";

/** graphology's serialisation in pieces, a node or an edge a line; `Graph.from` reads it too. */
export function* writeJson(network: Network): Generator<string> {
  const { size, keys, directed, attributes } = network;
  const columns = Object.entries(attributes);
  const tied = writtenColumns(network);
  yield `{"options":{"type":"${directed ? "directed" : "undirected"}","multi":false,"allowSelfLoops":false},"attributes":{},"nodes":[`;
  for (let i = 0; i < size; i++) {
    const facts = object(columns.map(([title, column]) => [title, valueText(column, i)]));
    yield `${i === 0 ? "" : ","}\n${object([
      ["key", JSON.stringify(keys.key(i))],
      ["attributes", facts],
    ])}`;
  }
  yield `],"edges":[`;
  let first = true;
  for (const [i, j, weight, e] of writtenEdges(network)) {
    const known = tied.map(([title, column]): [string, string] => [title, valueText(column, e)]);
    const facts = weight === null ? known : [["weight", numberText(weight)] as [string, string], ...known];
    yield `${first ? "" : ","}\n${object([
      ["source", JSON.stringify(keys.key(i))],
      ["target", JSON.stringify(keys.key(j))],
      ["undirected", String(!directed)],
      ["attributes", object(facts)],
    ])}`;
    first = false;
  }
  yield "]}\n";
}

const object = (facts: readonly (readonly [string, string])[]): string =>
  `{${facts.map(([title, value]) => `${JSON.stringify(title)}:${value}`).join(",")}}`;

function valueText(column: Attribute, at: number): string {
  const value = attributeOf(column, at);
  if (value === undefined) return "null";
  return typeof value === "number" ? numberText(value) : JSON.stringify(value);
}

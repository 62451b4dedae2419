import { type Attribute, type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { refuse, shown } from "./text.ts";
import { numberText, writtenColumns, writtenEdges } from "./written.ts";

/** ASCII, with all else as numbered characters. */
function quoted(text: string): string {
  return `"${Array.from(text, (c) => (/^[ !#-%'-~]$/.test(c) ? c : `&#${c.codePointAt(0)};`)).join("")}"`;
}

/**
 * GML in pieces; a column in which nobody has a value leaves no trace. Throws `RangeError` where a column's title is no
 * GML key: a letter, then letters, digits or _.
 */
export function* writeGml(network: Network, name: string): Generator<string> {
  const { size, keys, directed, attributes } = network;
  const columns = Object.entries(attributes);
  const tied = writtenColumns(network);
  const taken = [...columns, ...tied]
    .map(([title]) => title)
    .filter((title) => !/^[A-Za-z]\w*$/.test(title) || title === "id" || title === "label");
  if (taken.length > 0)
    refuse(name, null, "a column in GML must be called by a word, and not id or label", taken.map(shown).join(", "));
  yield `graph [\n  directed ${directed ? 1 : 0}\n`;
  for (let i = 0; i < size; i++) {
    yield `  node [\n    id ${i}\n    label ${quoted(keys.key(i))}\n`;
    yield* facts(columns, i);
    yield "  ]\n";
  }
  for (const [i, j, weight, e] of writtenEdges(network)) {
    yield `  edge [\n    source ${i}\n    target ${j}\n${weight === null ? "" : `    weight ${weight}\n`}`;
    yield* facts(tied, e);
    yield "  ]\n";
  }
  yield "]\n";
}

/** What is known of a node or a tie, a line each. */
function* facts(columns: readonly [string, Attribute][], at: number): Generator<string> {
  for (const [title, attribute] of columns) {
    const value = attributeOf(attribute, at);
    if (value !== undefined) yield `    ${title} ${typeof value === "number" ? numberText(value) : quoted(value)}\n`;
  }
}

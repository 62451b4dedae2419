import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { declared } from "./declared.ts";
import { type Choices, type Draft, NUMBER, weightOf } from "./reading.ts";
import { refuse, shown, textOf } from "./text.ts";
import { edgesOf } from "./written.ts";

type Value = { kind: "number"; text: string } | { kind: "text"; text: string } | { kind: "list"; list: Entry[] };
interface Entry {
  key: string;
  value: Value;
  line: number;
}

/** Deeper lists are not networks; the limit keeps a crafted one from filling the stack. */
const DEEPEST = 100;
/** A bracket, a text, or a word or number. */
const TOKEN = /([[\]])|"([^"]*)"|([^\s[\]"]+)/y;
const BLANKS = /\s+/y;

/**
 * GML (Himsolt 1997). A node's key is its label where every node has a label of its own, its id otherwise;
 * other plain values are columns, lists of a node (positions, colours) are not read. Weight: weight, or else value.
 */
export function readGml(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const text = textOf(content, name);
  const top = entries(text, name);
  const graphs = top.filter(({ key }) => key === "graph");
  if (graphs.length !== 1)
    refuse(
      name,
      graphs.at(1)?.line ?? null,
      "a GML file must hold one graph [ … ]",
      graphs.length === 0 ? "none" : "a second one",
    );
  const [{ value, line: start }] = graphs;
  if (value.kind !== "list") refuse(name, start, "graph must be a list in brackets", shown(value.text));
  const parts = value.list;
  const nodes = parts.filter(({ key }) => key === "node").map((entry) => record(entry, name));
  const labels = nodes.map(({ one }) => one("label"));
  const labelled =
    nodes.length > 0 &&
    labels.every((label) => label !== undefined && label !== "") &&
    new Set(labels).size === nodes.length;
  const graph = declared();
  const keys = new Map<string, string>();
  nodes.forEach(({ one, entries: facts, line }, k) => {
    const id = one("id") ?? refuse(name, line, "a node must have an id", "none");
    if (keys.has(id)) refuse(name, line, "each node must have an id of its own", `${id} again`);
    const key = labelled ? labels[k]! : id;
    keys.set(id, key);
    const i = graph.node(key);
    for (const { key: title, value: fact } of facts) {
      if (title === "id" || (labelled && title === "label") || fact.kind === "list") continue;
      graph.set(i, title, fact.kind === "number" ? Number(fact.text) : fact.text);
    }
  });
  const directed = parts.some(
    ({ key, value: fact }) => key === "directed" && fact.kind === "number" && Number(fact.text) === 1,
  );
  for (const entry of parts) {
    if (entry.key !== "edge") continue;
    const { one, line } = record(entry, name);
    const end = (which: string): string => {
      const id = one(which) ?? refuse(name, line, `an edge must have a ${which}`, "none");
      // A name that no key can be stands for a node that does not exist.
      return keys.get(id) ?? `\0${id}`;
    };
    const given = choices.weight === undefined ? (one("weight") ?? one("value")) : one(choices.weight);
    const optional =
      one("weight") === undefined && choices.weight === undefined && given !== undefined && !NUMBER.test(given);
    graph.edge(
      end("source"),
      end("target"),
      given === undefined || optional ? null : weightOf(given, name, line),
      directed,
    );
  }
  return graph.draft(
    directed,
    labelled
      ? []
      : nodes.length > 0 && labels.some((label) => label !== undefined)
        ? ["labels are missing or repeat, so nodes go by their ids"]
        : [],
  );
}

function record(
  entry: Entry,
  name: string,
): { one: (key: string) => string | undefined; entries: Entry[]; line: number } {
  const { value, line, key } = entry;
  if (value.kind !== "list") refuse(name, line, `${key} must be a list in brackets`, shown(value.text));
  const facts = new Map<string, string>();
  for (const { key: title, value: fact } of value.list)
    if (fact.kind !== "list" && !facts.has(title)) facts.set(title, fact.text);
  return { one: (title) => facts.get(title), entries: value.list, line };
}

/** The whole file as keys and values; one pass, with a stack of open lists. */
function entries(text: string, name: string): Entry[] {
  const stack: Entry[][] = [[]];
  let key: string | null = null;
  let line = 1;
  let counted = 0;
  for (let at = next(text, 0); at < text.length; at = next(text, TOKEN.lastIndex)) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    for (let k = text.indexOf("\n", counted); k >= 0 && k < at; k = text.indexOf("\n", k + 1))
      [line, counted] = [line + 1, k + 1];
    if (!match) refuse(name, line, "a text must be closed by a quote", shown(text.slice(at)));
    const [bracket, quoted, word] = match.slice(1) as (string | undefined)[];
    const open = stack[stack.length - 1];
    if (bracket === "]") {
      if (key !== null) refuse(name, line, `${key} must have a value`, "]");
      stack.pop();
      if (stack.length === 0) refuse(name, line, "each ] must close a [", "one too many");
    } else if (key === null) {
      if (word === undefined || !/^[A-Za-z_]/.test(word))
        refuse(name, line, "a key must come first, a word", shown(bracket ?? quoted ?? word ?? ""));
      key = word;
    } else if (bracket === "[") {
      const list: Entry[] = [];
      open.push({ key, value: { kind: "list", list }, line });
      key = null;
      if (stack.push(list) > DEEPEST) refuse(name, line, `lists must nest at most ${DEEPEST} deep`, "deeper ones");
    } else {
      const value: Value =
        quoted !== undefined
          ? { kind: "text", text: unescaped(quoted) }
          : { kind: NUMBER.test(word!) ? "number" : "text", text: word! };
      open.push({ key, value, line });
      key = null;
    }
  }
  if (key !== null) refuse(name, line, `${key} must have a value`, "the end of the file");
  if (stack.length > 1) refuse(name, line, "each [ must be closed by ]", "the end of the file");
  return stack[0];
}

/** Where the next token starts, blanks and comments passed over; a comment is a line that starts with #. */
function next(text: string, from: number): number {
  for (let at = from; ;) {
    BLANKS.lastIndex = at;
    if (BLANKS.test(text)) at = BLANKS.lastIndex;
    if (text[at] !== "#" || (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r")) return at;
    const end = text.indexOf("\n", at);
    at = end < 0 ? text.length : end;
  }
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", quot: '"', lt: "<", gt: ">", apos: "'" };
  return text.replace(/&(?:#(\d{1,7})|(\w{2,4}));/g, (whole, code: string | undefined, word: string) => {
    if (code !== undefined) return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
    return Object.hasOwn(named, word) ? named[word] : whole;
  });
}

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
  const taken = columns
    .map(([title]) => title)
    .filter((title) => !/^[A-Za-z]\w*$/.test(title) || title === "id" || title === "label");
  if (taken.length > 0)
    refuse(name, null, "a column in GML must be called by a word, and not id or label", taken.map(shown).join(", "));
  yield `graph [\n  directed ${directed ? 1 : 0}\n`;
  for (let i = 0; i < size; i++) {
    yield `  node [\n    id ${i}\n    label ${quoted(keys.key(i))}\n`;
    for (const [title, attribute] of columns) {
      const value = attributeOf(attribute, i);
      if (value !== undefined) yield `    ${title} ${typeof value === "number" ? String(value) : quoted(value)}\n`;
    }
    yield "  ]\n";
  }
  for (const [i, j, weight] of edgesOf(network))
    yield `  edge [\n    source ${i}\n    target ${j}\n${weight === null ? "" : `    weight ${weight}\n`}  ]\n`;
  yield "]\n";
}

// Own parser, for none found reads what people have: @ts-graphviz/ast 3.0.6 refuses joined quotes ("a" + "b"), a label
// of HTML within a longer graph and more than 100,000 parts unless told otherwise, and names no line of a fault.
import { type Choices } from "./choices.ts";
import { type Declared, declared } from "./declared.ts";
import { type DotToken, dotTokens } from "./dot-tokens.ts";
import { type Draft } from "./draft.ts";
import { lineAt, refuse, shown, textOf } from "./text.ts";
import { type TextColumns, textColumns } from "./text-columns.ts";

type Facts = Record<string, string>;

/** A file while it is read. */
interface Reading {
  readonly name: string;
  readonly lines: number;
  readonly tokens: readonly DotToken[];
  readonly graph: Declared;
  readonly nodes: Map<string, number>;
  readonly columns: TextColumns;
  at: number;
  directed: boolean;
}

/** Defaults of nodes and ties, as they stand in a subgraph. */
interface Scope {
  node: Facts;
  edge: Facts;
}

/** Deeper subgraphs are not networks; the limit keeps a crafted one from filling the stack. */
const DEEPEST = 200;

/**
 * DOT of Graphviz. A node's key is its id; attributes of nodes are columns, those of ties may hold the weight. A chain
 * `a -> b -> c` is two ties, a subgraph among them stands for all its nodes. Ports, defaults of the graph and drawing
 * instructions of subgraphs are passed over; attributes set by `node [...]` and `edge [...]` hold for what follows.
 */
export function readDot(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const text = textOf(content, name);
  const file: Reading = {
    name,
    lines: lineAt(text, text.length),
    tokens: dotTokens(text, name),
    graph: declared(name, choices),
    nodes: new Map(),
    columns: textColumns(),
    at: 0,
    directed: false,
  };
  word(file, "strict");
  if (word(file, "digraph")) file.directed = true;
  else if (!word(file, "graph")) fail(file, "a DOT file must start with graph or digraph");
  if (peek(file)?.kind === "id") file.at++;
  demand(file, "{");
  statements(file, { node: {}, edge: {} }, 0);
  if (peek(file)) fail(file, "a DOT file must hold one graph");
  file.columns.into(file.graph);
  return file.graph.draft(file.directed);
}

/** All statements up to the closing bracket; returns the nodes that they name. */
function statements(file: Reading, outer: Scope, depth: number): Set<string> {
  if (depth > DEEPEST) fail(file, `subgraphs must nest at most ${DEEPEST} deep`);
  const scope: Scope = { node: { ...outer.node }, edge: { ...outer.edge } };
  const members = new Set<string>();
  while (!sign(file, "}")) {
    if (!peek(file)) fail(file, "each { must be closed by }");
    if (sign(file, ";") || sign(file, ",")) continue;
    if (defaults(file, scope) || assignment(file)) continue;
    for (const id of chain(file, scope, depth)) members.add(id);
  }
  return members;
}

/** `node [...]`, `edge [...]` or `graph [...]`. */
function defaults(file: Reading, scope: Scope): boolean {
  const kind = (["node", "edge", "graph"] as const).find((key) => isWord(peek(file), key));
  if (kind === undefined || next(file, 1)?.text !== "[") return false;
  file.at++;
  const facts = attributes(file);
  if (kind !== "graph") scope[kind] = { ...scope[kind], ...facts };
  return true;
}

/** `name = value`, which says something of the graph. */
function assignment(file: Reading): boolean {
  if (peek(file)?.kind !== "id" || !isSign(next(file, 1), "=")) return false;
  file.at += 2;
  if (peek(file)?.kind !== "id") fail(file, "an attribute must have a value");
  file.at++;
  return true;
}

/** A node, a subgraph, or ties between them. */
function chain(file: Reading, scope: Scope, depth: number): Set<string> {
  const line = lineOf(file);
  const parts = [part(file, scope, depth)];
  while (isSign(peek(file), "->") || isSign(peek(file), "--")) {
    if (isSign(peek(file), "->") !== file.directed)
      fail(file, `the ties of a ${file.directed ? "digraph" : "graph"} must be ${file.directed ? "->" : "--"}`);
    file.at++;
    parts.push(part(file, scope, depth));
  }
  const facts = isSign(peek(file), "[") ? attributes(file) : {};
  const members = new Set(parts.flatMap((ids) => [...ids]));
  if (parts.length === 1) for (const id of members) set(file, id, facts);
  for (let k = 1; k < parts.length; k++)
    for (const from of parts[k - 1])
      for (const to of parts[k]) file.graph.tie(from, to, { ...scope.edge, ...facts }, file.directed, line);
  return members;
}

/** A node, or the nodes of a subgraph. */
function part(file: Reading, scope: Scope, depth: number): Set<string> {
  if (word(file, "subgraph") && peek(file)?.kind === "id") file.at++;
  if (sign(file, "{")) return statements(file, scope, depth + 1);
  const token = peek(file);
  if (token?.kind !== "id") fail(file, "a statement must begin with a node or a subgraph");
  file.at++;
  for (let ports = 0; ports < 2 && sign(file, ":"); ports++) file.at++;
  if (!file.nodes.has(token.text)) {
    file.nodes.set(token.text, file.graph.node(token.text));
    set(file, token.text, scope.node);
  }
  return new Set([token.text]);
}

/** One or more lists of attributes in brackets. */
function attributes(file: Reading): Facts {
  const facts: [string, string][] = [];
  while (sign(file, "[")) {
    while (!sign(file, "]")) {
      if (sign(file, ";") || sign(file, ",")) continue;
      const key = peek(file);
      if (key?.kind !== "id") fail(file, "attributes must be name = value, in brackets");
      file.at++;
      facts.push([key.text, valueOf(file)]);
    }
  }
  return Object.fromEntries(facts);
}

/** What stands after =; an attribute without it is true. */
function valueOf(file: Reading): string {
  if (!sign(file, "=")) return "true";
  const value = peek(file);
  if (value?.kind !== "id") fail(file, "an attribute must have a value");
  file.at++;
  return value.text;
}

function set(file: Reading, id: string, facts: Facts): void {
  const node = file.nodes.get(id);
  if (node !== undefined) for (const [title, value] of Object.entries(facts)) file.columns.set(node, title, value);
}

const next = (file: Reading, by: number): DotToken | undefined => file.tokens[file.at + by];
const peek = (file: Reading): DotToken | undefined => next(file, 0);
const isSign = (token: DotToken | undefined, text: string): boolean => token?.kind === "sign" && token.text === text;
const isWord = (token: DotToken | undefined, text: string): boolean =>
  token?.kind === "id" && !token.quoted && token.text.toLowerCase() === text;

function sign(file: Reading, text: string): boolean {
  const found = isSign(peek(file), text);
  if (found) file.at++;
  return found;
}

function word(file: Reading, text: string): boolean {
  const found = isWord(peek(file), text);
  if (found) file.at++;
  return found;
}

function demand(file: Reading, text: string): void {
  if (!sign(file, text)) fail(file, `DOT must go on with ${text}`);
}

const lineOf = (file: Reading): number => peek(file)?.line ?? file.lines;

function fail(file: Reading, expected: string): never {
  const token = peek(file);
  refuse(file.name, lineOf(file), expected, token ? shown(token.text) : "the end of the file");
}

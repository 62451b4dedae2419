import { type Network } from "../../core/index.ts";
import { attributeOf } from "../graphology.ts";
import { declared } from "./declared.ts";
import { jsonFault } from "./json-fault.ts";
import { type Choices, type Draft } from "./reading.ts";
import { lineAt, refuse, shown, textOf } from "./text.ts";
import { edgesOf } from "./written.ts";

type Facts = Readonly<Record<string, unknown>>;

/**
 * JSON in graphology's serialisation ({nodes: [{key, attributes}], edges: [{source, target, undirected}]}) or as
 * node-link ({nodes: [{id}], links: [{source, target}]}). A node goes by its key, id or name; without one by its place,
 * and ends that are numbers then count places from 0. Weight: weight, or else value.
 */
export function readJson(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const whole = parsed(textOf(content, name), name);
  if (!isRecord(whole)) refuse(name, null, "a network in JSON must be an object with nodes and links", kindOf(whole));
  const nodes = whole.nodes;
  const links = whole.edges ?? whole.links;
  if (!Array.isArray(nodes)) refuse(name, null, "nodes must be a list", kindOf(nodes));
  if (!Array.isArray(links)) refuse(name, null, "edges or links must be a list", kindOf(links));
  const options = isRecord(whole.options) ? whole.options : {};
  const directed = options.type === "directed" || options.type === "mixed" || whole.directed === true;
  const graph = declared();
  const byPlace: string[] = [];
  const naming = ["key", "id", "name"].find(
    (field) => nodes.length > 0 && nodes.every((node) => isRecord(node) && isKey(node[field])),
  );
  nodes.forEach((node: unknown, at) => {
    if (!isRecord(node) && !isKey(node)) refuse(name, null, `node ${at} must be an object or a name`, kindOf(node));
    const key = isRecord(node) ? (naming === undefined ? String(at) : String(node[naming])) : String(node);
    byPlace.push(key);
    const i = graph.node(key);
    if (!isRecord(node)) return;
    const facts = isRecord(node.attributes) ? node.attributes : node;
    for (const [title, value] of Object.entries(facts)) {
      if (facts === node && (title === naming || title === "attributes" || (title === "index" && value === at)))
        continue;
      graph.set(i, title, value);
    }
  });
  const known = new Set(byPlace);
  const places = naming === undefined || naming === "name";
  links.forEach((link: unknown, at) => {
    if (!isRecord(link)) refuse(name, null, `edge ${at} must be an object`, kindOf(link));
    const end = (which: "source" | "target"): string => {
      const value = isRecord(link[which]) ? (link[which].id ?? link[which].key ?? link[which].name) : link[which];
      if (!isKey(value)) refuse(name, null, `edge ${at} must have a ${which}, a name or a number`, kindOf(value));
      if (typeof value === "number" && places && !known.has(String(value))) return byPlace[value] ?? String(value);
      return String(value);
    };
    const facts = isRecord(link.attributes) ? link.attributes : link;
    const arc =
      typeof link.undirected === "boolean"
        ? !link.undirected
        : typeof link.directed === "boolean"
          ? link.directed
          : directed;
    graph.edge(end("source"), end("target"), weightIn(facts, at), arc);
  });
  return graph.draft(directed);

  function weightIn(facts: Facts, at: number): number | null {
    const title = choices.weight ?? (facts.weight === undefined ? "value" : "weight");
    const value = facts[title];
    if (value === undefined || (title === "value" && choices.weight === undefined && typeof value !== "number"))
      return null;
    if (typeof value !== "number" || !(value > 0 && value < Infinity))
      refuse(name, null, `edge ${at}: a weight must be a positive finite number`, shown(JSON.stringify(value)));
    return value;
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = jsonFault(text);
    refuse(
      name,
      lineAt(text, at),
      "the file must be JSON",
      at === text.length ? "its end too soon" : shown(text.slice(at, at + 20)),
    );
  }
}

const isRecord = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isKey = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number";
const kindOf = (value: unknown): string =>
  value === undefined
    ? "nothing"
    : value === null
      ? "null"
      : Array.isArray(value)
        ? "a list"
        : isRecord(value)
          ? "an object"
          : shown(JSON.stringify(value));

/** graphology's serialisation in pieces, a node or an edge a line; `Graph.from` reads it too. */
export function* writeJson(network: Network): Generator<string> {
  const { size, keys, directed, attributes } = network;
  const columns = Object.entries(attributes);
  yield `{"options":{"type":"${directed ? "directed" : "undirected"}","multi":false,"allowSelfLoops":false},"attributes":{},"nodes":[`;
  for (let i = 0; i < size; i++) {
    const facts = Object.fromEntries(columns.map(([title, attribute]) => [title, attributeOf(attribute, i) ?? null]));
    yield `${i === 0 ? "" : ","}\n${JSON.stringify({ key: keys.key(i), attributes: facts })}`;
  }
  yield `],"edges":[`;
  let first = true;
  for (const [i, j, weight] of edgesOf(network)) {
    const edge = {
      source: keys.key(i),
      target: keys.key(j),
      undirected: !directed,
      attributes: weight === null ? {} : { weight },
    };
    yield `${first ? "" : ","}\n${JSON.stringify(edge)}`;
    first = false;
  }
  yield "]}\n";
}

import { type Declared, declared } from "./declared.ts";
import { type Facts, isKey, isRecord, jsonGraph, kindOf } from "./json-shape.ts";
import { jsonValue } from "./json-text.ts";
import { type Choices } from "./choices.ts";
import { type Draft } from "./draft.ts";
import { refuse, textOf } from "./text.ts";

/**
 * JSON of any tool that `jsonGraph` knows. A node's key is its `id` where there is one (`key` in graphology's
 * serialisation), else its key, its name, or its place in the list; all else that is known of it becomes columns. Ends
 * may be names, places in the list where these are no names, or objects with an id. Throws `RangeError` for what is
 * neither an object nor a name.
 */
export function readJson(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const { nodes, links, directed, key, told } = jsonGraph(jsonValue(textOf(content, name), name), name);
  const graph = declared(name, choices);
  const named = nodes && nodesOf(nodes, keyOf(nodes, links, key), graph, name);
  const known = new Set(named?.keys);
  let placed = 0;
  const end = (facts: Facts, which: "source" | "target", at: number): string => {
    const value = endOf(facts, which);
    if (!isKey(value)) refuse(name, null, `edge ${at} must have a ${which}, a name or a number`, kindOf(value));
    const text = nameIn(value);
    if (typeof value === "number" && named?.byPlace && !known.has(text)) {
      const found = named.keys.at(value);
      if (found !== undefined && value >= 0) placed++;
      return (value >= 0 ? found : undefined) ?? text;
    }
    if (!nodes && !known.has(text)) {
      known.add(text);
      graph.node(text);
    }
    return text;
  };
  links.forEach((given, at) => {
    const link = Array.isArray(given)
      ? { source: given[0] as unknown, target: given[1] as unknown, weight: given[2] as unknown }
      : given;
    if (!isRecord(link)) refuse(name, null, `edge ${at} must be an object or a list of two ends`, kindOf(link));
    if ([endOf(link, "source"), endOf(link, "target")].includes(null)) {
      graph.drop("no name at an end", null);
      return;
    }
    const facts = isRecord(link.attributes) ? link.attributes : link;
    graph.tie(end(link, "source", at), end(link, "target", at), dataOf(facts), isArc(link, directed), null);
  });
  if (placed > 0 && named?.key !== null && named?.key !== "name")
    told.push("numbers at the ends of ties are places in the list of nodes");
  return graph.draft(directed, told);
}

/** A name; a whole number with all its digits. */
const nameIn = (key: string | number): string =>
  typeof key === "number" && Number.isInteger(key) ? BigInt(key).toString() : String(key);

const ENDS = { source: ["source", "from", "src"], target: ["target", "to", "dst"] };

/** One end of a tie; an object stands for its id. */
function endOf(facts: Facts, which: "source" | "target"): unknown {
  const value = ENDS[which].map((title) => facts[title]).find((found) => found !== undefined);
  return isRecord(value) ? (value.id ?? value.key ?? value.name) : value;
}

function dataOf(facts: Facts): Facts {
  const ends = [...ENDS.source, ...ENDS.target, "attributes"];
  return Object.fromEntries(
    Object.entries(facts).filter(([title, value]) => !ends.includes(title) && value !== undefined),
  );
}

function isArc(link: Facts, directed: boolean): boolean {
  if (typeof link.undirected === "boolean") return !link.undirected;
  return typeof link.directed === "boolean" ? link.directed : directed;
}

/**
 * The field that names the nodes: the first of the usual ones that all have, and that ties use at their ends where they
 * use any. Null where nodes go by their place.
 */
function keyOf(nodes: readonly unknown[], links: readonly unknown[], own: string | undefined): string | null {
  const candidates = own === "key" ? ["key", "id", "name", "label"] : ["id", "key", "name", "label"];
  const has = (field: string) => (node: unknown) => !isRecord(node) || isKey(node[field]);
  const fit = candidates.filter((field) => nodes.some(isRecord) && nodes.every(has(field)));
  const ends = new Set(links.flatMap((link) => (isRecord(link) ? [String(endOf(link, "source"))] : [])));
  const used = fit.find((field) => nodes.some((node) => isRecord(node) && ends.has(String(node[field]))));
  return used ?? fit.find((field) => field !== "label") ?? null;
}

/** Declares the nodes; their keys in order, the field these came from, and whether numbers may stand for places. */
function nodesOf(
  nodes: readonly unknown[],
  key: string | null,
  graph: Declared,
  name: string,
): { keys: string[]; key: string | null; byPlace: boolean } {
  const keys = nodes.map((node, at) => {
    if (!isRecord(node) && !isKey(node)) refuse(name, null, `node ${at} must be an object or a name`, kindOf(node));
    const text = isRecord(node) ? (key === null ? String(at) : nameIn(node[key] as string | number)) : nameIn(node);
    const i = graph.node(text);
    if (!isRecord(node)) return text;
    const facts = isRecord(node.attributes) ? node.attributes : node;
    for (const [title, value] of Object.entries(facts)) {
      const passed = title === key || title === "attributes" || (title === "index" && value === at);
      if (value !== undefined && !(facts === node && passed)) graph.set(i, title, value);
    }
    return text;
  });
  const words = keys.every((text) => !/^\d+$/.test(text));
  return { keys, key, byPlace: key === null || key === "name" || words };
}

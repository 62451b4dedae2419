import { plural, refuse, shown } from "./text.ts";

export type Facts = Readonly<Record<string, unknown>>;

/** Nodes and ties of a JSON file in one shape, whatever tool wrote it. */
export interface JsonGraph {
  /** Objects, or names alone; null where the file lists ties only. */
  nodes: readonly unknown[] | null;
  links: readonly unknown[];
  directed: boolean;
  /** The field that names a node, where the tool has one of its own. */
  key?: string;
  told: string[];
}

export const isRecord = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isKey = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number";

export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return isRecord(value) ? "an object" : shown(JSON.stringify(value));
}

/**
 * What a JSON file holds: graphology's serialisation, node-link (D3, networkx, vis.js), adjacency of networkx,
 * Cytoscape, JSON Graph Format 1 and 2, a list of ties, or lists of contacts by name. Throws `RangeError` for others.
 */
export function jsonGraph(whole: unknown, name: string): JsonGraph {
  if (Array.isArray(whole)) return listed(whole, name);
  if (!isRecord(whole)) refuse(name, null, "a network in JSON must be an object with nodes and links", kindOf(whole));
  if (whole.elements !== undefined) return cytoscape(whole.elements, name);
  if (Array.isArray(whole.graphs))
    return whole.graphs.length === 1
      ? graphFormat(whole.graphs[0], name)
      : refuse(name, null, "a JSON Graph file must hold one graph", plural(whole.graphs.length, "graph"));
  if (isRecord(whole.graph) && (whole.graph.nodes !== undefined || whole.graph.edges !== undefined))
    return graphFormat(whole.graph, name);
  const { nodes } = whole;
  if (Array.isArray(nodes) && Array.isArray(whole.adjacency)) return adjacency(nodes, whole.adjacency, whole, name);
  if (nodes === undefined && whole.links === undefined && whole.edges === undefined) return contacts(whole, name);
  if (!Array.isArray(nodes)) refuse(name, null, "nodes must be a list", kindOf(nodes));
  const { links, told } = linksOf(whole, name);
  const options = isRecord(whole.options) ? whole.options : {};
  const directed = options.type === "directed" || options.type === "mixed" || whole.directed === true;
  const own = nodes.some((node) => isRecord(node) && isRecord(node.attributes)) || whole.options !== undefined;
  return { nodes, links, directed, key: own ? "key" : undefined, told };
}

/** Ties under `edges` or `links`: the one of them that holds any. */
function linksOf(whole: Facts, name: string): { links: readonly unknown[]; told: string[] } {
  const { edges, links } = whole;
  const full = (list: unknown): list is unknown[] => Array.isArray(list) && list.length > 0;
  if (full(edges) && full(links))
    return { links: edges, told: [`read: edges; the ${plural(links.length, "link")} beside them are not`] };
  const found = full(links) ? links : (edges ?? links);
  if (!Array.isArray(found)) refuse(name, null, "edges or links must be a list", kindOf(found));
  return { links: found, told: [] };
}

/** A list of ties, or of the elements of Cytoscape; objects with an id and no ends are nodes. */
function listed(list: readonly unknown[], name: string): JsonGraph {
  if (list.some((item) => isRecord(item) && isRecord(item.data))) return cytoscape(list, name);
  const isNode = (item: unknown): boolean =>
    isRecord(item) && [item.source, item.from].every((end) => end === undefined) && item.id !== undefined;
  const nodes = list.filter(isNode);
  const links = list.filter((item) => !isNode(item));
  return { nodes: nodes.length > 0 ? nodes : null, links, directed: false, told: [] };
}

function cytoscape(elements: unknown, name: string): JsonGraph {
  const dataOf = (element: unknown): unknown => (isRecord(element) ? element.data : undefined);
  const isEdge = (data: unknown): boolean => isRecord(data) && data.source !== undefined;
  const lists = isRecord(elements) ? [elements.nodes ?? [], elements.edges ?? []] : [elements];
  if (!lists.every(Array.isArray)) refuse(name, null, "elements must be lists of nodes and edges", kindOf(elements));
  const all = (lists as unknown[][]).flat().map(dataOf);
  const wrong = all.find((data) => !isRecord(data));
  if (all.some((data) => !isRecord(data))) refuse(name, null, "each element must have data", kindOf(wrong));
  return {
    nodes: all.filter((data) => !isEdge(data)),
    links: all.filter(isEdge),
    directed: false,
    key: "id",
    told: [],
  };
}

/** JSON Graph Format: nodes are a list (1) or by their ids (2); ties are directed unless it says not. */
function graphFormat(graph: unknown, name: string): JsonGraph {
  if (!isRecord(graph)) refuse(name, null, "a graph must be an object", kindOf(graph));
  const { nodes = [], edges = [], directed = true } = graph;
  if (!Array.isArray(edges)) refuse(name, null, "edges must be a list", kindOf(edges));
  const flat = (node: unknown): unknown =>
    isRecord(node) && isRecord(node.metadata) ? { ...node, ...node.metadata, metadata: undefined } : node;
  const all = isRecord(nodes)
    ? Object.entries(nodes).map(([id, node]) => ({ ...(isRecord(node) ? node : {}), id }))
    : nodes;
  if (!Array.isArray(all)) refuse(name, null, "nodes must be a list, or objects by id", kindOf(all));
  return {
    nodes: (all as unknown[]).map(flat),
    links: (edges as unknown[]).map(flat),
    directed: directed === true,
    key: "id",
    told: [],
  };
}

/** Adjacency of networkx: for each node its contacts; an undirected tie stands under both ends and is read once. */
function adjacency(nodes: unknown[], lists: unknown[], whole: Facts, name: string): JsonGraph {
  const directed = whole.directed === true;
  const idOf = (node: unknown): unknown => (isRecord(node) ? node.id : node);
  const place = new Map(nodes.map((node, i) => [idOf(node), i]));
  const links = lists.flatMap((list, i) => {
    if (!Array.isArray(list)) return refuse(name, null, `adjacency ${i} must be a list`, kindOf(list));
    return (list as unknown[])
      .filter((other) => directed || (place.get(idOf(other)) ?? i) >= i)
      .map((other) => ({
        ...(isRecord(other) ? other : {}),
        id: undefined,
        source: idOf(nodes[i]),
        target: idOf(other),
      }));
  });
  return { nodes, links, directed, key: "id", told: [] };
}

/** Contacts by name: lists of names, or objects with what is known of each tie. */
function contacts(whole: Facts, name: string): JsonGraph {
  const entries = Object.entries(whole);
  const wrong = entries.find(([, list]) => !Array.isArray(list) && !isRecord(list));
  if (entries.length === 0 || wrong)
    refuse(
      name,
      null,
      "a network in JSON must be an object with nodes and links, or lists of contacts by name",
      wrong ? `${shown(wrong[0])} with ${kindOf(wrong[1])}` : "an empty object",
    );
  const links = entries.flatMap(([source, list]) =>
    Array.isArray(list)
      ? (list as unknown[]).map((target) => ({ source, target }))
      : Object.entries(list as Facts).map(([target, data]) => ({ ...(isRecord(data) ? data : {}), source, target })),
  );
  const named = links.map(({ target }) => target).filter(isKey);
  const nodes = [...new Set([...entries.map(([id]) => id), ...named.map(String)])];
  return { nodes, links, directed: false, told: ["read as lists of contacts by name"] };
}

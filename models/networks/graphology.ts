import { DirectedGraph, UndirectedGraph } from "graphology";
import { type AbstractGraph as Graph } from "graphology-types";
import { type Attribute, f64s, type Network, textKeys, u32s } from "../core/index.ts";
import { fromEdges } from "./edges.ts";

/**
 * Freezes a graphology graph, with nodes in their order. The edge attribute `weight`, if every edge has it, becomes
 * the tie weight. Node attributes become columns: numbers if all values are numbers or missing, categories
 * otherwise. Throws `RangeError` for self-loops, parallel edges and mixed graphs, with their number and the first
 * one.
 */
export function view(graph: Graph): Network {
  refuseUnfit(graph);
  const texts = graph.nodes();
  const place = new Map(texts.map((key, i) => [key, i]));
  const edges = graph.edges();
  const sources = u32s(edges.length);
  const targets = u32s(edges.length);
  const weighted = edges.length > 0 && edges.every((edge) => Number.isFinite(graph.getEdgeAttribute(edge, "weight")));
  const weights = weighted ? f64s(edges.length) : null;
  edges.forEach((edge, e) => {
    sources[e] = place.get(graph.source(edge)) as number;
    targets[e] = place.get(graph.target(edge)) as number;
    if (weights) weights[e] = graph.getEdgeAttribute(edge, "weight") as number;
  });
  const rows = texts.map((key) => graph.getNodeAttributes(key) as Record<string, unknown>);
  const directed = edges.length > 0 ? graph.directedSize > 0 : graph.type === "directed";
  const plain = texts.every((key, i) => key === String(i));
  return fromEdges({
    size: texts.length,
    directed,
    sources,
    targets,
    weights,
    keys: plain ? undefined : textKeys(texts),
    attributes: attributesOf(rows),
  }).network;
}

function refuseUnfit(graph: Graph): void {
  const faults: string[] = [];
  const loops = graph.filterEdges((edge) => graph.isSelfLoop(edge));
  if (loops.length > 0)
    faults.push(`view: there must be no self-loops, got ${loops.length}, the first at ${graph.source(loops[0])}`);
  if (graph.directedSize > 0 && graph.undirectedSize > 0) {
    faults.push(
      `view: edges must be all directed or all undirected, got ${graph.directedSize} directed and ${graph.undirectedSize} undirected`,
    );
  }
  const seen = new Set<string>();
  const parallel = graph.filterEdges((_edge, _attributes, source, target, _s, _t, undirected) => {
    const ends = undirected && source > target ? [target, source] : [source, target];
    const pair = JSON.stringify(ends);
    return seen.has(pair) || !seen.add(pair);
  });
  if (parallel.length > 0) {
    const [source, target] = graph.extremities(parallel[0]);
    faults.push(`view: there must be no parallel edges, got ${parallel.length}, the first from ${source} to ${target}`);
  }
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
}

/** Columns from one record per node. Missing values, null and "" are unknown. */
export function attributesOf(rows: readonly Record<string, unknown>[]): Record<string, Attribute> {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries([...names].map((name) => [name, columnOf(rows.map((row) => row[name]))]));
}

export function columnOf(values: readonly unknown[]): Attribute {
  const missing = (value: unknown): boolean => value === undefined || value === null || value === "";
  if (values.every((value) => missing(value) || (typeof value === "number" && Number.isFinite(value)))) {
    return { kind: "number", values: Float64Array.from(values, (value) => (missing(value) ? NaN : (value as number))) };
  }
  const texts = values.map((value) =>
    missing(value) ? "" : typeof value === "string" ? value : JSON.stringify(value),
  );
  const labels = ["", ...new Set(texts.filter((text) => text !== ""))];
  const code = new Map(labels.map((label, at) => [label, at]));
  return { kind: "category", codes: Uint32Array.from(texts, (text) => code.get(text) as number), labels };
}

/** The attribute of node i as given: a number, a text, or undefined if unknown. */
export function attributeOf(attribute: Attribute, i: number): number | string | undefined {
  if (attribute.kind === "category") return attribute.codes[i] === 0 ? undefined : attribute.labels[attribute.codes[i]];
  return Number.isNaN(attribute.values[i]) ? undefined : attribute.values[i];
}

/**
 * The network as a graphology graph, for libraries that require one. Takes about 340 bytes per edge, so use it for
 * small networks.
 */
export function toGraph(network: Network): Graph {
  const { directed, size, keys, out, attributes } = network;
  const graph: Graph = directed ? new DirectedGraph() : new UndirectedGraph();
  for (let i = 0; i < size; i++) {
    const known = Object.entries(attributes).map(([name, attribute]) => [name, attributeOf(attribute, i)] as const);
    graph.addNode(keys.key(i), Object.fromEntries<unknown>(known.filter(([, value]) => value !== undefined)));
  }
  for (let i = 0; i < size; i++) {
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) {
      const j = out.targets[e];
      if (!directed && j < i) continue;
      graph.addEdge(keys.key(i), keys.key(j), out.weights ? { weight: out.weights[e] } : {});
    }
  }
  return graph;
}

import { type Attribute, f64s, type Network, textKeys, u32s } from "../../core/index.ts";
import { fromEdges } from "../edges.ts";

interface Notes {
  /** The number that the first node goes by in the table; 0 unless told. */
  first?: number;
  /** Whether ties are arcs from the first of a line to the others, or the other way round; undirected unless told. */
  directed?: "as listed" | "reversed";
  names?: string[];
  attributes?: Record<string, Attribute>;
}

/**
 * A network typed as lines `i j:weight k:weight …`, every tie once; `j` alone weighs 1 where none has a
 * weight. Nodes are named by `names`, or 0, 1, 2, …
 */
export function fromTies(ties: string, size: number, { first = 0, directed, names, attributes }: Notes = {}): Network {
  const edges = ties
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [i, ...others] = line.split(" ");
      return others.map((other) => [i, ...other.split(":")].map(Number));
    });
  const [sources, targets] = [u32s(edges.length), u32s(edges.length)];
  const weights = ties.includes(":") ? f64s(edges.length) : null;
  edges.forEach(([i, j, weight], e) => {
    sources[e] = (directed === "reversed" ? j : i) - first;
    targets[e] = (directed === "reversed" ? i : j) - first;
    if (weights) weights[e] = weight;
  });
  const keys = names && textKeys(names);
  return fromEdges({ size, directed: directed !== undefined, sources, targets, weights, keys, attributes }).network;
}

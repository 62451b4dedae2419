import { type Attribute, f64s, type Network, textKeys, u32s } from "../../core/index.ts";
import { fromEdges } from "../edges.ts";

/**
 * An undirected network typed as lines `i j:weight k:weight …`, every tie once; `j` alone weighs 1
 * where none has a weight. Nodes are numbered from 0 and named by `names`, or 0, 1, 2, …
 */
export function fromTies(ties: string, size: number, { names, attributes }: { names?: string[]; attributes?: Record<string, Attribute> } = {}): Network {
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
    sources[e] = i;
    targets[e] = j;
    if (weights) weights[e] = weight;
  });
  const keys = names && textKeys(names);
  return fromEdges({ size, directed: false, sources, targets, weights, keys, attributes }).network;
}

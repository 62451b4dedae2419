import { type Network, type Rows } from "../../core/index.ts";
import { projection } from "./projection.ts";

/** A division of the nodes into connected parts. */
export interface Components {
  count: number;
  /** The component of each node; components are numbered in the order of their first nodes. */
  of: Uint32Array;
  /** Nodes in each component. */
  sizes: Uint32Array;
  /** Nodes in the largest one; 0 without nodes. */
  largest: number;
}

/** Parts connected regardless of direction. Time is linear in arcs. */
export function weakComponents(network: Network): Components {
  const { of, count } = breadthFirst(projection(network).out);
  return withSizes(of, count);
}

/**
 * All nodes of an undirected network, each part breadth first from its first node, so that nearby nodes are close
 * in the order; and the part of each node.
 */
export function breadthFirst({ offsets, targets }: Rows): { order: Uint32Array; of: Uint32Array; count: number } {
  const size = offsets.length - 1;
  const of = new Uint32Array(size).fill(size); // size = not met yet
  const order = new Uint32Array(size);
  let count = 0;
  let end = 0;
  for (let root = 0; root < size; root++) {
    if (of[root] !== size) continue;
    let at = end;
    order[end++] = root;
    of[root] = count;
    for (; at < end; at++) {
      const i = order[at];
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const j = targets[e];
        if (of[j] !== size) continue;
        of[j] = count;
        order[end++] = j;
      }
    }
    count++;
  }
  return { order, of, count };
}

/**
 * Parts in which everyone can reach everyone along arcs (Tarjan 1972, SIAM J. Comput. 1:146). Uses an explicit
 * stack, so that long chains do not overflow. Time is linear in arcs.
 */
export function strongComponents(network: Network): Components {
  if (!network.directed) return weakComponents(network);
  const { offsets, targets } = network.out;
  const { size } = network;
  const met = new Uint32Array(size); // when a node was first met, from 1; 0 = not yet
  const low = new Uint32Array(size); // earliest node met that is known to be reachable and still open
  const next = offsets.slice(0, size); // the arc to follow next
  const path = new Uint32Array(size);
  const open = new Uint32Array(size);
  const of = new Uint32Array(size).fill(size); // size = still open or not met
  let clock = 0;
  let openEnd = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (met[root] !== 0) continue;
    let depth = 0;
    path[0] = open[openEnd++] = root;
    met[root] = low[root] = ++clock;
    while (depth >= 0) {
      const i = path[depth];
      if (next[i] < offsets[i + 1]) {
        const j = targets[next[i]++];
        if (met[j] === 0) {
          path[++depth] = open[openEnd++] = j;
          met[j] = low[j] = ++clock;
        } else if (of[j] === size && met[j] < low[i]) low[i] = met[j];
        continue;
      }
      depth--;
      if (depth >= 0 && low[i] < low[path[depth]]) low[path[depth]] = low[i];
      if (low[i] !== met[i]) continue;
      do of[open[--openEnd]] = count;
      while (open[openEnd] !== i);
      count++;
    }
  }
  return withSizes(numbered(of, count), count);
}

/** The same parts, numbered in the order of their first nodes. */
export function numbered(of: Uint32Array, count: number): Uint32Array {
  const names = new Uint32Array(count).fill(count);
  let met = 0;
  for (let i = 0; i < of.length; i++) {
    if (names[of[i]] === count) names[of[i]] = met++;
    of[i] = names[of[i]];
  }
  return of;
}

function withSizes(of: Uint32Array, count: number): Components {
  const sizes = new Uint32Array(count);
  for (const component of of) sizes[component]++;
  let largest = 0;
  for (const size of sizes) if (size > largest) largest = size;
  return { count, of, sizes, largest };
}

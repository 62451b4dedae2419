import { type Attribute, f64s, type Keys, network, type Network, type Rows, transpose, u32s } from "../core/index.ts";

/** Edges from a file or a generator: parallel arrays, in any order. */
export interface EdgeList {
  size: number;
  directed: boolean;
  sources: Uint32Array;
  targets: Uint32Array;
  /** Weight of each edge, or null if all weigh 1. */
  weights?: Float64Array | null;
  /** Number of entries of the arrays to use; default all. */
  count?: number;
  keys?: Keys;
  attributes?: Record<string, Attribute>;
}
/** The edges dropped from a list; the first of several equal edges is kept. */
export interface Dropped {
  selfLoops: number;
  /** Repeated edges; in an undirected list a reversed edge is a repeat too. */
  duplicates: number;
  /** Edges that name a node that does not exist. */
  dangling: number;
}

/**
 * The network of an edge list without its self-loops and repeats, and the numbers of both. Uses two counting sorts;
 * time is linear in edges and nodes. An undirected edge becomes two arcs.
 */
export function fromEdges(list: EdgeList): { network: Network; dropped: Dropped } {
  const { directed, keys, attributes } = list;
  const { rows, selfLoops } = sorted(list);
  const kept = withoutRepeats(rows);
  const repeats = rows.targets.length - kept.targets.length;
  const dropped = { selfLoops, duplicates: directed ? repeats : repeats / 2, dangling: 0 };
  return { network: network({ directed, out: kept, keys, attributes }), dropped };
}

/** All arcs in rows, targets rising, equal arcs in list order; self-loops are counted and left out. */
function sorted({ size, directed, sources, targets, weights = null, count = sources.length }: EdgeList): {
  rows: Rows;
  selfLoops: number;
} {
  const starts = u32s(size + 1);
  let selfLoops = 0;
  for (let e = 0; e < count; e++) {
    if (sources[e] === targets[e]) selfLoops++;
    else {
      starts[targets[e] + 1]++;
      if (!directed) starts[sources[e] + 1]++;
    }
  }
  for (let i = 0; i < size; i++) starts[i + 1] += starts[i];
  // First by target, then by source: the second pass is stable, so each row comes out rising.
  const next = starts.slice(0, size);
  const byTarget = u32s(starts[size]);
  const carried = weights && f64s(starts[size]);
  const put = (from: number, to: number, e: number): void => {
    const at = next[to]++;
    byTarget[at] = from;
    if (carried) carried[at] = weights[e];
  };
  for (let e = 0; e < count; e++) {
    if (sources[e] === targets[e]) continue;
    put(sources[e], targets[e], e);
    if (!directed) put(targets[e], sources[e], e);
  }
  return { rows: transpose({ offsets: starts, targets: byTarget, weights: carried }), selfLoops };
}

/** The rows with only the first of equal arcs; the same arrays if nothing repeats. */
function withoutRepeats(rows: Rows): Rows {
  const { offsets, targets, weights } = rows;
  const size = offsets.length - 1;
  let kept = 0;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) if (e === offsets[i] || targets[e] !== targets[e - 1]) kept++;
  }
  if (kept === targets.length) return rows;
  const result = { offsets: u32s(size + 1), targets: u32s(kept), weights: weights && f64s(kept) };
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      if (e > offsets[i] && targets[e] === targets[e - 1]) continue;
      result.targets[at] = targets[e];
      if (result.weights && weights) result.weights[at] = weights[e];
      at++;
    }
    result.offsets[i + 1] = at;
  }
  return result;
}

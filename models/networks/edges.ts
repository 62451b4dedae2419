import {
  arcsByTarget,
  type Attribute,
  f64s,
  type Keys,
  network,
  type Network,
  type Rows,
  transpose,
  u32s,
} from "../core/index.ts";
import { pickedAll } from "./columns.ts";

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
  /** What is known of each edge, in the order of `sources`; an edge takes the values of its first row. */
  tieColumns?: Record<string, Attribute>;
  /** The weight of equal edges; default that of the first. Edges without weights weigh 1 each. */
  repeats?: Repeats;
}
export type Repeats = "first" | "last" | "sum" | "mean" | "max";

/** The edges dropped from a list, those merged into an equal one included. */
export interface Dropped {
  selfLoops: number;
  /** Repeated edges; in an undirected list a reversed edge is a repeat too. */
  duplicates: number;
  /** Edges that name a node that does not exist. */
  dangling: number;
  /** Rows of a file that could not be used, such as one with a blank end. */
  unusable: number;
}

/** What is dropped from a list without faults. */
export const NOTHING_DROPPED: Dropped = { selfLoops: 0, duplicates: 0, dangling: 0, unusable: 0 };

/** Rows of arcs, and for each arc the edge of the list it came from, where columns ask for that. */
interface Sorted extends Rows {
  origins: Uint32Array | null;
}

/**
 * The network of an edge list without its self-loops and repeats, and the numbers of both. Uses two counting sorts;
 * time is linear in edges and nodes. An undirected edge becomes two arcs.
 */
export function fromEdges(list: EdgeList): { network: Network; dropped: Dropped } {
  const { directed, keys, attributes, repeats = "first", count = list.sources.length } = list;
  const traced = Object.keys(list.tieColumns ?? {}).length > 0;
  const weights = list.weights ?? (repeats === "sum" ? new Float64Array(count).fill(1) : null);
  const { rows, selfLoops } = sorted({ ...list, weights }, traced);
  const kept = withoutRepeats(rows, repeats);
  const many = rows.targets.length - kept.targets.length;
  const dropped = { selfLoops, duplicates: directed ? many : many / 2, dangling: 0, unusable: 0 };
  const tieColumns = kept.origins ? pickedAll(list.tieColumns, kept.origins) : {};
  // Ties that were only counted and never repeat weigh 1 each.
  const out = !list.weights && many === 0 ? { ...kept, weights: null } : kept;
  return { network: network({ directed, out, keys, attributes, tieColumns }), dropped };
}

/** All arcs in rows, targets rising, equal arcs in list order; self-loops are counted and left out. */
function sorted(
  { size, directed, sources, targets, weights = null, count = sources.length }: EdgeList,
  traced: boolean,
): { rows: Sorted; selfLoops: number } {
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
  const origin = traced ? new Uint32Array(starts[size]) : null;
  const put = (from: number, to: number, e: number): void => {
    const at = next[to]++;
    byTarget[at] = from;
    if (carried) carried[at] = weights[e];
    if (origin) origin[at] = e;
  };
  for (let e = 0; e < count; e++) {
    if (sources[e] === targets[e]) continue;
    put(sources[e], targets[e], e);
    if (!directed) put(targets[e], sources[e], e);
  }
  const arcs = { offsets: starts, targets: byTarget, weights: carried };
  const rows = transpose(arcs);
  const origins = origin && arcsByTarget(arcs).map((arc) => origin[arc]);
  return { rows: { ...rows, origins }, selfLoops };
}

/** The rows with one of equal arcs each, the first, its weight by the rule; the same arrays if nothing repeats. */
function withoutRepeats(rows: Sorted, rule: Repeats): Sorted {
  const { offsets, targets, weights, origins } = rows;
  const size = offsets.length - 1;
  let kept = 0;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) if (e === offsets[i] || targets[e] !== targets[e - 1]) kept++;
  }
  if (kept === targets.length) return rows;
  const result = {
    offsets: u32s(size + 1),
    targets: u32s(kept),
    weights: weights && f64s(kept),
    origins: origins && new Uint32Array(kept),
  };
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1];) {
      let end = e + 1;
      while (end < offsets[i + 1] && targets[end] === targets[e]) end++;
      result.targets[at] = targets[e];
      if (result.weights && weights) result.weights[at] = merged(weights, e, end, rule);
      if (result.origins && origins) result.origins[at] = origins[e];
      at++;
      e = end;
    }
    result.offsets[i + 1] = at;
  }
  return result;
}

/** The one weight of the equal arcs from `from` to before `to`. */
function merged(weights: Float64Array, from: number, to: number, rule: Repeats): number {
  if (rule === "first" || to === from + 1) return weights[from];
  if (rule === "last") return weights[to - 1];
  let sum = 0;
  let most = 0;
  for (let e = from; e < to; e++) {
    sum += weights[e];
    most = Math.max(most, weights[e]);
  }
  return rule === "max" ? most : rule === "sum" ? sum : sum / (to - from);
}

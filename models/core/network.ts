import { type Keys, numberKeys } from "./keys.ts";

/**
 * A frozen network. An arc u → v means that u can influence v; an undirected edge is two arcs.
 * Arc e is the e-th entry of `out.targets`. No self-loops, no parallel arcs.
 */
export interface Network {
  /** Number of nodes. */
  readonly size: number;
  /** Number of arcs; twice the number of edges if undirected. */
  readonly arcs: number;
  readonly edges: number;
  readonly directed: boolean;
  readonly out: Half;
  /**
   * The same arcs by target. If undirected, this is the same object as `out`; otherwise it is made on first use, in
   * time linear in arcs.
   */
  readonly in: Half;
  readonly nodes: Uint32Array;
  readonly keys: Keys;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** What is known of ties, such as their sign or time: a value for each arc, in the order of `out.targets`. */
  readonly tieColumns: Readonly<Record<string, Attribute>>;
  /** The arc at each position in `in`, made on first use; takes 4 bytes per arc and time linear in arcs. */
  readonly arcOfIn: Uint32Array;
}

/**
 * One direction in compressed rows: the neighbours of i are targets[offsets[i]] up to targets[offsets[i + 1]],
 * rising.
 */
export interface Half {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Tie weights in the same order, or null if every tie weighs 1. */
  readonly weights: Float64Array | null;
  degree(i: number): number;
  /** The sum of the column over the neighbours of i, each tie counting once; 0 if there are none. */
  sum(i: number, column: ArrayLike<number>): number;
  /** The mean of the column over the neighbours of i; NaN if there are none. */
  mean(i: number, column: ArrayLike<number>): number;
}

/** A column of the nodes, or of the arcs: numbers (NaN = unknown) or categories (code 0 = unknown). */
export type Attribute =
  | { kind: "number"; values: Float64Array }
  | { kind: "category"; codes: Uint16Array | Uint32Array; labels: readonly string[] };

export interface Rows {
  offsets: Uint32Array;
  targets: Uint32Array;
  weights: Float64Array | null;
}

/** Memory for typed arrays, shared between threads if the platform has shared memory. */
export function allocate(bytes: number): ArrayBuffer {
  const Shared = globalThis.SharedArrayBuffer as SharedArrayBufferConstructor | undefined;
  return (Shared ? new Shared(bytes) : new ArrayBuffer(bytes)) as ArrayBuffer;
}
export const u32s = (length: number): Uint32Array => new Uint32Array(allocate(4 * length));
export const f64s = (length: number): Float64Array => new Float64Array(allocate(8 * length));

export function half({ offsets, targets, weights }: Rows): Half {
  const degree = (i: number): number => offsets[i + 1] - offsets[i];
  function sum(i: number, column: ArrayLike<number>): number {
    let result = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) result += column[targets[e]];
    return result;
  }
  return { offsets, targets, weights, degree, sum, mean: (i, column) => sum(i, column) / degree(i) };
}

export interface Parts {
  directed: boolean;
  out: Rows;
  /** Left out if undirected (it is `out`), or if it is to be made from `out` on first use. */
  in?: Rows;
  keys?: Keys;
  attributes?: Record<string, Attribute>;
  tieColumns?: Record<string, Attribute>;
}

/**
 * A network from compressed rows that must already be valid: sorted within each row, no self-loops, no parallel
 * arcs, both directions present if undirected. `fromEdges` in networks/ makes such rows.
 */
export function network({ directed, out, in: given, keys, attributes = {}, tieColumns = {} }: Parts): Network {
  const size = out.offsets.length - 1;
  const arcs = out.targets.length;
  const outHalf = half(out);
  let inHalf = directed ? given && half(given) : outHalf;
  let nodes: Uint32Array | undefined;
  let arcOfIn: Uint32Array | undefined;
  return {
    size,
    arcs,
    edges: directed ? arcs : arcs / 2,
    directed,
    out: outHalf,
    get in() {
      return (inHalf ??= half(transpose(out)));
    },
    keys: keys ?? numberKeys(size),
    attributes,
    tieColumns,
    get nodes() {
      return (nodes ??= upTo(size));
    },
    get arcOfIn() {
      return (arcOfIn ??= arcsByTarget(out));
    },
  };
}

/** The numbers 0, 1, 2, … below `size`. Uses a loop because `Uint32Array.from` takes a hundred times as long. */
function upTo(size: number): Uint32Array {
  const nodes = new Uint32Array(size);
  for (let i = 0; i < size; i++) nodes[i] = i;
  return nodes;
}

/** The same arcs by target, each row rising. Time and memory are linear in arcs. */
export function transpose(rows: Rows): Rows {
  const { offsets, targets, weights } = rows;
  const size = offsets.length - 1;
  if (weights) {
    const arcs = arcsByTarget(rows);
    const carried = f64s(arcs.length);
    for (let k = 0; k < arcs.length; k++) carried[k] = weights[arcs[k]];
    return { ...transpose({ offsets, targets, weights: null }), weights: carried };
  }
  const near = grouped(rows);
  const flipped = u32s(size + 1);
  const next = new Int32Array(size);
  for (let e = 0; e < near.targets.length; e++) next[near.targets[e]]++;
  for (let i = 0; i < size; i++) {
    flipped[i + 1] = flipped[i] + next[i];
    next[i] = flipped[i];
  }
  const sources = u32s(targets.length);
  for (let e = 0; e < sources.length; e++) {
    const i = near.targets[e];
    const at = next[i];
    next[i] = (at + 1) | 0;
    sources[at] = near.sources[e];
  }
  return { offsets: flipped, targets: sources, weights: null };
}

/**
 * Both ends of all arcs, in 128 groups of neighbouring targets, and in row order within each group. Code that
 * processes them by target then writes to nearby memory. In a network larger than the cache this more than halves
 * the time of a counting sort.
 */
export function grouped({ offsets, targets }: Pick<Rows, "offsets" | "targets">): {
  sources: Int32Array;
  targets: Int32Array;
} {
  const size = offsets.length - 1;
  const count = offsets[size];
  const bits = Math.max(0, 25 - Math.clz32(size)); // 2^bits nodes per group
  const next = new Int32Array((size >>> bits) + 2);
  for (let e = 0; e < count; e++) next[(targets[e] >>> bits) + 1]++;
  for (let g = 1; g < next.length; g++) next[g] += next[g - 1];
  const near = { sources: new Int32Array(count), targets: new Int32Array(count) };
  const [from, to] = [near.sources, near.targets];
  for (let i = 0; i < size; i++) {
    const end = offsets[i + 1];
    for (let e = offsets[i]; e < end; e++) {
      const j = targets[e];
      const at = next[j >>> bits];
      next[j >>> bits] = (at + 1) | 0;
      from[at] = i;
      to[at] = j;
    }
  }
  return near;
}

/** For each target in turn, its incoming arcs, sources rising. */
export function arcsByTarget({ offsets, targets }: Rows): Uint32Array {
  const size = offsets.length - 1;
  const next = rowStarts(targets, size).slice(0, size);
  const arcs = u32s(targets.length);
  for (let e = 0; e < targets.length; e++) arcs[next[targets[e]]++] = e;
  return arcs;
}

/** The start of each node's row if entries were sorted by `ends`. */
export function rowStarts(ends: Uint32Array, size: number): Uint32Array {
  const starts = u32s(size + 1);
  for (let e = 0; e < ends.length; e++) starts[ends[e] + 1]++;
  for (let i = 0; i < size; i++) starts[i + 1] += starts[i];
  return starts;
}

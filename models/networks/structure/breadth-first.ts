import { type Rows } from "../../core/index.ts";

/** The results of breadth-first search from several sources, one entry per source. */
export interface Sweep {
  /** Number of nodes reached, without the source. */
  reached: Float64Array;
  /** Sum of the distances to them. */
  total: Float64Array;
  /** The largest of those distances; 0 if nobody is reached. */
  farthest: Uint32Array;
}

/**
 * Searches from many sources of an undirected network, 32 at a time, one bit per source, so that one pass over a
 * tie serves all of them (Then et al. 2014, PVLDB 8:449). Takes 20 bytes per node.
 */
export function sweep(rows: Rows, sources: ArrayLike<number>): Sweep {
  const count = sources.length;
  const result: Sweep = {
    reached: new Float64Array(count),
    total: new Float64Array(count),
    farthest: new Uint32Array(count),
  };
  const size = rows.offsets.length - 1;
  const ring = (): Ring => ({ bits: new Int32Array(size), nodes: new Uint32Array(size), count: 0, ties: 0 });
  const room: Room = { seen: new Int32Array(size), here: ring(), next: ring(), fresh: new Uint32Array(32) };
  for (let first = 0; first < count; first += 32) searchTogether(rows, sources, first, room, result);
  return result;
}

/** The nodes at one distance, for each the bits of the sources at that distance; 0 for all other nodes. */
interface Ring {
  bits: Int32Array;
  nodes: Uint32Array;
  count: number;
  /** Ties of these nodes together. */
  ties: number;
}

interface Room {
  /** Bits of the sources that have met a node. */
  seen: Int32Array;
  here: Ring;
  next: Ring;
  /** For each source, how many it met at this distance. */
  fresh: Uint32Array;
}

function searchTogether(rows: Rows, sources: ArrayLike<number>, first: number, room: Room, result: Sweep): void {
  const { offsets, targets } = rows;
  const { seen, fresh } = room;
  let { here, next } = room;
  const count = Math.min(32, sources.length - first);
  const all = (-1 >>> (32 - count)) | 0;
  seen.fill(0);
  here.count = 0;
  for (let b = 0; b < count; b++) {
    const source = sources[first + b];
    if (here.bits[source] === 0) here.nodes[here.count++] = source;
    here.bits[source] |= 1 << b;
    seen[source] |= 1 << b;
  }
  here.ties = 0;
  for (let distance = 1; here.count > 0; distance++) {
    // With few nodes here it is cheaper to ask whom they meet, with many to ask the others whether they are met.
    if (here.ties < targets.length / 8) push(rows, seen, here, next);
    else pull(rows, seen, here, next, all);
    fresh.fill(0);
    next.ties = 0;
    for (let at = 0; at < next.count; at++) {
      const j = next.nodes[at];
      next.ties += offsets[j + 1] - offsets[j];
      seen[j] |= next.bits[j];
      for (let bits = next.bits[j]; bits !== 0; bits &= bits - 1) fresh[31 - Math.clz32(bits & -bits)]++;
    }
    for (let b = 0; b < count; b++) {
      if (fresh[b] === 0) continue;
      result.reached[first + b] += fresh[b];
      result.total[first + b] += fresh[b] * distance;
      result.farthest[first + b] = distance;
    }
    for (let at = 0; at < here.count; at++) here.bits[here.nodes[at]] = 0;
    [here, next] = [next, here];
  }
}

/** Fills `next` with the unseen neighbours of `here`. */
function push({ offsets, targets }: Rows, seen: Int32Array, here: Ring, next: Ring): void {
  const { bits, nodes } = next;
  let count = 0;
  for (let at = 0; at < here.count; at++) {
    const i = here.nodes[at];
    const own = here.bits[i];
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      const unseen = own & ~seen[j];
      if (unseen === 0) continue;
      if (bits[j] === 0) nodes[count++] = j;
      bits[j] |= unseen;
    }
  }
  next.count = count;
}

/** The same, from the other end: nodes that lack a source look for a neighbour that has it. */
function pull({ offsets, targets }: Rows, seen: Int32Array, here: Ring, next: Ring, all: number): void {
  const { bits, nodes } = next;
  const standing = here.bits;
  let count = 0;
  for (let j = 0; j < seen.length; j++) {
    const missing = all & ~seen[j];
    if (missing === 0) continue;
    let met = 0;
    const end = offsets[j + 1];
    for (let e = offsets[j]; e < end && met !== missing; e++) met |= standing[targets[e]] & missing;
    if (met === 0) continue;
    bits[j] = met;
    nodes[count++] = j;
  }
  next.count = count;
}

/**
 * The number of steps from one node to each other, outward in the rows; −1 if unreachable. `order` holds the nodes
 * reached, nearest first. Time is linear in arcs.
 */
export function distancesFrom(
  { offsets, targets }: Rows,
  source: number,
): { distance: Int32Array; order: Uint32Array } {
  const size = offsets.length - 1;
  const distance = new Int32Array(size).fill(-1);
  const order = new Uint32Array(size);
  let end = 0;
  order[end++] = source;
  distance[source] = 0;
  for (let at = 0; at < end; at++) {
    const i = order[at];
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      if (distance[j] >= 0) continue;
      distance[j] = distance[i] + 1;
      order[end++] = j;
    }
  }
  return { distance, order: order.subarray(0, end) };
}

import { type Rows } from "../../core/index.ts";

/** What breadth-first search from several sources found, an entry a source. */
export interface Sweep {
  /** Nodes reached, the source not counted. */
  reached: Float64Array;
  /** Sum of the distances to them. */
  total: Float64Array;
  /** The largest of those distances; 0 where nobody is reached. */
  farthest: Uint32Array;
}

/**
 * Searches from many sources, 32 at a time: one bit a source, so that one pass over a tie serves
 * all of them (Then et al. 2014, PVLDB 8:449). Takes 12 bytes a node.
 */
export function sweep(rows: Rows, sources: ArrayLike<number>): Sweep {
  const count = sources.length;
  const result: Sweep = { reached: new Float64Array(count), total: new Float64Array(count), farthest: new Uint32Array(count) };
  const size = rows.offsets.length - 1;
  const room: Room = {
    seen: new Int32Array(size),
    here: new Int32Array(size),
    next: new Int32Array(size),
    frontier: new Uint32Array(size),
    coming: new Uint32Array(size),
  };
  for (let first = 0; first < count; first += 32) searchTogether(rows, sources, first, room, result);
  return result;
}

/** Bits of the sources that have met a node, stand there now, arrive there next; and the nodes where any bit is set. */
interface Room {
  seen: Int32Array;
  here: Int32Array;
  next: Int32Array;
  frontier: Uint32Array;
  coming: Uint32Array;
}

function searchTogether({ offsets, targets }: Rows, sources: ArrayLike<number>, first: number, room: Room, result: Sweep): void {
  const { seen } = room;
  let { here, next, frontier, coming } = room;
  const count = Math.min(32, sources.length - first);
  seen.fill(0);
  let standing = 0;
  for (let b = 0; b < count; b++) {
    const source = sources[first + b];
    if (here[source] === 0) frontier[standing++] = source;
    here[source] |= 1 << b;
    seen[source] |= 1 << b;
  }
  const fresh = new Uint32Array(32);
  for (let distance = 1; standing > 0; distance++) {
    let arriving = 0;
    for (let at = 0; at < standing; at++) {
      const i = frontier[at];
      const bits = here[i];
      here[i] = 0;
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const j = targets[e];
        const unseen = bits & ~seen[j];
        if (unseen === 0) continue;
        if (next[j] === 0) coming[arriving++] = j;
        next[j] |= unseen;
      }
    }
    fresh.fill(0);
    for (let at = 0; at < arriving; at++) {
      const j = coming[at];
      seen[j] |= next[j];
      for (let bits = next[j]; bits !== 0; bits &= bits - 1) fresh[31 - Math.clz32(bits & -bits)]++;
    }
    for (let b = 0; b < count; b++) {
      if (fresh[b] === 0) continue;
      result.reached[first + b] += fresh[b];
      result.total[first + b] += fresh[b] * distance;
      result.farthest[first + b] = distance;
    }
    [here, next, frontier, coming, standing] = [next, here, coming, frontier, arriving];
  }
}

/**
 * The number of steps from one node to each other, outward in the rows; −1 where it cannot be
 * reached. `order` holds the nodes reached, nearest first. Time linear in arcs.
 */
export function distancesFrom({ offsets, targets }: Rows, source: number): { distance: Int32Array; order: Uint32Array } {
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

import { childKey, draw, type Key, limit, type Network, streamKey, UNIT } from "../../core/index.ts";
import { arcProbability } from "../../cascades/passing.ts";
import { signedRows } from "../../cascades/signed-rows.ts";
import { UNITS } from "../../cascades/units.ts";
import { attention, edgeWeights, type Spread } from "./spread.ts";

/**
 * Worlds in which it is settled which arcs work, whoever starts (Kempe, Kleinberg & Tardos 2003). World w is a function
 * of the seed, the stream and w.
 */
export interface LiveWorlds {
  /**
   * Worth of those whom customer i reaches in the world, i included, and whose bit is not set in `seen`,
   * nor passed through. Sets their bits where `keep`; else leaves `seen` as it was.
   */
  reach(world: number, i: number, seen: Int32Array, keep: boolean): number;
  /** Arcs looked at so far. */
  looked(): number;
}

export interface LiveJob {
  network: Network;
  spread: Spread;
  worth: Float64Array | null;
  seed: string | number;
  stream: string;
}

/** Words of a set of customers as bits. */
export const bitWords = (size: number): number => (size + 31) >>> 5;

export function liveWorlds({ network, spread, worth, seed, stream }: LiveJob): LiveWorlds {
  const key = streamKey(seed, stream);
  const own: Key = new Int32Array(4);
  const flow = spread.rule === "cascade" ? cascadeFlow(network, spread) : thresholdFlow(network, spread);
  const queue = new Int32Array(network.size);
  const desk: Desk = { ...signedRows(network.out), queue, key: own, looked: 0 };
  let open = -1;
  function reach(world: number, i: number, seen: Int32Array, keep: boolean): number {
    if (((seen[i >>> 5] >>> (i & 31)) & 1) !== 0) return 0;
    if (world !== open) childKey(key, (open = world), own);
    queue[0] = i;
    seen[i >>> 5] |= 1 << (i & 31);
    const end = flow(desk, seen);
    if (!keep) for (let at = 0; at < end; at++) seen[queue[at] >>> 5] &= ~(1 << (queue[at] & 31));
    return worth === null ? end : sumOf(worth, queue, end);
  }
  return { reach, looked: () => desk.looked };
}

interface Desk {
  offsets: Int32Array;
  targets: Int32Array;
  /** Customers reached, in order. */
  queue: Int32Array;
  /** Of the world. */
  key: Key;
  /** Arcs looked at. */
  looked: number;
}
/** Follows working arcs from queue[0] on, past whom is seen; returns the end of the queue. */
type Flow = (desk: Desk, seen: Int32Array) => number;

function sumOf(worth: Float64Array, queue: Int32Array, end: number): number {
  let sum = 0;
  for (let at = 0; at < end; at++) sum += worth[queue[at]];
  return sum;
}

/** A coin an arc. */
function cascadeFlow(network: Network, spread: Spread): Flow {
  if (spread.weighting === "edge") edgeWeights(network); // refuses a network without weights
  const chance = arcProbability(network, spread);
  const bars = new Int32Array(network.arcs);
  for (let e = 0; e < bars.length; e++) bars[e] = limit(chance(e)) - 1;
  return (desk, seen) => {
    const { offsets, targets, queue, key } = desk;
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const k3 = key[3];
    let end = 1;
    for (let at = 0; at < end; at++) {
      const u = queue[at];
      const stop = offsets[u + 1];
      for (let e = offsets[u]; e < stop; e++) {
        if (draw(k0, k1, k2, k3, e) > bars[e]) continue;
        const v = targets[e];
        const word = seen[v >>> 5];
        const bit = 1 << (v & 31);
        if ((word & bit) !== 0) continue;
        seen[v >>> 5] = word | bit;
        queue[end++] = v;
      }
      desk.looked += stop - offsets[u];
    }
    return end;
  };
}

/** Each customer listens to one in-neighbour, picked with the weight of its tie, or to nobody. */
function thresholdFlow(network: Network, { weighting }: Spread): Flow {
  const { offsets: starts, targets: sources } = signedRows(network.in);
  const units = weighting === "edge" ? attention(network) : null;
  /** Whom customer v listens to under draw d; -1 nobody. */
  function heeded(v: number, d: number): number {
    const start = starts[v];
    const stop = starts[v + 1];
    if (!units) return sources[start + Math.floor(d * UNIT * (stop - start))];
    let left = Math.floor(d * UNIT * UNITS);
    for (let k = start; k < stop; k++) {
      left -= units[k];
      if (left < 0) return sources[k];
    }
    return -1;
  }
  return (desk, seen) => {
    const { offsets, targets, queue, key } = desk;
    let end = 1;
    for (let at = 0; at < end; at++) {
      const u = queue[at];
      for (let e = offsets[u]; e < offsets[u + 1]; e++) {
        const v = targets[e];
        if (((seen[v >>> 5] >>> (v & 31)) & 1) !== 0) continue;
        if (heeded(v, draw(key[0], key[1], key[2], key[3], v)) !== u) continue;
        seen[v >>> 5] |= 1 << (v & 31);
        queue[end++] = v;
      }
      desk.looked += offsets[u + 1] - offsets[u];
    }
    return end;
  };
}

/** Worth reached by the chosen in each of so many worlds. */
export function reachIn(worlds: LiveWorlds, size: number, chosen: readonly number[], count: number): Float64Array {
  const seen = new Int32Array(bitWords(size));
  const values = new Float64Array(count);
  for (let world = 0; world < count; world++) {
    for (const i of chosen) values[world] += worlds.reach(world, i, seen, true);
    seen.fill(0);
  }
  return values;
}

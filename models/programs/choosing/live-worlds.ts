import { childKey, draw, type Key, limit, type Network, streamKey, UNIT } from "../../core/index.ts";
import { arcProbability } from "../../cascades/passing.ts";
import { signedRows } from "../../cascades/signed-rows.ts";
import { UNITS } from "../../cascades/units.ts";
import { attention, edgeWeights, type Spread } from "./spread.ts";

/** Worlds in which it is settled which arcs work, whoever starts (Kempe, Kleinberg & Tardos 2003). World w is a function of the seed, the stream and w. */
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
  const { offsets, targets } = signedRows(network.out);
  const key = streamKey(seed, stream);
  const own: Key = new Int32Array(4);
  const queue = new Int32Array(network.size);
  const live = spread.rule === "cascade" ? liveCascade(network, spread) : liveThreshold(network, spread);
  let open = -1;
  let looked = 0;
  function reach(world: number, i: number, seen: Int32Array, keep: boolean): number {
    if (((seen[i >>> 5] >>> (i & 31)) & 1) !== 0) return 0;
    if (world !== open) childKey(key, (open = world), own);
    const [k0, k1, k2, k3] = own;
    let end = 0;
    let sum = 0;
    queue[end++] = i;
    seen[i >>> 5] |= 1 << (i & 31);
    for (let at = 0; at < end; at++) {
      const u = queue[at];
      sum += worth === null ? 1 : worth[u];
      const stop = offsets[u + 1];
      looked += stop - offsets[u];
      for (let e = offsets[u]; e < stop; e++) {
        const v = targets[e];
        if (((seen[v >>> 5] >>> (v & 31)) & 1) !== 0 || !live(e, u, v, k0, k1, k2, k3)) continue;
        seen[v >>> 5] |= 1 << (v & 31);
        queue[end++] = v;
      }
    }
    if (!keep) for (let at = 0; at < end; at++) seen[queue[at] >>> 5] &= ~(1 << (queue[at] & 31));
    return sum;
  }
  return { reach, looked: () => looked };
}

/** Whether arc e from u to v works under the key of a world. */
type Live = (e: number, u: number, v: number, k0: number, k1: number, k2: number, k3: number) => boolean;

function liveCascade(network: Network, spread: Spread): Live {
  const chance = arcProbability(network, spread);
  if (spread.weighting === "uniform") {
    const bar = limit(spread.probability) - 1;
    return (e, _u, _v, k0, k1, k2, k3) => draw(k0, k1, k2, k3, e) <= bar;
  }
  if (spread.weighting === "edge") edgeWeights(network); // refuses a network without weights
  const bars = new Int32Array(network.arcs);
  for (let e = 0; e < network.arcs; e++) bars[e] = limit(chance(e)) - 1;
  return (e, _u, _v, k0, k1, k2, k3) => draw(k0, k1, k2, k3, e) <= bars[e];
}

/** Each customer listens to one in-neighbour, picked with the weight of its tie, or to nobody. */
function liveThreshold(network: Network, { weighting }: Spread): Live {
  const { offsets, targets } = signedRows(network.in);
  if (weighting !== "edge") {
    return (_e, u, v, k0, k1, k2, k3) => {
      const start = offsets[v];
      return targets[start + Math.floor(draw(k0, k1, k2, k3, v) * UNIT * (offsets[v + 1] - start))] === u;
    };
  }
  const units = attention(network);
  return (_e, u, v, k0, k1, k2, k3) => {
    let left = Math.floor(draw(k0, k1, k2, k3, v) * UNIT * UNITS);
    for (let k = offsets[v]; k < offsets[v + 1]; k++) {
      left -= units[k];
      if (left < 0) return targets[k] === u;
    }
    return false;
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

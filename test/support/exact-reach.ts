import { type Network } from "../../models/core/index.ts";

/** Something that comes out one of several ways, each with its chance and the arcs it lets through. */
type Lot = readonly { chance: number; arcs: readonly number[] }[];

/**
 * Expected reach of the independent cascade, by enumeration of every set of live arcs (Kempe, Kleinberg
 * & Tardos 2003). The two arcs of an undirected edge share a coin where their chances agree, since only
 * one of them can ever matter. Time 2^coins: at most about 18 coins.
 */
export function exactCascade(
  network: Network,
  probability: (e: number, v: number) => number,
  seeds: readonly number[],
): number {
  const { offsets, targets } = network.out;
  const lots: Lot[] = [];
  for (let u = 0; u < network.size; u++) {
    for (let e = offsets[u]; e < offsets[u + 1]; e++) {
      const back = network.directed ? -1 : arcBetween(network, targets[e], u);
      const p = probability(e, targets[e]);
      const shared = back >= 0 && probability(back, u) === p;
      if (shared && back < e) continue;
      lots.push([
        { chance: p, arcs: shared ? [e, back] : [e] },
        { chance: 1 - p, arcs: [] },
      ]);
    }
  }
  return expectedReach(network, lots, seeds);
}

/**
 * Expected reach of the linear threshold model, by its live-edge form: each customer picks one arrow
 * that arrives, each with its weight, or none. Time is the product of in-degrees + 1.
 */
export function exactThreshold(
  network: Network,
  weight: (e: number, v: number) => number,
  seeds: readonly number[],
): number {
  const { offsets } = network.in;
  const lots = Array.from({ length: network.size }, (_, v): Lot => {
    const arcs = Array.from(network.arcOfIn.subarray(offsets[v], offsets[v + 1]));
    const picks = arcs.map((e) => ({ chance: weight(e, v), arcs: [e] }));
    return [...picks, { chance: 1 - picks.reduce((sum, { chance }) => sum + chance, 0), arcs: [] }];
  });
  return expectedReach(network, lots, seeds);
}

/** Reed–Frost: expected reach on the complete graph of n from one first customer, exact by the number newly joined. */
export function exactComplete(n: number, p: number): number {
  const known = new Map<string, number>();
  const still = (left: number, fresh: number): number => {
    if (left === 0 || fresh === 0) return 0;
    const key = `${left},${fresh}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const join = 1 - (1 - p) ** fresh;
    let sum = 0;
    for (let k = 1, ways = 1; k <= left; k++) {
      ways *= (left - k + 1) / k;
      sum += ways * join ** k * (1 - join) ** (left - k) * (k + still(left - k, k));
    }
    known.set(key, sum);
    return sum;
  };
  return 1 + still(n - 1, 1);
}

function expectedReach(network: Network, lots: readonly Lot[], seeds: readonly number[]): number {
  const live = new Uint8Array(network.arcs);
  const draw = (at: number, chance: number): number => {
    if (chance === 0) return 0;
    if (at === lots.length) return chance * reachable(network, live, seeds);
    return lots[at].reduce((sum, way) => {
      for (const e of way.arcs) live[e] = 1;
      const part = draw(at + 1, chance * way.chance);
      for (const e of way.arcs) live[e] = 0;
      return sum + part;
    }, 0);
  };
  return draw(0, 1);
}

/** Customers that the seeds reach over live arcs. */
function reachable({ out, size }: Network, live: Uint8Array, seeds: readonly number[]): number {
  const seen = new Uint8Array(size);
  const queue = [...new Set(seeds)];
  for (const i of queue) seen[i] = 1;
  for (const u of queue) {
    for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) {
      const v = out.targets[e];
      if (!live[e] || seen[v]) continue;
      seen[v] = 1;
      queue.push(v);
    }
  }
  return queue.length;
}

function arcBetween({ out }: Network, u: number, v: number): number {
  for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) if (out.targets[e] === v) return e;
  return -1;
}

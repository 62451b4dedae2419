import { type Network } from "../../core/index.ts";
import { projection } from "./projection.ts";

/** Number of triangles through each node of the projection, and in total. */
export interface Triangles {
  total: number;
  of: Float64Array;
}

/**
 * Counts every triangle once. Each tie points to the end with more contacts, so nobody points to many others. Time
 * is at most arcs^1.5, and nearly linear in real networks (Latapy 2008, TCS 407:458).
 */
export function triangles(network: Network): Triangles {
  const { order, offsets, targets } = towardHubs(network);
  const size = order.length;
  const through = new Float64Array(size);
  const mark = new Uint32Array(size).fill(size);
  let total = 0;
  for (let u = 0; u < size; u++) {
    const end = offsets[u + 1];
    for (let e = offsets[u]; e < end; e++) mark[targets[e]] = u;
    for (let e = offsets[u]; e < end; e++) {
      const v = targets[e];
      let closed = 0;
      for (let f = offsets[v]; f < offsets[v + 1]; f++) {
        const w = targets[f];
        if (mark[w] !== u) continue;
        closed++;
        through[w]++;
      }
      through[u] += closed;
      through[v] += closed;
      total += closed;
    }
  }
  const of = new Float64Array(size);
  for (let u = 0; u < size; u++) of[order[u]] = through[u];
  return { total, of };
}

/** The number of pairs of ties that `triangles` would check; time is linear in arcs. */
export function triangleWork(network: Network): number {
  const { offsets, targets } = projection(network).out;
  let work = 0;
  for (let i = 0; i < offsets.length - 1; i++) {
    const degree = offsets[i + 1] - offsets[i];
    let toward = 0; // ties to those with more contacts
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      const other = offsets[j + 1] - offsets[j];
      if (other > degree || (other === degree && j < i)) toward++;
    }
    work += toward * (degree - toward);
  }
  return work;
}

/** Nodes renumbered by falling degree, each with its ties to smaller numbers; `order` gives the old numbers. */
function towardHubs(network: Network): { order: Uint32Array; offsets: Uint32Array; targets: Uint32Array } {
  const { offsets, targets } = projection(network).out;
  const order = byFallingDegree(offsets);
  const size = order.length;
  const rank = new Uint32Array(size);
  for (let u = 0; u < size; u++) rank[order[u]] = u;
  const starts = new Uint32Array(size + 1);
  const kept = new Uint32Array(targets.length / 2);
  let at = 0;
  for (let u = 0; u < size; u++) {
    const i = order[u];
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const v = rank[targets[e]];
      if (v < u) kept[at++] = v;
    }
    starts[u + 1] = at;
  }
  return { order, offsets: starts, targets: kept };
}

/** Counting sort; equal degrees keep their order. */
function byFallingDegree(offsets: Uint32Array): Uint32Array {
  const size = offsets.length - 1;
  const places = new Uint32Array(size + 1); // a degree is below size
  for (let i = 0; i < size; i++) places[size - 1 - (offsets[i + 1] - offsets[i]) + 1]++;
  for (let k = 0; k < size; k++) places[k + 1] += places[k];
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[places[size - 1 - (offsets[i + 1] - offsets[i])]++] = i;
  return order;
}

export interface Clustering {
  /** 3 · triangles / pairs of ties that share a person; NaN if there are no such pairs. */
  transitivity: number;
  /** Mean of `of` over all nodes; NaN without nodes. */
  mean: number;
  /** Share of each node's pairs of contacts that are tied themselves; 0 with fewer than two contacts. */
  of: Float64Array;
  triangles: number;
}

/** How often two contacts of a person are tied (Watts & Strogatz 1998; Newman 2003), on the projection. */
export function clustering(network: Network): Clustering {
  const { offsets } = projection(network).out;
  const { total, of } = triangles(network);
  let pairs = 0;
  let sum = 0;
  for (let i = 0; i < of.length; i++) {
    const degree = offsets[i + 1] - offsets[i];
    if (degree < 2) continue;
    const own = (degree * (degree - 1)) / 2;
    pairs += own;
    of[i] /= own;
    sum += of[i];
  }
  return { transitivity: (3 * total) / pairs, mean: sum / of.length, of, triangles: total };
}

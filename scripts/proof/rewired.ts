import { childKey, type Network, sequence, streamKey } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";

/**
 * The undirected network with about this share of its ties rewired, everyone keeping as many contacts:
 * the ends of two random ties are swapped unless that makes a loop or a repeated tie (Maslov & Sneppen
 * 2002). Undirected networks only; time linear in ties.
 */
export function rewired({ size, edges, out }: Network, share: number, seed: string): Network {
  const sources = new Uint32Array(edges);
  const targets = new Uint32Array(edges);
  const present = new Set<number>();
  const name = (u: number, v: number): number => Math.min(u, v) * size + Math.max(u, v);
  let at = 0;
  for (let u = 0; u < size; u++) {
    for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) {
      const v = out.targets[e];
      if (v < u) continue;
      sources[at] = u;
      targets[at++] = v;
      present.add(name(u, v));
    }
  }
  const pick = sequence(childKey(streamKey(seed, "rewiring"), 0));
  for (let swap = 0; swap < (share * edges) / 2; swap++) {
    const a = pick.below(edges);
    const b = pick.below(edges);
    // Either tie may be read from either end.
    const [u, v, x, y] = pick.below(2) ? [sources[a], targets[a], sources[b], targets[b]] : [sources[a], targets[a], targets[b], sources[b]];
    if (u === y || x === v || present.has(name(u, y)) || present.has(name(x, v))) continue;
    present.delete(name(u, v));
    present.delete(name(x, y));
    present.add(name(u, y));
    present.add(name(x, v));
    [sources[a], targets[a], sources[b], targets[b]] = [u, y, x, v];
  }
  return fromEdges({ size, directed: false, sources, targets }).network;
}

import { network, type Network, type Rows, u32s } from "../../core/index.ts";

const made = new WeakMap<Network, Network>();

/**
 * The undirected simple network of a directed one: i and j are tied once if an arc runs in either direction,
 * without weights. An undirected network is its own projection. All figures of this folder that the literature
 * defines for undirected networks (degree, clustering, distance, assortativity, cores) are computed on it, as in
 * published tables. Made once per network; time is linear in arcs.
 */
export function projection(of: Network): Network {
  if (!of.directed) return of;
  let found = made.get(of);
  if (!found) {
    found = network({ directed: false, out: union(of.out, of.in), keys: of.keys });
    made.set(of, found);
  }
  return found;
}

/** Both rows of each node merged; each rises, so the union does too. */
function union(a: Rows, b: Rows): Rows {
  const size = a.offsets.length - 1;
  const offsets = u32s(size + 1);
  const merged = new Uint32Array(a.targets.length + b.targets.length);
  let at = 0;
  for (let i = 0; i < size; i++) {
    let x = a.offsets[i];
    let y = b.offsets[i];
    const xEnd = a.offsets[i + 1];
    const yEnd = b.offsets[i + 1];
    while (x < xEnd || y < yEnd) {
      const left = x < xEnd ? a.targets[x] : Infinity;
      const right = y < yEnd ? b.targets[y] : Infinity;
      merged[at++] = Math.min(left, right);
      if (left <= right) x++;
      if (right <= left) y++;
    }
    offsets[i + 1] = at;
  }
  const targets = u32s(at);
  targets.set(merged.subarray(0, at));
  return { offsets, targets, weights: null };
}

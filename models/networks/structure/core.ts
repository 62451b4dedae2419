import { type Network } from "../../core/index.ts";
import { projection } from "./projection.ts";

/**
 * The core number of each node: the largest k such that it belongs to a group in which everyone has at least k
 * contacts within the group. Computed on the projection; 0 for isolated nodes. Time is linear in arcs.
 * Source: Batagelj & Zaversnik 2003, arXiv:cs/0310049.
 */
export function coreNumbers(network: Network): Uint32Array {
  const { offsets, targets } = projection(network).out;
  const { size } = network;
  const core = new Uint32Array(size); // at first the degree among nodes not yet removed
  const starts = new Uint32Array(size + 1); // where nodes of degree k begin in `order`
  for (let i = 0; i < size; i++) {
    core[i] = offsets[i + 1] - offsets[i];
    starts[core[i] + 1]++;
  }
  for (let k = 0; k < size; k++) starts[k + 1] += starts[k];
  const order = new Uint32Array(size);
  const place = new Uint32Array(size);
  const next = starts.slice();
  for (let i = 0; i < size; i++) {
    place[i] = next[core[i]]++;
    order[place[i]] = i;
  }
  for (let at = 0; at < size; at++) {
    const i = order[at];
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      if (core[j] <= core[i]) continue;
      // One contact fewer: j changes places with the first of its degree, whose group then starts later.
      const first = starts[core[j]];
      const other = order[first];
      order[place[j]] = other;
      place[other] = place[j];
      order[first] = j;
      place[j] = first;
      starts[core[j]] = first + 1;
      core[j]--;
    }
  }
  return core;
}

/** The largest core number; 0 without ties. */
export function degeneracy(network: Network): number {
  let most = 0;
  for (const k of coreNumbers(network)) if (k > most) most = k;
  return most;
}

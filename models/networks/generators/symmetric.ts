import { type Network, network, type Rows, u32s } from "../../core/index.ts";

/**
 * The undirected network of edges that each stand once, in the row of their higher end, every row
 * rising: first come a node's own ties, then those of later rows in the order of these rows.
 * The second part is a counting sort by lower end, done in two passes: into 128 groups of
 * neighbouring nodes, then into place, so that memory is written near to where it was just written
 * (at a million nodes half the time of one pass). Time and memory linear in edges and nodes.
 */
export function symmetric({ offsets, targets }: Pick<Rows, "offsets" | "targets">): Network {
  const size = offsets.length - 1;
  const count = offsets[size];
  const lower = new Int32Array(count);
  const higher = new Int32Array(count);
  group(offsets, targets, Math.max(0, 25 - Math.clz32(size)), lower, higher);
  const next = new Int32Array(size);
  for (let e = 0; e < count; e++) next[lower[e]]++;
  const starts = u32s(size + 1);
  for (let i = 0; i < size; i++) {
    const later = starts[i] + offsets[i + 1] - offsets[i];
    starts[i + 1] = later + next[i];
    next[i] = later;
  }
  const both = u32s(2 * count);
  for (let i = 0; i < size; i++) {
    const end = offsets[i + 1];
    for (let e = offsets[i], at = starts[i]; e < end; e++) both[at++] = targets[e];
  }
  for (let e = 0; e < count; e++) {
    const j = lower[e];
    const at = next[j];
    next[j] = (at + 1) | 0;
    both[at] = higher[e];
  }
  return network({ directed: false, out: { offsets: starts, targets: both, weights: null } });
}

/** All edges by the group of their lower end, 2^bits nodes a group, in the order of rows within each. */
function group(offsets: Uint32Array, targets: Uint32Array, bits: number, lower: Int32Array, higher: Int32Array): void {
  const size = offsets.length - 1;
  const next = new Int32Array((size >>> bits) + 2);
  for (let e = 0; e < lower.length; e++) next[(targets[e] >>> bits) + 1]++;
  for (let b = 1; b < next.length; b++) next[b] += next[b - 1];
  for (let i = 0; i < size; i++) {
    const end = offsets[i + 1];
    for (let e = offsets[i]; e < end; e++) {
      const j = targets[e];
      const at = next[j >>> bits];
      next[j >>> bits] = (at + 1) | 0;
      lower[at] = j;
      higher[at] = i;
    }
  }
}

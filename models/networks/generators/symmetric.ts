import { grouped, type Network, network, type Rows, u32s } from "../../core/index.ts";

/**
 * The undirected network of edges that each stand once, in the row of their higher end, every row
 * rising: first come a node's own ties, then those of later rows in the order of these rows.
 * Time and memory linear in edges and nodes.
 */
export function symmetric(rows: Pick<Rows, "offsets" | "targets">): Network {
  const { offsets, targets } = rows;
  const size = offsets.length - 1;
  const { sources: higher, targets: lower } = grouped(rows);
  const next = new Int32Array(size);
  for (let e = 0; e < lower.length; e++) next[lower[e]]++;
  const starts = u32s(size + 1);
  for (let i = 0; i < size; i++) {
    const later = starts[i] + offsets[i + 1] - offsets[i];
    starts[i + 1] = later + next[i];
    next[i] = later;
  }
  const both = u32s(2 * lower.length);
  for (let i = 0; i < size; i++) {
    const end = offsets[i + 1];
    for (let e = offsets[i], at = starts[i]; e < end; e++) both[at++] = targets[e];
  }
  for (let e = 0; e < lower.length; e++) {
    const j = lower[e];
    const at = next[j];
    next[j] = (at + 1) | 0;
    both[at] = higher[e];
  }
  return network({ directed: false, out: { offsets: starts, targets: both, weights: null } });
}

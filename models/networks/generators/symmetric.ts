import { type Network, network, type Rows, u32s } from "../../core/index.ts";

/**
 * The undirected network of edges that each stand once, in the row of their higher end throughout
 * or of their lower end throughout, every row rising. One pass, no sorting: by the time row i is
 * reached, all neighbours from rows before it stand there, and those of later rows come after.
 */
export function symmetric({ offsets, targets }: Pick<Rows, "offsets" | "targets">): Network {
  const size = offsets.length - 1;
  const count = offsets[size];
  const starts = u32s(size + 1);
  for (let i = 0; i < size; i++) starts[i + 1] = offsets[i + 1] - offsets[i];
  for (let e = 0; e < count; e++) starts[targets[e] + 1]++;
  for (let i = 0; i < size; i++) starts[i + 1] += starts[i];
  const both = u32s(2 * count);
  const next = starts.slice(0, size);
  for (let i = 0; i < size; i++) {
    const end = offsets[i + 1];
    let at = next[i];
    for (let e = offsets[i]; e < end; e++) {
      const j = targets[e];
      both[at++] = j;
      both[next[j]++] = i;
    }
    next[i] = at;
  }
  return network({ directed: false, out: { offsets: starts, targets: both, weights: null } });
}

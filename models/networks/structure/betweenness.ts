import { childKey, distinct, type Network, type Rows, sequence, streamKey } from "../../core/index.ts";

export interface BetweennessOptions {
  /** Names the sample of sources. */
  seed?: string | number;
  /**
   * Number of sources. Shortest paths are followed from every node in networks up to this size, and from this many
   * random nodes in larger ones.
   */
  sources?: number;
}

export interface Betweenness {
  /**
   * For each node, the number of pairs of others whose shortest paths pass through it, split if there are several;
   * ordered pairs if directed.
   */
  of: Float64Array;
  /** Standard error of each; 0 if exact. */
  stderr: Float64Array;
  sources: number;
  /** True if paths from every node were followed. */
  exact: boolean;
}

/**
 * Betweenness: how often people lie between others, along arcs and regardless of weights (Brandes 2001, J. Math.
 * Sociol. 25:163). Above `sources` nodes (10,000) it is estimated from that many random nodes (Brandes & Pich
 * 2007). Each source takes time linear in arcs.
 */
export function betweenness(
  network: Network,
  { seed = 1, sources: wanted = 10_000 }: BetweennessOptions = {},
): Betweenness {
  const { size, directed, nodes, out } = network;
  const exact = size <= wanted;
  const drawn = exact ? nodes : distinct(wanted, size, sequence(childKey(streamKey(seed, "structure/betweenness"), 0)));
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  const room: Room = {
    distance: new Int32Array(size).fill(-1),
    paths: new Float64Array(size),
    share: new Float64Array(size),
    order: new Uint32Array(size),
  };
  for (const source of drawn) addPathsFrom(out, source, room, sum, squares);
  const count = drawn.length;
  const scale = size / count / (directed ? 1 : 2);
  const stderr = new Float64Array(size);
  if (!exact) {
    const left = 1 - count / size;
    for (let i = 0; i < size; i++) {
      const variance = Math.max(0, squares[i] - (sum[i] * sum[i]) / count) / (count - 1);
      stderr[i] = scale * Math.sqrt(left * count * variance);
    }
  }
  return { of: sum.map((own) => own * scale), stderr, sources: count, exact };
}

interface Room {
  distance: Int32Array;
  /** Number of shortest paths from the source. */
  paths: Float64Array;
  /** Pairs (source, anybody) whose paths run through a node. */
  share: Float64Array;
  order: Uint32Array;
}

function addPathsFrom(
  { offsets, targets }: Rows,
  source: number,
  room: Room,
  sum: Float64Array,
  squares: Float64Array,
): void {
  const { distance, paths, share, order } = room;
  let end = 0;
  order[end++] = source;
  distance[source] = 0;
  paths[source] = 1;
  for (let at = 0; at < end; at++) {
    const i = order[at];
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      if (distance[j] < 0) {
        distance[j] = distance[i] + 1;
        order[end++] = j;
      }
      if (distance[j] === distance[i] + 1) paths[j] += paths[i];
    }
  }
  for (let at = end - 1; at >= 0; at--) {
    const i = order[at];
    let own = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      const j = targets[e];
      if (distance[j] === distance[i] + 1) own += (paths[i] / paths[j]) * (1 + share[j]);
    }
    share[i] = own;
    if (i === source) continue;
    sum[i] += own;
    squares[i] += own * own;
  }
  for (let at = 0; at < end; at++) {
    const i = order[at];
    distance[i] = -1;
    paths[i] = share[i] = 0;
  }
}

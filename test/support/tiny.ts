import fc from "fast-check";
import { network, type Network } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";
import { anyShare } from "./spread.ts";

export type Edge = readonly [from: number, to: number, weight?: number];

/** A network small enough to be worked by hand; nodes are named 0, 1, 2, … */
export function tiny(size: number, edges: readonly Edge[], directed = false): Network {
  const weighted = edges.some(([, , weight]) => weight !== undefined);
  return fromEdges({
    size,
    directed,
    sources: Uint32Array.from(edges, ([from]) => from),
    targets: Uint32Array.from(edges, ([, to]) => to),
    weights: weighted ? Float64Array.from(edges, ([, , weight = 1]) => weight) : null,
  }).network;
}

export const path4 = tiny(4, [
  [0, 1],
  [1, 2],
  [2, 3],
]);
export const star5 = tiny(5, [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
]);
export const cycle5 = tiny(5, [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 0],
]);
export const complete = (n: number): Network =>
  tiny(n, Array.from({ length: n }, (_, i) => Array.from({ length: i }, (_, j): Edge => [i, j])).flat());
export const grid3 = tiny(9, [
  [0, 1],
  [1, 2],
  [3, 4],
  [4, 5],
  [6, 7],
  [7, 8],
  [0, 3],
  [3, 6],
  [1, 4],
  [4, 7],
  [2, 5],
  [5, 8],
]);
/** A → 0…5, B → 6…11, C → 0…3 and 6…9; A, B, C are nodes 12, 13, 14. */
export const greedyTrap = tiny(
  15,
  [
    ...[0, 1, 2, 3, 4, 5].map((v): Edge => [12, v]),
    ...[6, 7, 8, 9, 10, 11].map((v): Edge => [13, v]),
    ...[0, 1, 2, 3, 6, 7, 8, 9].map((v): Edge => [14, v]),
  ],
  true,
);

/** Any network of up to 14 customers: directed or not, with self-loops, repeats and weights on [0, 1] or none. */
export const anyNetwork = fc
  .record({
    size: fc.integer({ min: 1, max: 14 }),
    ends: fc.array(fc.tuple(fc.nat(13), fc.nat(13), anyShare), { maxLength: 50 }),
    directed: fc.boolean(),
    weighted: fc.boolean(),
  })
  .map(({ size, ends, directed, weighted }) =>
    tiny(
      size,
      ends.map(([u, v, w]): Edge => (weighted ? [u % size, v % size, w] : [u % size, v % size])),
      directed,
    ),
  );

/** The same ties as arcs with weights that add up to at most 1 into each node; the network itself where it has none. */
export function lighter(network: Network): Network {
  const { offsets, targets, weights } = network.out;
  if (!weights) return network;
  const edges: Edge[] = [];
  for (const u of network.nodes) {
    for (let e = offsets[u]; e < offsets[u + 1]; e++)
      edges.push([u, targets[e], weights[e] / network.in.degree(targets[e])]);
  }
  return tiny(network.size, edges, true);
}

/** The network with a number attribute `threshold`. */
export const withThresholds = ({ directed, out, in: half }: Network, values: readonly number[]): Network =>
  network({
    directed,
    out,
    in: half,
    attributes: { threshold: { kind: "number", values: Float64Array.from(values) } },
  });

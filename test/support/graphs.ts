import fc from "fast-check";
import { type Network } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";

export type Pair = readonly [number, number];

/** A network of `size` nodes from pairs of nodes; loops and repeats are left out. */
export function graph(size: number, pairs: readonly Pair[], directed = false): Network {
  const sources = Uint32Array.from(pairs, ([source]) => source);
  const targets = Uint32Array.from(pairs, ([, target]) => target);
  return fromEdges({ size, directed, sources, targets }).network;
}

/** The path 0–1–…; as a directed network its arcs run upward. */
export const path = (size: number, directed = false): Network =>
  graph(
    size,
    Array.from({ length: Math.max(0, size - 1) }, (_, i): Pair => [i, i + 1]),
    directed,
  );

/** A circle of nodes, each tied to the `degree` nearest ones. */
export function ring(size: number, degree: number): Network {
  const pairs: Pair[] = [];
  for (let i = 0; i < size; i++) for (let step = 1; step <= degree / 2; step++) pairs.push([i, (i + step) % size]);
  return graph(size, pairs);
}

/** Everybody tied to everybody. */
export function complete(size: number): Network {
  const pairs: Pair[] = [];
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) pairs.push([i, j]);
  return graph(size, pairs);
}

/** Node 0 tied to all others. */
export const star = (size: number): Network =>
  graph(
    size,
    Array.from({ length: size - 1 }, (_, i): Pair => [0, i + 1]),
  );

/** Small graphs of every density, with isolated nodes and several parts, as a size and pairs. */
export const smallGraphs: fc.Arbitrary<{ size: number; pairs: Pair[]; directed: boolean }> = fc
  .record({ size: fc.integer({ min: 1, max: 12 }), directed: fc.boolean(), density: fc.constantFrom(0.1, 0.3, 0.7) })
  .chain(({ size, directed, density }) =>
    fc.record({
      size: fc.constant(size),
      directed: fc.constant(directed),
      pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: Math.ceil(density * size * size) }),
    }),
  );

/** Whether i is tied to j, as a table; either direction counts with `undirected`. */
export function table(network: Network, undirected = true): boolean[][] {
  const tied = Array.from({ length: network.size }, () => new Array<boolean>(network.size).fill(false));
  for (const i of network.nodes) {
    for (let e = network.out.offsets[i]; e < network.out.offsets[i + 1]; e++) {
      tied[i][network.out.targets[e]] = true;
      if (undirected) tied[network.out.targets[e]][i] = true;
    }
  }
  return tied;
}

/** Steps between all pairs (Floyd & Warshall); Infinity where there is no way. */
export function allDistances(tied: readonly (readonly boolean[])[]): number[][] {
  const steps = tied.map((row, i) => row.map((is, j) => (i === j ? 0 : is ? 1 : Infinity)));
  for (let k = 0; k < steps.length; k++) {
    for (const row of steps) for (let j = 0; j < steps.length; j++) row[j] = Math.min(row[j], row[k] + steps[k][j]);
  }
  return steps;
}

/** The same network with node i called order[i]. */
export function relabelled(network: Network, order: readonly number[]): Network {
  const pairs: Pair[] = [];
  for (const i of network.nodes) {
    for (let e = network.out.offsets[i]; e < network.out.offsets[i + 1]; e++)
      pairs.push([order[i], order[network.out.targets[e]]]);
  }
  return graph(network.size, pairs, network.directed);
}

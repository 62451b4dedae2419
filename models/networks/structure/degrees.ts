import { type Half, type Network } from "../../core/index.ts";
import { projection } from "./projection.ts";

/**
 * The number of neighbours of each node in one half: in `network.in` those who influence it, in `network.out` those
 * it influences.
 */
export function degrees({ offsets }: Half): Uint32Array {
  const result = new Uint32Array(offsets.length - 1);
  for (let i = 0; i < result.length; i++) result[i] = offsets[i + 1] - offsets[i];
  return result;
}

/** The number of nodes with 0, 1, 2, … neighbours, up to the largest degree; empty without nodes. */
export function degreeCounts(half: Half): Uint32Array {
  const found = degrees(half);
  const counts = new Uint32Array(found.length > 0 ? max(found) + 1 : 0);
  for (const degree of found) counts[degree]++;
  return counts;
}

function max(values: Uint32Array): number {
  let result = 0;
  for (const value of values) if (value > result) result = value;
  return result;
}

export interface DegreeMoments {
  /** Mean number of contacts, 2·edges / nodes of the projection. */
  mean: number;
  /** ⟨k²⟩. */
  meanSquare: number;
  /** ⟨k²⟩ / ⟨k⟩: mean number of contacts of the person at the end of a random tie. */
  ofNeighbour: number;
  max: number;
}

/**
 * Moments of the number of contacts on the undirected projection: in a directed network, people linked in either
 * direction are contacts. All NaN without nodes (`max` 0); `ofNeighbour` is NaN without ties.
 */
export function degreeMoments(network: Network): DegreeMoments {
  const found = degrees(projection(network).out);
  let sum = 0;
  let squares = 0;
  for (const degree of found) {
    sum += degree;
    squares += degree * degree;
  }
  return { mean: sum / found.length, meanSquare: squares / found.length, ofNeighbour: squares / sum, max: max(found) };
}

/**
 * Share of people with contacts who have strictly fewer contacts than their contacts have on average, on the
 * projection (Feld 1991, AJS 96:1464). NaN if nobody has contacts.
 */
export function friendshipParadox(network: Network): number {
  const { offsets, targets } = projection(network).out;
  let people = 0;
  let fewer = 0;
  for (let i = 0; i < offsets.length - 1; i++) {
    const degree = offsets[i + 1] - offsets[i];
    if (degree === 0) continue;
    people++;
    let sum = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) sum += offsets[targets[e] + 1] - offsets[targets[e]];
    if (degree * degree < sum) fewer++; // degree < sum / degree, in whole numbers
  }
  return fewer / people;
}

/** Share of arcs whose reverse also exists; 1 in undirected networks, NaN without arcs. */
export function reciprocity(network: Network): number {
  if (network.arcs === 0) return NaN;
  return (2 * network.arcs - projection(network).arcs) / network.arcs;
}

import { childKey, distinct, type Network, type Rows, sequence, streamKey } from "../../core/index.ts";
import { distancesFrom, sweep } from "./breadth-first.ts";
import { breadthFirst, type Components, weakComponents } from "./components.ts";
import { diameterOf } from "./diameter.ts";
import { projection } from "./projection.ts";

export interface DistanceOptions {
  /** Names the sample; the same seed gives the same figures. */
  seed?: string | number;
  /** Searches from every node if nodes · arcs is below this, and from a sample otherwise. */
  budget?: number;
  /** Number of sampled sources: by default 256, 128 above ten million arcs, and 64 above a hundred million. */
  sources?: number;
}

export interface Distances {
  /** Mean number of steps between two different people who can reach each other; NaN if there are none. */
  mean: number;
  /** Standard error of `mean`; 0 if every node was searched from. */
  stderr: number;
  /**
   * The largest distance within the largest component: in a tie, within the widest one or, if estimated, the first.
   * 0 for a single node, NaN without nodes.
   */
  diameter: number;
  /** Limits that certainly contain the diameter, both inclusive; equal if it is exact. */
  diameterLimits: readonly [low: number, high: number];
  /** Number of nodes searched from for the mean; isolated nodes need no search. */
  sources: number;
  /** True if every node was searched from. */
  exact: boolean;
}

/**
 * Distances on the undirected projection. Exact for small networks. Otherwise the mean is estimated from sources
 * drawn without replacement, as the ratio of all steps to all pairs found (standard error by linearization, Cochran
 * 1977, ch. 6), and the diameter is found as described in `diameterOf`.
 */
export function distances(network: Network, options: DistanceOptions = {}): Distances {
  const { size, arcs, out } = projection(network);
  const { seed = 1, budget = 1e10, sources: wanted = arcs > 1e8 ? 64 : arcs > 1e7 ? 128 : 256 } = options;
  if (size === 0) return { mean: NaN, stderr: NaN, diameter: NaN, diameterLimits: [NaN, NaN], sources: 0, exact: true };
  const components = weakComponents(network);
  const tied = network.nodes.filter((i) => out.degree(i) > 0); // the isolated reach nobody
  if (tied.length * arcs <= budget || tied.length <= wanted) return everySource(out, components);
  const sample = distinct(wanted, tied.length, sequence(childKey(streamKey(seed, "structure/distances"), 0))).map(
    (at) => tied[at],
  );
  const { reached, total } = sweep(out, sample);
  const limits = diameterOf(out, components);
  return {
    ...ratio(total, reached, tied.length),
    diameter: limits[0],
    diameterLimits: limits,
    sources: wanted,
    exact: false,
  };
}

function everySource(rows: Rows, { of, sizes, largest }: Components): Distances {
  // Neighbours in one search share its work.
  const tied = breadthFirst(rows).order.filter((i) => rows.offsets[i + 1] > rows.offsets[i]);
  const { reached, total, farthest } = sweep(rows, tied);
  let diameter = 0;
  tied.forEach((i, s) => {
    if (sizes[of[i]] === largest && farthest[s] > diameter) diameter = farthest[s];
  });
  const { mean } = ratio(total, reached, tied.length);
  return {
    mean,
    stderr: tied.length > 0 ? 0 : NaN,
    diameter,
    diameterLimits: [diameter, diameter],
    sources: tied.length,
    exact: true,
  };
}

/** Σ total / Σ reached over a sample of `reached.length` out of `size`, with its standard error. */
function ratio(total: Float64Array, reached: Float64Array, size: number): { mean: number; stderr: number } {
  const count = total.length;
  let steps = 0;
  let pairs = 0;
  for (let s = 0; s < count; s++) {
    steps += total[s];
    pairs += reached[s];
  }
  const mean = steps / pairs;
  let squares = 0;
  for (let s = 0; s < count; s++) squares += (total[s] - mean * reached[s]) ** 2;
  const left = 1 - count / size; // there is no uncertainty once everyone is in the sample
  return { mean, stderr: Math.sqrt((left * squares * count) / (count - 1)) / pairs };
}

/** The number of steps along arcs from one node to every other; −1 if unreachable. Time is linear in arcs. */
export function stepsFrom(network: Network, source: number): Int32Array {
  return distancesFrom(network.out, source).distance;
}

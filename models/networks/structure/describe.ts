import { type Network } from "../../core/index.ts";
import { assortativity } from "./assortativity.ts";
import { strongComponents, weakComponents } from "./components.ts";
import { degeneracy } from "./core.ts";
import { degreeMoments, friendshipParadox, reciprocity } from "./degrees.ts";
import { type DistanceOptions, distances } from "./distances.ts";
import { clustering, triangleWork } from "./triangles.ts";
import { sampledClustering } from "./wedges.ts";

/**
 * The result of `network info`. Counts are those of the network as it is. Figures from `meanDegree` on are those of
 * its undirected simple projection, except those about direction. Undefined figures are NaN (null in JSON).
 */
export interface Structure {
  nodes: number;
  /** Number of ties, or of arcs if directed. */
  edges: number;
  directed: boolean;
  weighted: boolean;
  /** 2·ties / nodes. */
  meanDegree: number;
  meanSquareDegree: number;
  maxDegree: number;
  /** Share of people with fewer contacts than their contacts have on average. */
  friendshipParadox: number;
  /** Number of parts connected regardless of direction. */
  components: number;
  /** Number of nodes in the largest component. */
  largestComponent: number;
  /** Number of parts in which everyone can reach everyone along arcs. */
  strongComponents: number;
  largestStrongComponent: number;
  /** Share of arcs whose reverse also exists; 1 if undirected. */
  reciprocity: number;
  triangles: number;
  transitivity: number;
  /** Nodes with fewer than two contacts count 0. */
  meanClustering: number;
  assortativity: number;
  /** The largest k with a non-empty k-core. */
  degeneracy: number;
  /** Mean number of steps between two people who can reach each other. */
  meanDistance: number;
  /** Diameter of the largest component; a lower limit if estimated. */
  diameter: number;
  /** Names of the fields above that are estimates. */
  estimated: string[];
  /** Standard errors of the estimated means. */
  errors: Record<string, number>;
  /** Limits, both inclusive, that certainly contain an estimated extreme. */
  limits: Record<string, readonly [low: number, high: number]>;
}

export interface DescribeOptions extends DistanceOptions {
  /** Counts triangles if at most this many pairs of ties must be checked, and samples otherwise. */
  triangleBudget?: number;
}

/**
 * Counts and structure of a network. Exact if that takes seconds; otherwise distances and clustering are sampled
 * with `seed`, and `estimated` lists them. Time is linear in arcs once sampled.
 * @example
 * ```ts
 * import { describe, generate } from "ovation/networks";
 * const { edges, meanDegree, diameter } = describe(generate("karate", 1));
 * console.log(edges, meanDegree, diameter); // 78 4.588235294117647 5
 * ```
 */
export function describe(network: Network, options: DescribeOptions = {}): Structure {
  const degree = degreeMoments(network);
  const weak = weakComponents(network);
  const strong = strongComponents(network);
  const estimated: string[] = [];
  const errors: Structure["errors"] = {};
  const limits: Structure["limits"] = {};
  const closed = closure(network, options, (name, stderr) => {
    estimated.push(name);
    errors[name] = stderr;
  });
  const steps = distances(network, options);
  if (!steps.exact) {
    estimated.push("meanDistance");
    errors.meanDistance = steps.stderr;
  }
  if (steps.diameterLimits[0] < steps.diameterLimits[1]) {
    estimated.push("diameter");
    limits.diameter = steps.diameterLimits;
  }
  return {
    nodes: network.size,
    edges: network.edges,
    directed: network.directed,
    weighted: network.out.weights !== null,
    meanDegree: degree.mean,
    meanSquareDegree: degree.meanSquare,
    maxDegree: degree.max,
    friendshipParadox: friendshipParadox(network),
    components: weak.count,
    largestComponent: weak.largest,
    strongComponents: strong.count,
    largestStrongComponent: strong.largest,
    reciprocity: reciprocity(network),
    triangles: closed.triangles,
    transitivity: closed.transitivity,
    meanClustering: closed.meanClustering,
    assortativity: assortativity(network),
    degeneracy: degeneracy(network),
    meanDistance: steps.mean,
    diameter: steps.diameter,
    estimated,
    errors,
    limits,
  };
}

type Closure = Pick<Structure, "triangles" | "transitivity" | "meanClustering">;

/** Clustering, counted or sampled, with a note for each sampled figure. */
function closure(
  network: Network,
  { seed, triangleBudget = 5e9 }: DescribeOptions,
  tell: (name: string, stderr: number) => void,
): Closure {
  if (triangleWork(network) <= triangleBudget) {
    const { triangles, transitivity, mean } = clustering(network);
    return { triangles, transitivity, meanClustering: mean };
  }
  const { triangles, transitivity, mean } = sampledClustering(network, seed);
  for (const [name, { stderr }] of Object.entries({ triangles, transitivity, meanClustering: mean }))
    tell(name, stderr);
  return { triangles: triangles.value, transitivity: transitivity.value, meanClustering: mean.value };
}

import { type Network } from "../../core/index.ts";
import { assortativity } from "./assortativity.ts";
import { strongComponents, weakComponents } from "./components.ts";
import { degeneracy } from "./core.ts";
import { degreeMoments, friendshipParadox, reciprocity } from "./degrees.ts";
import { type DistanceOptions, distances } from "./distances.ts";
import { clustering, triangleWork } from "./triangles.ts";
import { sampledClustering } from "./wedges.ts";

/**
 * What `network info` tells of a network. Counts are of the network as it is; the figures from
 * `meanDegree` on are those of its undirected simple projection, except where they speak of
 * direction. What is not defined is NaN (null in JSON).
 */
export interface Structure {
  nodes: number;
  /** Ties; arcs where directed. */
  edges: number;
  directed: boolean;
  weighted: boolean;
  /** 2·ties / nodes. */
  meanDegree: number;
  meanSquareDegree: number;
  maxDegree: number;
  /** Share of people with fewer friends than their friends have on average. */
  friendshipParadox: number;
  /** Parts tied together whatever the direction. */
  components: number;
  /** Nodes in the largest of them. */
  largestComponent: number;
  /** Parts in which everyone can reach everyone along arcs. */
  strongComponents: number;
  largestStrongComponent: number;
  /** Share of arcs that are answered; 1 where undirected. */
  reciprocity: number;
  triangles: number;
  transitivity: number;
  /** Nodes with fewer than two contacts count 0. */
  meanClustering: number;
  assortativity: number;
  /** The largest k with a non-empty k-core. */
  degeneracy: number;
  /** Steps between two people who can reach each other. */
  meanDistance: number;
  /** Of the largest component; at least this much where it is estimated. */
  diameter: number;
  /** Names of the fields above that are estimates. */
  estimated: string[];
  /** Standard errors of the estimated means. */
  errors: Record<string, number>;
  /** Limits, both inclusive, that surely hold an estimated extreme. */
  limits: Record<string, readonly [low: number, high: number]>;
}

export interface DescribeOptions extends DistanceOptions {
  /** Count triangles while no more pairs of ties than this need a look; sample above. */
  triangleBudget?: number;
}

/**
 * Counts and structure of a network. Exact where that takes seconds; else distances and clustering
 * are sampled under `seed` and `estimated` says so. Time linear in arcs once sampled.
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

/** Clustering counted, or sampled with a word about each figure. */
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

import metrics from "graphology-metrics";
import { type Network } from "../../core/index.ts";
import { smallGraph } from "./small-graph.ts";

/**
 * Closeness of each node: the number of nodes that can reach it along arcs divided by the sum of their distances,
 * times their share of all others (Wasserman & Faust 1994, p. 201). From 0 to 1; 0 if nobody can reach it. Uses
 * graphology-metrics; time is nodes · arcs. Throws `RangeError` above a million edges, and if nodes · arcs exceeds
 * ten billion, which would take many minutes.
 */
export function closeness(network: Network): Float64Array {
  const work = network.size * network.arcs;
  if (work > 1e10) throw new RangeError(`closeness: nodes · arcs must be at most 10000000000, got ${work}`);
  if (network.size === 0) return new Float64Array(0);
  return byNode(network, metrics.centrality.closeness(smallGraph(network, "closeness"), { wassermanFaust: true }));
}

/**
 * Eigenvector centrality: a node is central if those with arcs to it are. The leading eigenvector, of length 1
 * (Bonacich 1987, AJS 92:1170). Uses graphology-metrics; NaN without nodes or arcs. Throws `RangeError` above a
 * million edges, and if the iteration does not converge, as in directed networks without cycles.
 */
export function eigenvector(network: Network): Float64Array {
  if (network.arcs === 0) return new Float64Array(network.size).fill(NaN);
  const graph = smallGraph(network, "eigenvector");
  const rounds = 10_000;
  try {
    // The library allows this error for each node; we allow it for all together.
    const tolerance = 1e-9 / network.size;
    return byNode(
      network,
      metrics.centrality.eigenvector(graph, { getEdgeWeight: null, maxIterations: rounds, tolerance }),
    );
  } catch (error) {
    throw new RangeError(
      `eigenvector: the iteration must converge within ${rounds} rounds, but does not on this network`,
      {
        cause: error,
      },
    );
  }
}

function byNode({ nodes, keys }: Network, values: Record<string, number>): Float64Array {
  return Float64Array.from(nodes, (i) => values[keys.key(i)]);
}

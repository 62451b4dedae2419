import graphologyLouvain from "graphology-communities-louvain";
import { childKey, type Network, sequence, streamKey } from "../../core/index.ts";
import { numbered } from "./components.ts";
import { louvain, modularity } from "./louvain.ts";
import { projection } from "./projection.ts";
import { MOST_EDGES, smallGraph } from "./small-graph.ts";

export interface CommunityOptions {
  /** Seed of the order in which nodes are checked; the same seed gives the same communities. */
  seed?: string | number;
  /** Above 1 for more and smaller communities, below 1 for fewer and larger ones. */
  resolution?: number;
  /** True if ties count by their weight. */
  weighted?: boolean;
}

export interface Communities {
  count: number;
  /** The community of each node; communities are numbered in the order of their first nodes. */
  of: Uint32Array;
  /** Share of ties inside communities beyond what degrees alone predict; NaN without ties. */
  modularity: number;
}

/**
 * Groups with more ties inside than degrees alone predict, by the Louvain method (Blondel et al. 2008, J. Stat.
 * Mech. P10008), with directed modularity if directed. A good division, not necessarily the best one. Without ties
 * everyone is alone. Above a million edges this project's own Louvain method is used; for directed networks it runs
 * on the undirected projection without weights.
 */
export function communities(network: Network, options: CommunityOptions = {}): Communities {
  const { seed = 1, resolution = 1, weighted = false } = options;
  if (network.arcs === 0) return { count: network.size, of: Uint32Array.from(network.nodes), modularity: NaN };
  const chance = sequence(childKey(streamKey(seed, "structure/communities"), 0));
  if (network.edges > MOST_EDGES) {
    const { offsets, targets, weights } = projection(network).out;
    const rows = { offsets, targets, weights: weighted ? weights : null };
    const of = louvain(rows, chance, resolution);
    return {
      count: of.reduce((most, g) => Math.max(most, g + 1), 0),
      of,
      modularity: modularity(rows, of, resolution),
    };
  }
  const found = graphologyLouvain.detailed(smallGraph(network, "communities"), {
    getEdgeWeight: weighted ? "weight" : null,
    resolution,
    rng: () => chance.uniform(),
  });
  const of = network.nodes.map((i) => found.communities[network.keys.key(i)]);
  return { count: found.count, of: numbered(of, found.count), modularity: found.modularity };
}

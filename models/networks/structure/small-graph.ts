import { type AbstractGraph as Graph } from "graphology-types";
import { type Network } from "../../core/index.ts";
import { toGraph } from "../graphology.ts";

/** Above this many edges a graphology graph takes too much memory and time. */
export const MOST_EDGES = 1_000_000;

/**
 * The network as a graphology graph, for a library that requires one; simple, because every frozen network is.
 * Throws `RangeError` above a million edges, which would take about 340 MB.
 */
export function smallGraph(network: Network, who: string): Graph {
  if (network.edges > MOST_EDGES) {
    throw new RangeError(`${who}: a network must have at most ${MOST_EDGES} edges, got ${network.edges}`);
  }
  return toGraph(network);
}

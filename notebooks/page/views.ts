/** Pictures of networks and cascades for pages. */
export { adjacencyView } from "../views/adjacency.ts";
export { cascadeTree } from "../views/cascade-tree.ts";
export { networkDownloads } from "../views/network-downloads.ts";
export { networkView } from "../views/network.ts";
export { player } from "../views/player.ts";
export { positionsInWorker } from "../views/positions-worker.ts";

import { type Network } from "../../models/core/index.ts";
import { communities } from "../../models/networks/structure/communities.ts";
import { degrees } from "../../models/networks/structure/degrees.ts";
import { projection } from "../../models/networks/structure/projection.ts";

/** In what order people stand along both sides of a matrix. */
export const ORDERS = ["community", "degree", "key"] as const;
export type Order = (typeof ORDERS)[number];

/** Nodes in order, and where blocks of them begin that belong together: one block but for communities. */
export interface Ordered {
  nodes: readonly number[];
  starts: readonly number[];
}

/**
 * By community, the largest first and within each those with the most contacts first; by the number of
 * contacts; or by key, numbers in keys as numbers. Equals go by node, equal communities by their first.
 */
export function orderedNodes(network: Network, by: Order): Ordered {
  const all = Array.from(network.nodes);
  if (by === "key") {
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    return { nodes: all.sort((a, b) => compare(network.keys.key(a), network.keys.key(b)) || a - b), starts: [0] };
  }
  const contacts = degrees(projection(network).out);
  const byContacts = (a: number, b: number): number => contacts[b] - contacts[a] || a - b;
  if (by === "degree") return { nodes: all.sort(byContacts), starts: [0] };
  const { of, count } = communities(network);
  const groups = Array.from({ length: count }, (): number[] => []);
  for (const i of all) groups[of[i]].push(i);
  groups.sort((a, b) => b.length - a.length || a[0] - b[0]);
  let start = 0;
  const starts = groups.map(({ length }) => (start += length) - length);
  return { nodes: groups.flatMap((group) => group.sort(byContacts)), starts };
}

/** The arc from i to j, or −1; time grows with the logarithm of i's arcs. */
export function arcBetween({ out: { offsets, targets } }: Network, i: number, j: number): number {
  let [low, high] = [offsets[i], offsets[i + 1]];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (targets[middle] < j) low = middle + 1;
    else high = middle;
  }
  return low < offsets[i + 1] && targets[low] === j ? low : -1;
}

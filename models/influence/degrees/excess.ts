import { type Network } from "../../core/index.ts";
import { ringFinder } from "./rings.ts";

/**
 * The number of ordered pairs at one distance, of those whose alter has the trait, and of those in which both have
 * it.
 */
export interface PairCount {
  pairs: number;
  alters: number;
  both: number;
}

/**
 * Counts pairs at one distance in the direction of influence, for a column of 0 and 1. Visits everyone; time is
 * linear in the arcs visited.
 */
export function pairsAt({ in: rows, nodes }: Network, has: ArrayLike<number>, distance: number): PairCount {
  const ringsOf = ringFinder(rows, distance);
  const count = { pairs: 0, alters: 0, both: 0 };
  for (const ego of nodes) {
    const { order, ends } = ringsOf(ego);
    let carriers = 0;
    for (let k = ends[distance - 1]; k < ends[distance]; k++) carriers += has[order[k]];
    count.pairs += ends[distance] - ends[distance - 1];
    count.alters += carriers;
    count.both += has[ego] * carriers;
  }
  return count;
}

/**
 * The excess of Christakis & Fowler at one distance, without shuffles: the share of egos with the trait among pairs
 * whose alter has it, divided by (n1 − 1)/(n − 1), minus 1. NaN without such pairs or with a single carrier.
 */
export function excessAt(network: Network, has: ArrayLike<number>, distance: number): number {
  const { alters, both } = pairsAt(network, has, distance);
  let carriers = 0;
  for (let i = 0; i < network.size; i++) carriers += has[i];
  return both / alters / ((carriers - 1) / (network.size - 1)) - 1;
}

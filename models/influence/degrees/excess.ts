import { type Network } from "../../core/index.ts";
import { ringFinder } from "./rings.ts";

/** Ordered pairs at one distance, of them those whose alter has the trait, and those where both have it. */
export interface PairCount {
  pairs: number;
  alters: number;
  both: number;
}

/**
 * Counts pairs at one distance along influence, for a column of 0 and 1. Looks at everybody: time linear in the arcs
 * met.
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
 * The excess of Christakis & Fowler at one distance without shuffles: the share of egos with the trait
 * among pairs whose alter has it, over (n1 − 1)/(n − 1), less 1. NaN without such pairs or with a single carrier.
 */
export function excessAt(network: Network, has: ArrayLike<number>, distance: number): number {
  const { alters, both } = pairsAt(network, has, distance);
  let carriers = 0;
  for (let i = 0; i < network.size; i++) carriers += has[i];
  return both / alters / ((carriers - 1) / (network.size - 1)) - 1;
}

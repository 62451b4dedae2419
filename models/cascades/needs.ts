import { type Attribute, type Network } from "../core/index.ts";

/** How a threshold is given: one for all, or each customer's own. */
export interface Thresholds {
  threshold: number;
  thresholds: string;
}

/**
 * The least number of `degree` neighbours whose share is at least `share`; at least 1, so that nobody
 * joins alone. Compares the quotient, which is rounded once, with the share as typed: 1 of 5 meets .2
 * and 7 of 100 meet .07, where the product .07·100 would ask for 8. Infinity without neighbours.
 */
export function leastCount(share: number, degree: number): number {
  if (degree === 0) return Infinity;
  let count = Math.max(1, Math.ceil(share * degree));
  while (count > 1 && (count - 1) / degree >= share) count--;
  while (count / degree < share) count++;
  return count;
}

/** More neighbours than anyone has. */
const NEVER = 2 ** 31 - 1;

/** How many in-neighbours each customer needs where thresholds are shares. */
export const needsByShare = keptByNetwork((network, share) => (i) => leastCount(share(i), network.in.degree(i)));

/** How many in-neighbours each customer needs where thresholds are counts. */
export const needsByCount = keptByNetwork((_, count) => count);

/**
 * Makes a table over customers once a network and remembers the last, since every step of every world reads the same.
 */
function keptByNetwork(needOf: (network: Network, threshold: (i: number) => number) => (i: number) => number) {
  const tables = new WeakMap<Network, Thresholds & { needs: Int32Array }>();
  return (network: Network, { threshold, thresholds }: Thresholds): Int32Array => {
    const kept = tables.get(network);
    if (kept?.threshold === threshold && kept.thresholds === thresholds) return kept.needs;
    const own = ownThresholds(network);
    const need = needOf(network, thresholds === "own" && own ? (i) => own[i] : () => threshold);
    const needs = new Int32Array(network.size);
    for (let i = 0; i < network.size; i++) needs[i] = Math.min(need(i), NEVER);
    tables.set(network, { threshold, thresholds, needs });
    return needs;
  };
}

/** The number attribute `threshold` of the nodes, or null. */
function ownThresholds({ attributes }: Network): Float64Array | null {
  const own = attributes["threshold"] as Attribute | undefined;
  return own?.kind === "number" ? own.values : null;
}

/** Faults of the attribute `threshold` where `thresholds` is `own`; names the first customer. */
export function thresholdFaults(
  network: Network,
  thresholds: string,
  must: string,
  right: (value: number) => boolean,
): string[] {
  if (thresholds === "same") return [];
  const own = ownThresholds(network);
  if (!own) return ["thresholds=own must have a network whose nodes carry a number named threshold"];
  const wrong = own.findIndex((value) => !right(value));
  return wrong < 0 ? [] : [`threshold of customer ${network.keys.key(wrong)} must be ${must}, got ${own[wrong]}`];
}

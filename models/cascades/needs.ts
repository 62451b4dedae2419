import { type Attribute, type Network } from "../core/index.ts";

/** How thresholds are given: one for all, or one for each customer. */
export interface Thresholds {
  threshold: number;
  thresholds: string;
}

/**
 * The smallest number of `degree` neighbours whose share is at least `share`. It is at least 1, so nobody joins
 * without an active neighbour. Compares the quotient, which is rounded once, with the share as typed: 1 of 5 meets
 * .2, and 7 of 100 meets .07, where the product .07·100 would require 8. Infinity without neighbours.
 */
export function leastCount(share: number, degree: number): number {
  if (degree === 0) return Infinity;
  let count = Math.max(1, Math.ceil(share * degree));
  while (count > 1 && (count - 1) / degree >= share) count--;
  while (count / degree < share) count++;
  return count;
}

/** More neighbours than any customer has. */
const NEVER = 2 ** 31 - 1;

/** The number of in-neighbours each customer needs if thresholds are shares. */
export const needsByShare = keptByNetwork((network, share) => (i) => leastCount(share(i), network.in.degree(i)));

/** The number of in-neighbours each customer needs if thresholds are counts. */
export const needsByCount = keptByNetwork((_, count) => count);

/**
 * Makes a table over customers once per network and keeps the last one, because every step of every world reads the
 * same table.
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

/** The numeric attribute `threshold` of the nodes, or null. */
function ownThresholds({ attributes }: Network): Float64Array | null {
  const own = attributes["threshold"] as Attribute | undefined;
  return own?.kind === "number" ? own.values : null;
}

/** What is wrong with the attribute `threshold` if `thresholds` is `own`; names the first faulty customer. */
export function thresholdFaults(
  network: Network,
  thresholds: string,
  must: string,
  right: (value: number) => boolean,
): string[] {
  if (thresholds === "same") return [];
  const own = ownThresholds(network);
  if (!own) return ["thresholds=own requires a network whose nodes have a number named threshold"];
  const wrong = own.findIndex((value) => !right(value));
  return wrong < 0 ? [] : [`threshold of customer ${network.keys.key(wrong)} must be ${must}, got ${own[wrong]}`];
}

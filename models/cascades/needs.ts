import { type Attribute, type Network } from "../core/index.ts";

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

/** Where everyone's threshold stands: one for all, or a number attribute of the network's nodes. */
export function thresholdOf(network: Network, { threshold, thresholds }: { threshold: number; thresholds: string }): (i: number) => number {
  const own = network.attributes["threshold"] as Attribute | undefined;
  if (thresholds === "own" && own?.kind === "number") return (i) => own.values[i];
  return () => threshold;
}

/** Faults of the attribute `threshold` where `thresholds` is `own`; names the first customer. */
export function thresholdFaults(network: Network, thresholds: string, must: string, right: (value: number) => boolean): string[] {
  if (thresholds === "same") return [];
  const own = network.attributes["threshold"] as Attribute | undefined;
  if (own?.kind !== "number") return ["thresholds=own must have a network whose nodes carry a number named threshold"];
  const wrong = own.values.findIndex((value) => !right(value));
  return wrong < 0 ? [] : [`threshold of customer ${network.keys.key(wrong)} must be ${must}, got ${own.values[wrong]}`];
}

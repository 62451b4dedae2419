import { type Network } from "../../core/index.ts";
import { groups } from "./measures.ts";

/** Tolerance added to the confidence: evenly spread opinions meet it only up to rounding. */
const SLIP = 1e-12;

/** True if two opinions are close enough to influence each other. */
export const heeded = (x: number, y: number, confidence: number): boolean => Math.abs(x - y) <= confidence + SLIP;

/** True if everyone is tied to everyone. */
export const isComplete = ({ size, arcs }: Network): boolean => arcs === size * (size - 1);

/**
 * Sizes of the camps: parts of the network joined by ties, in either direction, between opinions within the
 * confidence. Sorting finds them if everyone knows everyone; otherwise time is linear in arcs.
 */
export function campSizes(network: Network, opinion: Float64Array, confidence: number): number[] {
  if (isComplete(network)) return groups(opinion.slice().sort(), confidence + SLIP);
  const { offsets, targets } = network.out;
  const head = Int32Array.from({ length: network.size }, (_, i) => i); // parent in the tree of its camp
  const headOf = (i: number): number => {
    while (head[i] !== i) i = head[i] = head[head[i]];
    return i;
  };
  for (let i = 0; i < network.size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      if (heeded(opinion[i], opinion[targets[e]], confidence)) head[headOf(i)] = headOf(targets[e]);
    }
  }
  const sizes = new Map<number, number>();
  for (let i = 0; i < network.size; i++) sizes.set(headOf(i), (sizes.get(headOf(i)) ?? 0) + 1);
  return [...sizes.values()];
}

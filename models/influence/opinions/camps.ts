import { type Network } from "../../core/index.ts";
import { groups } from "./measures.ts";

/** What a difference of opinions may exceed the confidence by: evenly spread opinions meet it only up to rounding. */
const SLIP = 1e-12;

/** Whether two opinions are close enough to be heeded. */
export const heeded = (x: number, y: number, confidence: number): boolean => Math.abs(x - y) <= confidence + SLIP;

/** Whether everybody is tied to everybody. */
export const isComplete = ({ size, arcs }: Network): boolean => arcs === size * (size - 1);

/**
 * Sizes of the camps: parts of the network joined by ties between opinions within the confidence, either
 * way. Sorting finds them where everybody knows everybody; else time is linear in arcs.
 */
export function campSizes(network: Network, opinion: Float64Array, confidence: number): number[] {
  if (isComplete(network)) return groups(opinion.slice().sort(), confidence + SLIP);
  const { offsets, targets } = network.out;
  const head = Int32Array.from({ length: network.size }, (_, i) => i); // one above in the tree of its camp
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

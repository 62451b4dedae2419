import { type Network } from "../../core/index.ts";
import { projection } from "./projection.ts";

/**
 * Correlation of the numbers of contacts at the two ends of a tie, on the projection, from −1 to 1 (Newman 2002,
 * PRL 89:208701). NaN without ties, or if all people with ties have the same number. Makes two passes around the
 * mean, so that large sums do not cancel.
 */
export function assortativity(network: Network): number {
  const { offsets, targets } = projection(network).out;
  const size = offsets.length - 1;
  const degree = (i: number): number => offsets[i + 1] - offsets[i];
  let squares = 0;
  let least = Infinity;
  let most = 0;
  for (let i = 0; i < size; i++) {
    const k = degree(i);
    if (k === 0) continue;
    squares += k * k;
    least = Math.min(least, k);
    most = Math.max(most, k);
  }
  if (least >= most) return NaN;
  const mean = squares / targets.length; // of the degree at the end of a tie
  let together = 0;
  let spread = 0;
  for (let i = 0; i < size; i++) {
    const own = degree(i) - mean;
    spread += degree(i) * own * own;
    let others = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) others += degree(targets[e]) - mean;
    together += own * others;
  }
  return together / spread;
}

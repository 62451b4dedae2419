import { type Network } from "../../core/index.ts";

/**
 * The first member of each person's party. Parties are filled in network order with up to `most` people, each of
 * whom sees and is seen by the one before: on seats, neighbours in one row.
 */
export function parties(network: Network, most: number): Int32Array {
  const first = new Int32Array(network.size);
  for (let i = 0; i < network.size; i++) {
    const open = i > 0 && i - first[i - 1] < most;
    first[i] = open && sees(network, i, i - 1) && sees(network, i - 1, i) ? first[i - 1] : i;
  }
  return first;
}

/** True if i sees j; binary search, because rows rise. */
function sees({ in: { offsets, targets } }: Network, i: number, j: number): boolean {
  let low = offsets[i];
  let high = offsets[i + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (targets[middle] < j) low = middle + 1;
    else high = middle;
  }
  return low < offsets[i + 1] && targets[low] === j;
}

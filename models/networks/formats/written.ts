import { type Network } from "../../core/index.ts";

/**
 * Each edge once, ends as node numbers and its weight, or null where ties are not weighted; undirected ones from the
 * lower number.
 */
export function* edgesOf({ size, out, directed }: Network): Generator<[number, number, number | null]> {
  const { offsets, targets, weights } = out;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      if (directed || targets[e] > i) yield [i, targets[e], weights ? weights[e] : null];
    }
  }
}

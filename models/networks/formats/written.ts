import { type Network } from "../../core/index.ts";

/** A number as text; a whole one beyond 2^53 as a power of ten, for its digits would be read as a name. */
export function numberText(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
}

/**
 * Each edge once, ends as node numbers, its weight, or null where ties are not weighted, and its arc; undirected ones
 * from the lower number.
 */
export function* edgesOf({ size, out, directed }: Network): Generator<[number, number, number | null, number]> {
  const { offsets, targets, weights } = out;
  for (let i = 0; i < size; i++) {
    for (let e = offsets[i]; e < offsets[i + 1]; e++) {
      if (directed || targets[e] > i) yield [i, targets[e], weights ? weights[e] : null, e];
    }
  }
}

import { type Attribute, type Network } from "../../core/index.ts";

/**
 * Each edge as a file holds it: the weight has the sign that `?negative=keep` put aside, so that it comes back by the
 * same choice, and without it is dropped as any negative weight is.
 */
export function* writtenEdges(network: Network): Generator<[number, number, number | null, number]> {
  const { sign } = network.tieColumns as Partial<Network["tieColumns"]>;
  for (const [i, j, weight, e] of edgesOf(network)) {
    const negative = sign?.kind === "number" && sign.values[e] < 0;
    yield [i, j, sign ? (weight ?? 1) * (negative ? -1 : 1) : weight, e];
  }
}

/** What is known of ties beside their weight and its sign, by title. */
export function writtenColumns({ tieColumns }: Network): [string, Attribute][] {
  return Object.entries(tieColumns).filter(([title]) => title !== "sign");
}

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

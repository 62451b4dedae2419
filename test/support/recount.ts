import { type Network } from "../../models/core/index.ts";

/**
 * Reach and rounds of a rule on the number of active in-neighbours, by counting everyone's anew each round, from the
 * arcs alone.
 */
export function recount(
  { size, out }: Network,
  seeds: readonly number[],
  joins: (i: number, active: number) => boolean,
): [reach: number, rounds: number] {
  let active = new Set(seeds);
  for (let round = 0; ; round++) {
    const counts = Array.from({ length: size }, () => 0);
    for (const u of active) for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) counts[out.targets[e]]++;
    const next = new Set([...active, ...counts.flatMap((count, i) => (joins(i, count) ? [i] : []))]);
    if (next.size === active.size) return [active.size, round];
    active = next;
  }
}

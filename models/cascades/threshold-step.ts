import { type Network } from "../core/index.ts";

interface Standing {
  network: Network;
  state: { reached: Int32Array; through: Int32Array };
  time: number;
}

/**
 * One synchronous round of any threshold rule: who has not joined adds up the influence of in-neighbours
 * that joined in earlier rounds and joins if that is at least `need(i)`. All influence is in whole units,
 * so that sums do not depend on their order: 1 a neighbour, or `units(k)` at position k of `network.in`.
 * Remembered as `through` is the neighbour that tipped the sum, earlier rounds and lower indices counting
 * first; nobody where need is 0. Returns whether anyone joined. Time linear in arcs.
 */
export function thresholdStep({ network, state, time }: Standing, need: (i: number) => number, units?: (k: number) => number): boolean {
  const { offsets, targets } = network.in;
  const { reached, through } = state;
  let changed = false;
  for (let i = 0; i < network.size; i++) {
    if (reached[i] >= 0) continue;
    const stop = offsets[i + 1];
    let sum = 0;
    if (units) {
      for (let k = offsets[i]; k < stop; k++) if (reached[targets[k]] >>> 0 < time) sum += units(k);
    } else {
      for (let k = offsets[i]; k < stop; k++) if (reached[targets[k]] >>> 0 < time) sum++; // -1 >>> 0 is large
    }
    const wanted = need(i);
    if (sum < wanted) continue;
    changed = true;
    through[i] = wanted === 0 ? -1 : tipping(network, reached, i, time, wanted, units);
    reached[i] = time;
  }
  return changed;
}

/** The neighbour of i at which its influence comes to `wanted`. */
function tipping({ in: half }: Network, reached: Int32Array, i: number, time: number, wanted: number, units: (k: number) => number = () => 1): number {
  const { offsets, targets } = half;
  const positions = Array.from({ length: half.degree(i) }, (_, at) => offsets[i] + at).filter((k) => reached[targets[k]] >>> 0 < time);
  positions.sort((a, b) => reached[targets[a]] - reached[targets[b]] || a - b);
  let sum = 0;
  return targets[positions.find((k) => (sum += units(k)) >= wanted)!];
}

import { type Network } from "../core/index.ts";
import { leave } from "./churn.ts";
import { type Reached } from "./reach.ts";
import { signedRows } from "./signed-rows.ts";

interface Standing {
  network: Network;
  state: Reached;
  time: number;
}
interface World extends Standing {
  parameters: { churn: number };
  random: { leave: (i: number, age: number) => number };
}

/**
 * A round of a threshold rule under churn: joining by who is present before the round, then leaving. Returns whether
 * anything can change yet.
 */
export function thresholdRound(world: World, needs: Int32Array, units?: (k: number) => number): boolean {
  const changed = thresholdStep(world, needs, units);
  return leave(world.state, world.parameters.churn, world.time, world.random.leave) || changed;
}

/**
 * One synchronous round of any threshold rule: who never joined adds up the influence of in-neighbours
 * that joined in earlier rounds and have not left, and joins if that is at least what it needs. All influence is in
 * whole units, so that sums do not depend on their order: 1 a neighbour, or `units(k)` at position k of `network.in`.
 * Remembered as `through` is the neighbour that tipped the sum, the last round counting last and lower
 * indices first; nobody where none was needed. Returns whether anyone joined. Time linear in arcs.
 */
export function thresholdStep(
  { network, state, time }: Standing,
  needs: Int32Array,
  units?: (k: number) => number,
): boolean {
  const { offsets, targets } = signedRows(network.in);
  const { reached, through, lost } = state;
  const size = network.size;
  const present = new Uint8Array(size); // as the round begins; a byte each, since most time goes into looking them up
  for (let i = 0; i < size; i++) present[i] = reached[i] >= 0 && lost[i] < 0 ? 1 : 0;
  let changed = false;
  for (let i = 0; i < size; i++) {
    if (reached[i] >= 0) continue;
    const stop = offsets[i + 1];
    let sum = 0;
    if (units) {
      for (let k = offsets[i]; k < stop; k++) if (present[targets[k]] !== 0) sum += units(k);
    } else {
      for (let k = offsets[i]; k < stop; k++) sum += present[targets[k]];
    }
    const wanted = needs[i];
    if (sum < wanted) continue;
    changed = true;
    through[i] = tipping(network, reached, time, i, sum - wanted, units);
    reached[i] = time;
  }
  return changed;
}

/**
 * The neighbour of i that tipped it, found from the end of its row: without the neighbours of the last
 * round from there on, the sum falls short. -1 if those of earlier rounds were enough, as after a fork
 * that lowered the need.
 */
function tipping(
  { in: { offsets, targets } }: Network,
  reached: Int32Array,
  time: number,
  i: number,
  surplus: number,
  units?: (k: number) => number,
): number {
  for (let k = offsets[i + 1] - 1; k >= offsets[i]; k--) {
    if (reached[targets[k]] !== time - 1) continue;
    surplus -= units ? units(k) : 1;
    if (surplus < 0) return targets[k];
  }
  return -1;
}

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
 * One round of a threshold rule with churn: customers join based on who is present before the round, then some
 * leave. Returns true if anything can still change.
 */
export function thresholdRound(world: World, needs: Int32Array, units?: (k: number) => number): boolean {
  const changed = thresholdStep(world, needs, units);
  return leave(world.state, world.parameters.churn, world.time, world.random.leave) || changed;
}

/**
 * One synchronous round of any threshold rule. Each customer who never joined adds up the influence of the
 * in-neighbours that joined in earlier rounds and have not left, and joins if the sum is at least what it needs.
 * Influence is counted in whole units, so sums do not depend on their order: 1 per neighbour, or `units(k)` at
 * position k of `network.in`. `through` records the neighbour that tipped the sum, taking neighbours by round of
 * joining and then by index; nobody if no neighbour was needed. Returns true if anyone joined. Time is linear in
 * arcs.
 */
export function thresholdStep(
  { network, state, time }: Standing,
  needs: Int32Array,
  units?: (k: number) => number,
): boolean {
  const { offsets, targets } = signedRows(network.in);
  const { reached, through, lost } = state;
  const size = network.size;
  const present = new Uint8Array(size); // at the start of the round; bytes, since lookups take most time
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
 * The neighbour of i that tipped it, found from the end of its row: without the neighbours of the last round from
 * there on, the sum is too small. -1 if the neighbours of earlier rounds were enough, as after a fork that lowered
 * the need.
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

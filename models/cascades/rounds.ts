import { childKey, type Kernel, type Key, type Network, sequence } from "../core/index.ts";
import { type First, firstCustomers } from "./first-customers.ts";

/** How one kind of cascade runs a world; `queue` lists the customers reached, in order. */
export interface Moves {
  /** Prepares the streams of a world. */
  open(world: number): void;
  /** Marks a seed. */
  enter(i: number): void;
  /**
   * Lets queue[from] … queue[to - 1] act in round `time`, appends those who join, and returns the new end of the
   * queue.
   */
  round(from: number, to: number, time: number): number;
  /** Clears all marks; time is linear in what was touched. */
  clear(end: number): void;
  queue: Int32Array;
  /** True if someone may join in round 1 without any seeds. */
  unprompted?: boolean;
}
export interface RoundsJob {
  network: Network;
  parameters: First;
  keys: { first: Key };
  /** Infinity where a run lasts until rest. */
  steps: number;
}

/**
 * A kernel for a cascade in synchronous rounds without churn. It writes reach, rounds and present. The time per
 * world, including resets, depends only on what the cascade touches. Only randomly drawn seeds allocate memory.
 */
export function inRounds({ network, parameters, keys, steps }: RoundsJob, moves: Moves): Kernel {
  const first = firstCustomers(network, parameters);
  const { queue, unprompted = false } = moves;
  return (world, out) => {
    moves.open(world);
    let end = 0;
    for (const i of first(() => sequence(childKey(keys.first, world)))) {
      moves.enter(i);
      queue[end++] = i;
    }
    let from = 0;
    let rounds = 0;
    for (let time = 1; time <= steps && (from < end || (unprompted && time === 1)); time++) {
      const to = end;
      end = moves.round(from, to, time);
      if (end > to) rounds = time;
      from = to;
    }
    moves.clear(end);
    out[0] = end;
    out[1] = rounds;
    out[2] = end;
  };
}

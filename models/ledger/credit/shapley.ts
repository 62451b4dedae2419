import { type Sequence, shuffled } from "../../core/index.ts";
import { momentsOf } from "../../statistics/index.ts";

export interface Share {
  player: number;
  value: number;
  /** Standard error over the pairs of orders; NaN below two pairs. */
  error: number;
}

/**
 * Shapley values by sampled orders: players are added one at a time, each gets the worth it adds, and the value is the
 * mean over orders. Orders come in pairs of one and its reverse. For every sample the values add up to the worth of all
 * players less the worth of none. `worth` takes the players left out and is called once for each coalition. With two
 * players one pair is exact. Cost: at most 2·pairs·players calls. Source: Castro, Gómez & Tejada 2009, Computers &
 * Operations Research 36:1726.
 */
export function shapley(
  players: readonly number[],
  worth: (leftOut: readonly number[]) => number,
  pairs: number,
  source: Sequence,
): Share[] {
  const known = new Map<string, number>();
  const worthWithout = (present: ReadonlySet<number>): number => {
    const leftOut = players.filter((player) => !present.has(player));
    const key = leftOut.join();
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = worth(leftOut)));
    return found;
  };
  const gains = new Map(players.map((player) => [player, [] as number[]]));
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffled(players, source);
    for (const player of players) gains.get(player)!.push(0);
    for (const arrivals of [order, [...order].reverse()]) {
      const present = new Set<number>();
      let before = worthWithout(present);
      for (const player of arrivals) {
        present.add(player);
        const after = worthWithout(present);
        gains.get(player)![pair] += (after - before) / 2;
        before = after;
      }
    }
  }
  return players.map((player) => {
    const { mean, stderr } = momentsOf(gains.get(player)!);
    return { player, value: mean, error: stderr };
  });
}

import { NORMAL_95 } from "../../statistics/index.ts";
import { childKey, draw, limit, type Network, streamKey } from "../../core/index.ts";
import { ringFinder } from "./rings.ts";

/** How many people one person can influence at one distance, and how many are reached. */
export interface ReachAt {
  distance: number;
  /** Number of people at this distance in the direction of influence. */
  people: number;
  /** Mean number reached in this round, and its standard error over worlds. */
  reached: number;
  stderr: number;
  /** 95 % interval of the mean, cut off at 0. */
  low: number;
  high: number;
}

export interface ReachOptions {
  /** Chance that an arc passes on the behaviour, once. */
  probability: number;
  /** Default 3. */
  distances?: number;
  /** Default 10,000; at least 2. */
  worlds?: number;
  seed?: string | number;
}

/**
 * The number of people at distance 1, 2, … from one person, in the direction of influence. Time is linear in the
 * arcs visited.
 */
export function peopleAt(network: Network, person: number, distances = 3): number[] {
  const { ends } = ringFinder(network.out, distances)(person);
  return Array.from({ length: distances }, (_, d) => ends[d + 1] - ends[d]);
}

/**
 * How influence decays around one person: an independent cascade from that person, round by round. People reached
 * in round d may be closer than d if the direct way failed. The worlds are those of the model `independent-cascade`
 * under the same seed, because the coins of the arcs are the same. Time is worlds times arcs visited. Throws
 * `RangeError` listing all faults.
 * Source: Kempe, Kleinberg & Tardos 2003, KDD 137.
 */
export function expectedReach(
  network: Network,
  person: number,
  { probability, distances = 3, worlds = 10_000, seed = "1" }: ReachOptions,
): ReachAt[] {
  const faults: string[] = [];
  if (!(probability >= 0 && probability <= 1))
    faults.push(`reach: probability must be from 0 to 1, got ${probability}`);
  if (!Number.isInteger(distances) || distances < 1)
    faults.push(`reach: distances must be a whole number of at least 1, got ${distances}`);
  if (!Number.isInteger(worlds) || worlds < 2)
    faults.push(`reach: worlds must be a whole number of at least 2, got ${worlds}`);
  if (!Number.isInteger(person) || person < 0 || person >= network.size)
    faults.push(`reach: person must be a node from 0 to ${network.size - 1}, got ${person}`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const { offsets, targets } = network.out;
  const most = limit(probability);
  const parent = streamKey(seed, "coin");
  const key = new Int32Array(4);
  const met = new Int32Array(network.size).fill(-1);
  const queue = new Uint32Array(network.size);
  const sums = new Float64Array(distances);
  const squares = new Float64Array(distances);
  for (let world = 0; world < worlds; world++) {
    childKey(parent, world, key);
    met[person] = world;
    queue[0] = person;
    let end = 1;
    for (let d = 0, at = 0; d < distances; d++) {
      const stop = end;
      for (; at < stop; at++) {
        const i = queue[at];
        for (let e = offsets[i]; e < offsets[i + 1]; e++) {
          const j = targets[e];
          if (met[j] === world || draw(key[0], key[1], key[2], key[3], e) >= most) continue;
          met[j] = world;
          queue[end++] = j;
        }
      }
      sums[d] += end - stop;
      squares[d] += (end - stop) ** 2;
    }
  }
  return peopleAt(network, person, distances).map((people, d) => {
    const reached = sums[d] / worlds;
    const stderr = Math.sqrt(Math.max(0, squares[d] / worlds - reached ** 2) / (worlds - 1));
    return {
      distance: d + 1,
      people,
      reached,
      stderr,
      low: Math.max(0, reached - NORMAL_95 * stderr),
      high: reached + NORMAL_95 * stderr,
    };
  });
}

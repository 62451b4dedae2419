import { finish, type Given, mean, type Network, refuse, start, stepLimit } from "../../core/index.ts";
import { standingOvation } from "../standing-ovation.ts";

export interface LeverageJob {
  parameters?: Given<typeof standingOvation.parameters>;
  seed?: string | number;
  /** Most sweeps to run; the model's own limit by default. */
  steps?: number;
}
/** For each group, the mean over worlds and its standard error (NaN for one world). */
export interface Leverage {
  mean: Float64Array;
  stderr: Float64Array;
}
type Groups = readonly (readonly number[])[];

/**
 * The leverage of each group's first action in world `world`: the final share standing if the whole group stands at
 * first, minus the share if the whole group sits, with everything else the same. For a single person this is the
 * effect of flipping their first action. Ranges from −1 to 1 and is never below 0 unless the order is by incentive.
 * A run stops as soon as it matches the unchanged world, because it then stays the same. Takes at most two runs per
 * group and one byte per person and sweep. Throws `RangeError` for an index that is nobody's.
 */
export function leverageIn(
  network: Network,
  { parameters, seed, steps }: LeverageJob,
  world: number,
  groups: Groups,
): Float64Array {
  const wrong = groups.flat().find((i) => !(Number.isInteger(i) && i >= 0 && i < network.size));
  if (wrong !== undefined)
    refuse([`leverage: each person must be a whole number from 0 to ${network.size - 1}, got ${wrong}`]);
  const limit = stepLimit(standingOvation, steps);
  const origin = start(standingOvation, network, { parameters, seed, world });
  const plain = origin.fork();
  const history: Uint8Array[] = [];
  finish(plain, limit, () => history.push(plain.state.standing.slice()));
  const unchanged = mean(plain.state.standing);

  function ending(group: readonly number[], action: number): number {
    if (group.every((i) => origin.state.standing[i] === action)) return unchanged;
    const arm = origin.fork();
    const { standing } = arm.state;
    for (const i of group) standing[i] = action;
    while (arm.time < limit && arm.step())
      if (same(standing, history[Math.min(arm.time, history.length - 1)])) return unchanged;
    return mean(standing);
  }
  return Float64Array.from(groups, (group) => ending(group, 1) - ending(group, 0));
}

/**
 * Mean leverage of each group over worlds 0 … worlds − 1; see `leverageIn`. Throws `RangeError` unless worlds is at
 * least 1.
 */
export function leverage(
  network: Network,
  { worlds, ...job }: LeverageJob & { worlds: number },
  groups: Groups,
): Leverage {
  if (!Number.isInteger(worlds) || worlds < 1)
    throw new RangeError(`leverage: worlds must be a whole number of at least 1, got ${worlds}`);
  const sum = new Float64Array(groups.length);
  const squares = new Float64Array(groups.length);
  for (let world = 0; world < worlds; world++) {
    leverageIn(network, job, world, groups).forEach((value, g) => {
      sum[g] += value;
      squares[g] += value * value;
    });
  }
  const stderr = squares.map((square, g) =>
    Math.sqrt(Math.max(0, square - (sum[g] * sum[g]) / worlds) / (worlds - 1) / worlds),
  );
  return { mean: sum.map((value) => value / worlds), stderr };
}

/** One group for each person, in network order: the groups of a heat map. */
export const eachPerson = (network: Network): number[][] => Array.from(network.nodes, (i) => [i]);

/** The rows of a theatre, front row first: as groups, or as the values of a heat map. */
export function inRows<T>(seats: ArrayLike<T>, columns: number): T[][] {
  if (!(columns >= 1) || seats.length % columns !== 0)
    throw new RangeError(`leverage: columns must divide the ${seats.length} seats, got ${columns}`);
  return Array.from({ length: seats.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_, column) => seats[row * columns + column]),
  );
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((value, i) => value === b[i]);

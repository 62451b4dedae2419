import { chance, type Chance, streamKeys, type Streams } from "./chance.ts";
import { type Columns, makeColumns, type Numbers, type State } from "./columns.ts";
import { type Definition } from "./define.ts";
import { keyFaults } from "./keys.ts";
import { type Network } from "./network.ts";
import { type Given, type Parameters, type Values } from "./parameters.ts";
import { refuse, resolve } from "./resolve.ts";

export interface Job<P extends Parameters> {
  parameters?: Given<P>;
  /** Any text; 7 and "7" are the same. */
  seed?: string | number;
  /** World r of the seed; default 0. */
  world?: number;
}

/** A run in progress: its columns, its clock and its streams. Reading it changes nothing. */
export interface World<P extends Parameters, S extends State, R extends Streams, M extends string> {
  readonly model: Definition<P, S, R, M>;
  readonly network: Network;
  readonly parameters: Values<P>;
  /** The parameters as given, without defaults. */
  readonly given: Given<P>;
  readonly seed: string;
  readonly world: number;
  readonly state: Columns<S>;
  readonly time: number;
  /** True once nothing can change any more. */
  readonly resting: boolean;
  /** Takes one step. Returns false, and does nothing, once nothing can change any more. */
  step(): boolean;
  measure(): Record<M, number>;
  /** A copy that continues separately with the same streams; changed parameters apply from its next step. */
  fork(changes?: Given<P>): World<P, S, R, M>;
  /** The positions of the sequences, for saving. */
  places(): Record<string, number[]>;
}

/** Checks a job and returns its full parameter values. Throws `RangeError` listing all faults. */
export function settle<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  given: Given<P>,
): Values<P> {
  const parameters = resolve(model.name, model.parameters, given);
  const faults = Object.entries(model.parameters)
    .filter(([, { kind }]) => kind === "nodes")
    .flatMap(([name]) =>
      keyFaults(network.keys, parameters[name] as readonly string[]).map((fault) => `${name}: ${fault}`),
    );
  const told = new Set(Object.keys(given).filter((name) => given[name] !== undefined));
  faults.push(...(model.check?.({ network, parameters, given: told }) ?? []));
  refuse(faults.map((fault) => `${model.name}: ${fault}`));
  return parameters;
}

/** The number of worlds of one seed; each has its own four-word key. */
const WORLDS = 2 ** 30;

/**
 * Starts world `world` of `seed`: checks the job, makes the columns and runs `setup`.
 * @example
 * ```ts
 * import { start } from "ovation";
 * import { independentCascade } from "ovation/cascades";
 * import { generate } from "ovation/networks";
 * const world = start(independentCascade, generate("karate", 1), { parameters: { probability: 1, seeds: ["0"] } });
 * world.step();
 * console.log(world.time, world.resting); // 1 false
 * ```
 */
export function start<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  { parameters: given = {}, seed = "1", world = 0 }: Job<P> = {},
): World<P, S, R, M> {
  return startSettled(model, network, { parameters: settle(model, network, given), given, seed, world });
}

/** A checked job: its full parameter values and the parameters as given. */
export interface Settled<P extends Parameters> {
  parameters: Values<P>;
  given: Given<P>;
  seed: string | number;
  world: number;
}

/** Starts a world of a job that has been checked already, because checking can take longer than a world. */
export function startSettled<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  { parameters, given, seed, world }: Settled<P>,
): World<P, S, R, M> {
  if (!Number.isInteger(world) || world < 0 || world >= WORLDS) {
    throw new RangeError(`${model.name}: world must be a whole number from 0 to ${WORLDS - 1}, got ${world}`);
  }
  const state = makeColumns(model.state, network.size);
  const own = chance(model.streams, streamKeys(seed, model.streams), world);
  model.setup({ network, parameters, state, time: 0, random: own.random });
  return resume({ model, network, parameters, given, seed: String(seed), world, state, time: 0, resting: false }, own);
}

export type WorldRecord<P extends Parameters, S extends State, R extends Streams, M extends string> = Pick<
  World<P, S, R, M>,
  "model" | "network" | "parameters" | "given" | "seed" | "world" | "state" | "time" | "resting"
>;

/** A world that continues from a record; `own` must be at the same place in its streams. */
export function resume<P extends Parameters, S extends State, R extends Streams, M extends string>(
  { model, network, parameters, given, seed, world, state, ...progress }: WorldRecord<P, S, R, M>,
  own: Chance<R>,
): World<P, S, R, M> {
  let { time, resting } = progress;
  return {
    model,
    network,
    parameters,
    given,
    seed,
    world,
    state,
    get time() {
      return time;
    },
    get resting() {
      return resting;
    },
    step() {
      if (resting) return false;
      time++;
      own.at(time);
      resting = model.step({ network, parameters, state, time, random: own.random }) === false;
      return !resting;
    },
    measure() {
      const view = { network, parameters, state, time };
      const names = Object.keys(model.measures) as M[];
      return Object.fromEntries(names.map((name) => [name, model.measures[name].of(view)])) as Record<M, number>;
    },
    fork(changes = {}) {
      const copies = Object.entries<Numbers>(state).map(([name, column]) => [name, column.slice()]);
      const twin = chance(model.streams, streamKeys(seed, model.streams), world);
      twin.restore(own.save());
      const wanted = { ...given, ...changes };
      const same = { model, network, seed, world, time, given: wanted, parameters: settle(model, network, wanted) };
      const still = resting && Object.keys(changes).length === 0; // other parameters may wake a world at rest
      const columns = Object.fromEntries(copies) as Columns<S>;
      return resume({ ...same, state: columns, resting: still }, twin);
    },
    places: () => own.save(),
  };
}

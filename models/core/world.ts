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
  /** World r of the seed; 0 unless told. */
  world?: number;
}

/** One run in progress: its columns, its clock and its chance. Looking at it changes nothing. */
export interface World<P extends Parameters, S extends State, R extends Streams, M extends string> {
  readonly model: Definition<P, S, R, M>;
  readonly network: Network;
  readonly parameters: Values<P>;
  /** What was asked for, without the fallbacks. */
  readonly given: Given<P>;
  readonly seed: string;
  readonly world: number;
  readonly state: Columns<S>;
  readonly time: number;
  /** True once nothing can change any more. */
  readonly resting: boolean;
  /** One step; false once nothing can change any more, and then nothing happens. */
  step(): boolean;
  measure(): Record<M, number>;
  /** A copy that goes on alone with the same chance; changed parameters hold from its next step. */
  fork(changes?: Given<P>): World<P, S, R, M>;
  /** Where the sequences stand, for saving. */
  places(): Record<string, number[]>;
}

/** Checks a job and gives the full values. Throws `RangeError` listing every fault at once. */
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

/** The number of worlds of one seed; each has four words of its key to itself. */
const WORLDS = 2 ** 30;

/** Starts world `world` of `seed`: checks the job, makes the columns, runs `setup`. */
export function start<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  { parameters: given = {}, seed = "1", world = 0 }: Job<P> = {},
): World<P, S, R, M> {
  return startSettled(model, network, { parameters: settle(model, network, given), given, seed, world });
}

/** A job whose parameters have been checked: their full values beside what was asked for. */
export interface Settled<P extends Parameters> {
  parameters: Values<P>;
  given: Given<P>;
  seed: string | number;
  world: number;
}

/** The same of a job that was checked before, since checking can take longer than a world. */
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

export type Standing<P extends Parameters, S extends State, R extends Streams, M extends string> = Pick<
  World<P, S, R, M>,
  "model" | "network" | "parameters" | "given" | "seed" | "world" | "state" | "time" | "resting"
>;

/** A world that goes on from where it stands; `own` must stand at the same place. */
export function resume<P extends Parameters, S extends State, R extends Streams, M extends string>(
  { model, network, parameters, given, seed, world, state, ...standing }: Standing<P, S, R, M>,
  own: Chance<R>,
): World<P, S, R, M> {
  let { time, resting } = standing;
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

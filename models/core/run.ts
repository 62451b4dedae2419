import { streamKeys, type Streams } from "./chance.ts";
import { type State } from "./columns.ts";
import { type Definition, type Kernel } from "./define.ts";
import { type Network } from "./network.ts";
import { type Given, type Parameters } from "./parameters.ts";
import { type Job, settle, start, startSettled, type World } from "./world.ts";

export interface RunJob<P extends Parameters> extends Job<P> {
  /** Number of steps; the model's own default if left out. */
  steps?: number;
}
export type Series<M extends string> = Record<M, Float64Array>;

/** The names of the measures, in the order used by kernels and rows. */
export const measureNames = <M extends string>({ measures }: { measures: Record<M, unknown> }): M[] =>
  Object.keys(measures) as M[];

/** Most steps of a run to rest; a model that takes more is faulty. */
const MOST_STEPS = 1e7;

/** The largest number of steps of a run; Infinity if it lasts until rest. Throws `RangeError` for an invalid number. */
export function stepLimit(model: { name: string; steps: number | "rest" }, steps?: number): number {
  if (steps === undefined) return model.steps === "rest" ? Infinity : model.steps;
  if (Number.isInteger(steps) && steps >= 0) return steps;
  throw new RangeError(`${model.name}: steps must be a whole number of at least 0, got ${steps}`);
}

type Steppable = Pick<World<Parameters, State, Streams, string>, "time" | "resting" | "step"> & {
  model: { name: string };
};

/** Runs `world` to its end and calls `each` after setup and after every step. */
export function finish(world: Steppable, steps: number, each?: () => void): void {
  each?.();
  while (world.time < steps && !world.resting) {
    if (world.time >= MOST_STEPS)
      throw new RangeError(`${world.model.name}: did not come to rest in ${MOST_STEPS} steps`);
    world.step();
    each?.();
  }
}

/**
 * Runs one world from setup to its end and returns each measure at steps 0, 1, 2, …. With a number of steps the
 * arrays have steps + 1 entries; the last value repeats once nothing changes. Until rest, there is one entry per
 * step taken.
 * @example
 * ```ts
 * import { run } from "ovation";
 * import { independentCascade } from "ovation/cascades";
 * import { generate } from "ovation/networks";
 * const job = { parameters: { probability: 0.2, seeds: ["0"] }, seed: 1, world: 7 };
 * const { reach } = run(independentCascade, generate("karate", 1), job);
 * console.log(reach.join(" ")); // 1 4 7 11 13 15 17 17
 * ```
 */
export function run<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  job: RunJob<P> = {},
): Series<M> {
  const steps = stepLimit(model, job.steps);
  const names = measureNames(model);
  const rows: Record<M, number>[] = [];
  const world = start(model, network, job);
  finish(world, steps, () => rows.push(world.measure()));
  const length = Number.isFinite(steps) ? steps + 1 : rows.length;
  const column = (name: M): Float64Array =>
    Float64Array.from({ length }, (_, t) => rows[Math.min(t, rows.length - 1)][name]);
  return Object.fromEntries(names.map((name) => [name, column(name)])) as Series<M>;
}

/**
 * A function that runs any world of a job to its end and writes the measures to its second argument, in the order
 * of `model.measures`. Uses the model's kernel if it has one for the job.
 */
export function simulator<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  job: Omit<RunJob<P>, "world"> & { kernel?: boolean } = {},
): Kernel {
  const { parameters: given = {}, seed = "1", kernel = true } = job;
  const steps = stepLimit(model, job.steps);
  const parameters = settle(model, network, given);
  const keys = streamKeys(seed, model.streams);
  const fast = kernel ? model.kernel?.({ network, parameters, keys, steps }) : null;
  if (fast) return fast;
  const measures = measureNames(model).map((name) => model.measures[name]);
  return (world, out) => {
    const own = startSettled(model, network, { parameters, given, seed, world });
    finish(own, steps);
    for (let m = 0; m < measures.length; m++) out[m] = measures[m].of(own);
  };
}

/** The measures of two arms in the same worlds and their differences, world by world. */
export interface Arms<M extends string> {
  without: Record<M, Float64Array>;
  with: Record<M, Float64Array>;
  difference: Record<M, Float64Array>;
}

/**
 * Runs worlds 0 … worlds − 1 twice, once with each arm's parameters. Whatever an arm does not change is the same in
 * both, because every draw belongs to a node, an arc or a step of the world.
 * @example
 * ```ts
 * import { runArms } from "ovation";
 * import { independentCascade } from "ovation/cascades";
 * import { generate } from "ovation/networks";
 * import { summarize } from "ovation/statistics";
 * const arms = { without: { probability: 0.1, seeds: ["0"] }, with: { probability: 0.2, seeds: ["0"] } };
 * const { difference } = runArms(independentCascade, generate("karate", 1), { arms, worlds: 1000 });
 * console.log(summarize(difference.reach).mean); // 5.37
 * ```
 */
export function runArms<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  {
    arms,
    worlds,
    ...job
  }: { arms: { without: Given<P>; with: Given<P> }; worlds: number; seed?: string | number; steps?: number },
): Arms<M> {
  if (!Number.isInteger(worlds) || worlds < 0)
    throw new RangeError(`${model.name}: worlds must be a whole number of at least 0, got ${worlds}`);
  const names = measureNames(model);
  const blank = (): Record<M, Float64Array> =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(worlds)])) as Record<M, Float64Array>;
  const result: Arms<M> = { without: blank(), with: blank(), difference: blank() };
  const base = simulator(model, network, { ...job, parameters: arms.without });
  const other = simulator(model, network, { ...job, parameters: arms.with });
  const left = new Float64Array(names.length);
  const right = new Float64Array(names.length);
  for (let world = 0; world < worlds; world++) {
    base(world, left);
    other(world, right);
    names.forEach((name, m) => {
      result.without[name][world] = left[m];
      result.with[name][world] = right[m];
      result.difference[name][world] = right[m] - left[m];
    });
  }
  return result;
}

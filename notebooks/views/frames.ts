import {
  type Definition,
  finish,
  type Job,
  type Network,
  type Numbers,
  type Parameters,
  refuse,
  start,
  type State,
  stepLimit,
  type Streams,
  unknownName,
} from "../../models/core/index.ts";

/** A column of state at moments 0, 1, 2, …: one array over nodes a moment. */
export type Frames = readonly ArrayLike<number>[];

/** What was seen of one world. */
export interface Recording<C extends string, M extends string> {
  columns: Record<C, Numbers[]>;
  measures: Record<M, number>[];
  /** Whether it came to rest or to its last step; false where `most` moments were not enough. */
  complete: boolean;
}

/**
 * Runs one world and keeps some of its columns after setup and after every step, up to `most` moments.
 * It is the same world as on the command line. Memory grows with moments times nodes.
 * Throws `RangeError` on a column that the model does not have.
 */
export function record<
  P extends Parameters,
  S extends State,
  R extends Streams,
  M extends string,
  C extends keyof S & string,
>(
  model: Definition<P, S, R, M>,
  network: Network,
  { columns, most = 1000, steps, ...job }: Job<P> & { columns: readonly C[]; most?: number; steps?: number },
): Recording<C, M> {
  refuse(
    columns
      .filter((name) => !Object.hasOwn(model.state, name))
      .map((name) => `${model.name}: ${unknownName(name, "a column", Object.keys(model.state))}`),
  );
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`record: most must be a whole number of at least 1, got ${most}`);
  const limit = stepLimit(model, steps);
  const world = start(model, network, job);
  const kept = Object.fromEntries(columns.map((name) => [name, []])) as unknown as Record<C, Numbers[]>;
  const measures: Record<M, number>[] = [];
  finish(world, Math.min(limit, most - 1), () => {
    for (const name of columns) kept[name].push(world.state[name].slice());
    measures.push(world.measure());
  });
  return { columns: kept, measures, complete: world.resting || world.time >= limit };
}

import { here } from "../../models/studies/work/runner.ts";
import { loop } from "../../models/studies/work/loop.ts";
import { type Plan } from "../../models/studies/work/plan.ts";
import { type Intake, type Table } from "../../models/studies/work/table.ts";
import { type Work } from "../../models/studies/work/work.ts";

/** What a page computes, unit by unit; most units are worlds. Its results can be read at any moment. */
export interface Computation<R> {
  /** The number of units, as far as it is known. */
  readonly units: number;
  /** Computes everything once; `took` is called with the number of units that have just been done. */
  run(took: (units: number) => void): Promise<void>;
  /** The results so far: the same shape before the first unit as after the last. */
  results(): R;
}

/** A computation of which `done` units are finished. */
export interface Progress<R> {
  done: number;
  units: number;
  results: R;
}

/** Work of many worlds, the table that takes them, and the number of worlds wanted. */
export interface PageJob<S, T extends Intake> {
  work: Work<S>;
  table: T;
  plan: Plan<T>;
}

export interface Followed {
  took(units: number): void;
  /** See `Watch`. */
  wanted?(worlds: number): void;
  /** True where the table's failures are read later; otherwise the first failed world ends the job. */
  keepsFailures?: boolean;
}

/**
 * Fills the table through the loop of all jobs, in this thread. A reader stops it by ending the worker. Throws
 * `RangeError` with the error of the first world that fails.
 */
export async function fill<S, T extends Intake = Table>(
  { work, table, plan }: PageJob<S, T>,
  { took, wanted, keepsFailures = false }: Followed,
): Promise<void> {
  await loop(await here.open(work), table, plan, {
    stopped: () => false,
    wanted,
    keep(_, { failures: [failed] }) {
      if (!keepsFailures && (failed as typeof failed | undefined)) throw new RangeError(failed.error);
    },
    took: ({ from, to }) => took(to - from),
  });
}

/** What is no world, such as the description of a network: one record for each step, in order. */
export function steps<R>(count: number, make: (step: number) => R): Computation<R[]> {
  const made: R[] = [];
  return {
    units: count,
    run: async (took) => {
      for (let step = 0; step < count; step++) {
        made.push(make(step));
        took(1);
      }
      return Promise.resolve();
    },
    results: () => [...made],
  };
}

type Together<C extends Record<string, Computation<unknown>>> = {
  [K in keyof C]: C[K] extends Computation<infer R> ? R : never;
};

/** Several computations as one, run in the order in which they are named. */
export function together<C extends Record<string, Computation<unknown>>>(parts: C): Computation<Together<C>> {
  const all = Object.values(parts);
  return {
    get units() {
      return all.reduce((sum, { units }) => sum + units, 0);
    },
    async run(took) {
      for (const part of all) await part.run(took);
    },
    results: () =>
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.results()])) as Together<C>,
  };
}

/** A computation whose results are made from those of another. */
export const after = <A, B>(computation: Computation<A>, make: (results: A) => B): Computation<B> => ({
  get units() {
    return computation.units;
  },
  run: (took) => computation.run(took),
  results: () => make(computation.results()),
});

/** Runs a computation; `report` is called at most every `pause` milliseconds, and at the end. */
export async function finish<R>(
  computation: Computation<R>,
  report: (progress: Progress<R>) => void = () => undefined,
  pause = 100,
): Promise<R> {
  let done = 0;
  let last = performance.now();
  await computation.run((units) => {
    done += units;
    if (done >= computation.units || performance.now() - last < pause) return;
    report({ done, units: computation.units, results: computation.results() });
    last = performance.now();
  });
  const results = computation.results();
  report({ done, units: computation.units, results });
  return results;
}

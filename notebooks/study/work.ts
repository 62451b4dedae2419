/** Something computed a unit at a time; whoever runs it may look at any moment, or stop. */
export interface Work<R> {
  /** How many units there are, as far as is known by now. */
  readonly units: number;
  /** Does the units one after the other, and yields after each. */
  run(): Generator<void> | AsyncGenerator<void>;
  /** What there is so far: the same shape before the first unit as after the last. */
  results(): R;
}

/** Work of which `done` units are finished. */
export interface Progress<R> {
  done: number;
  units: number;
  results: R;
}

type Together<W extends Record<string, Work<unknown>>> = { [K in keyof W]: W[K] extends Work<infer R> ? R : never };

/** Several pieces of work as one, done in the order in which they are named. */
export function together<W extends Record<string, Work<unknown>>>(parts: W): Work<Together<W>> {
  const all = Object.values(parts);
  return {
    get units() {
      return all.reduce((sum, { units }) => sum + units, 0);
    },
    async *run() {
      for (const part of all) yield* part.run();
    },
    results: () =>
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.results()])) as Together<W>,
  };
}

/** Work whose results are made from those of another. */
export const after = <A, B>(work: Work<A>, make: (results: A) => B): Work<B> => ({
  get units() {
    return work.units;
  },
  run: () => work.run(),
  results: () => make(work.results()),
});

/** Does all of it; `tell` hears of it when `pause` milliseconds have passed since it last did, and at the end. */
export async function finishWork<R>(
  work: Work<R>,
  tell: (progress: Progress<R>) => void = () => undefined,
  pause = 100,
): Promise<R> {
  let done = 0;
  let last = performance.now();
  const steps = work.run();
  while (!(await steps.next()).done) {
    done++;
    if (done < work.units && performance.now() - last >= pause) {
      tell({ done, units: work.units, results: work.results() });
      last = performance.now();
    }
  }
  const results = work.results();
  tell({ done, units: work.units, results });
  return results;
}

import { find } from "../../models/catalog.ts";
import { measureNames, simulator } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";

/** Worlds 0 … worlds − 1 of one model on one network: what `ovation run` does with the same words. */
export interface WorldsJob {
  model: string;
  /** A built-in or generated network; it is drawn once from the seed. */
  network: string;
  parameters: Record<string, unknown>;
  seed: string;
  worlds: number;
}

/** The worlds that have ended: each measure, world by world. */
export interface WorldsDone {
  done: number;
  worlds: number;
  columns: Record<string, Float64Array>;
}

/** A row a world, as `ovation run --rows` writes them. */
export const rowsOf = ({ done, columns }: WorldsDone): Record<string, number>[] =>
  Array.from({ length: done }, (_, world) => ({ world, ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[world]])) }));

/** What a worker tells while it works. */
export type Told = { kind: "some"; values: WorldsDone } | { kind: "failed"; message: string };

/**
 * Runs the worlds one by one; `tell` is called when `pause` milliseconds have passed since the last call,
 * and at the end. Throws `RangeError` if the job is wrong.
 */
export function runWorlds({ model: name, network: spec, parameters, seed, worlds }: WorldsJob, tell: (values: WorldsDone) => void, pause = 100): void {
  const { model } = find(name);
  const names = measureNames(model);
  const simulate = simulator(model, generate(spec, seed), { parameters, seed });
  const columns = names.map(() => new Float64Array(worlds));
  const out = new Float64Array(names.length);
  let last = performance.now();
  for (let world = 0; world < worlds; world++) {
    simulate(world, out);
    for (let m = 0; m < names.length; m++) columns[m][world] = out[m];
    const done = world + 1;
    if (done < worlds && performance.now() - last < pause) continue;
    tell({ done, worlds, columns: Object.fromEntries(names.map((measure, m) => [measure, columns[m].slice(0, done)])) });
    last = performance.now();
  }
}

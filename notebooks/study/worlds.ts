import { find } from "../../models/catalog.ts";
import { measureNames, simulator } from "../../models/core/index.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Row } from "../../models/studies/telling/row.ts";
import { type Work } from "./work.ts";

/** Worlds 0 … worlds − 1 of one model on one network: what `ovation run` does with the same words. */
export interface WorldsJob {
  model: string;
  /** A built-in or generated network; it is drawn once from the seed. */
  network: string;
  parameters: Record<string, unknown>;
  seed: string;
  worlds: number;
  /** The model's own where it is left out. */
  steps?: number;
  /** Draws a generated network anew in each world, as `--redraw` does. */
  redraw?: boolean;
}

/** The worlds that have ended: each measure, world by world. */
export interface WorldsDone {
  done: number;
  worlds: number;
  columns: Record<string, Float64Array>;
}

/** The worlds of a job, one a unit. Running throws `RangeError` if the job is wrong. */
export function worldsWork({
  model: name,
  network: spec,
  parameters,
  seed,
  worlds,
  steps,
  redraw = false,
}: WorldsJob): Work<WorldsDone> {
  const { model } = find(name);
  const names = measureNames(model);
  const columns = names.map(() => new Float64Array(worlds));
  let done = 0;
  return {
    units: worlds,
    *run() {
      const inWorld = (world: number) => simulator(model, generate(spec, seed, world), { parameters, seed, steps });
      const simulate = redraw
        ? (world: number, values: Float64Array): void => inWorld(world)(world, values)
        : inWorld(0);
      const out = new Float64Array(names.length);
      for (; done < worlds; done++, yield) {
        simulate(done, out);
        for (let m = 0; m < names.length; m++) columns[m][done] = out[m];
      }
    },
    results: () => ({
      done,
      worlds,
      columns: Object.fromEntries(names.map((measure, m) => [measure, columns[m].slice(0, done)])),
    }),
  };
}

/** A row a world, as `ovation run --rows` writes them. */
export const worldRows = ({ done, columns }: WorldsDone): Row[] =>
  Array.from({ length: done }, (_, world) => ({
    world,
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[world]])),
  }));

/** Each measure over the worlds, as `ovation run` prints it; NaN where there are too few. */
export const summariesOf = ({ columns }: WorldsDone): Record<string, Summary> =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, summarize(values)]));

/** The same as rows of a table. */
export function measureRows(model: string, worlds: WorldsDone): Row[] {
  const { measures } = find(model).model;
  return Object.entries(summariesOf(worlds)).map(([measure, { mean, low, high, n }]) => ({
    measure,
    mean,
    low,
    high,
    worlds: n,
    about: `${measures[measure].about} (${measures[measure].unit})`,
  }));
}

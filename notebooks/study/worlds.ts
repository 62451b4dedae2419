import { find } from "../../models/catalog.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type Table } from "../../models/studies/work/table.ts";
import { type Computation } from "./computation.ts";
import { fillTable, type ModelJob, tableOf } from "./model-work.ts";

/** Worlds 0 … worlds − 1 of one model on one network: what `ovation run` does with the same words. */
export type WorldsJob = Omit<ModelJob, "points"> & ModelJob["points"][number];

/** The worlds done so far: each measure, world by world. */
export interface WorldsDone {
  done: number;
  worlds: number;
  columns: Record<string, Float64Array>;
}

/** The worlds of a job. Running throws `RangeError` if the job is wrong. */
export function worldsWork({ network, parameters, ...job }: WorldsJob): Computation<WorldsDone> {
  const { worlds } = job;
  const points = [{ network, parameters }];
  const filled = tableOf({ model: job.model, points });
  return {
    units: worlds,
    run: (took) => fillTable(filled, { ...job, points }, took),
    results: () => doneIn(filled, worlds),
  };
}

/** The worlds done so far at the first point of a table. */
export function doneIn(filled: Table, worlds: number): WorldsDone {
  const done = filled.count(0);
  const columns = Object.fromEntries(filled.measures.map((name) => [name, filled.column(0, name, done)]));
  return { done, worlds, columns };
}

/** A row for each world, as `ovation run --rows` writes them. */
export const worldRows = ({ done, columns }: WorldsDone): DataRow[] =>
  Array.from({ length: done }, (_, world) => ({
    world,
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[world]])),
  }));

/** Each measure over the worlds, as `ovation run` prints it; NaN where there are too few. */
export const summariesOf = ({ columns }: WorldsDone): Record<string, Summary> =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, summarize(values)]));

/** The same as rows of a table. */
export function measureRows(model: string, worlds: WorldsDone): DataRow[] {
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

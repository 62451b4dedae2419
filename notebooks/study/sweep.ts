import { find } from "../../models/catalog.ts";
import { refuse, resolve } from "../../models/core/index.ts";
import { axisFromText, factorial, fitted, parameterFaults, type Point } from "../../models/experiments/index.ts";
import { summarize, type Summary } from "../../models/statistics/index.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type Computation } from "./computation.ts";
import { fillTable, type ModelJob, tableOf } from "./model-work.ts";

/** A designed experiment as in `ovation sweep`: every combination of the varied values, each in the same worlds. */
export interface SweepJob extends Omit<ModelJob, "points"> {
  /** Several networks are the outermost axis; with none, the model runs on its default network. */
  networks: readonly string[];
  /** The axes, written as after `--vary`. */
  vary: readonly string[];
  /** The parameters that are the same at every point. */
  set: Record<string, unknown>;
}

/** A point whose worlds are all done: the varied values, and each measure over its worlds. */
export interface SweepPoint {
  values: Point;
  measures: Record<string, Summary>;
  /** Each measure world by world. */
  columns: Record<string, Float64Array>;
}
export interface SweepDone {
  points: SweepPoint[];
}

/** The points of a sweep in order. Throws `RangeError` if what is varied does not fit the model. */
export function sweepWork({ networks, vary, set, ...job }: SweepJob): Computation<SweepDone> {
  const { worlds } = job;
  const { model } = find(job.model);
  const axes = fitted(
    vary.map((text) => axisFromText(text, model.parameters)),
    model.parameters,
  );
  refuse(parameterFaults("sweep", axes, model.parameters));
  const named =
    networks.length > 0 ? networks : [model.defaultNetwork?.(resolve(job.model, model.parameters, set)) ?? "karate"];
  const cells = named.flatMap((network) => factorial(axes).map((point) => ({ network, point })));
  const points = cells.map(({ network, point }) => ({ network, parameters: { ...set, ...point } }));
  const filled = tableOf({ model: job.model, points });
  const ended: SweepPoint[] = [];

  function pointAt(at: number): SweepPoint {
    const { network, point } = cells[at];
    const columns = Object.fromEntries(filled.measures.map((name) => [name, filled.column(at, name, worlds)]));
    const measures = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, summarize(values)]));
    return { values: networks.length > 1 ? { network, ...point } : point, measures, columns };
  }
  return {
    units: cells.length * worlds,
    run: (took) => fillTable(filled, { ...job, points }, took),
    results() {
      while (ended.length < cells.length && filled.count(ended.length) === worlds) ended.push(pointAt(ended.length));
      return { points: [...ended] };
    },
  };
}

/** A row for each point and measure: the varied values, mean, interval and number of worlds. */
export const sweepRows = ({ points }: SweepDone, measures?: readonly string[]): DataRow[] =>
  points.flatMap(({ values, measures: all }) =>
    (measures ?? Object.keys(all)).map((measure) => {
      const { mean, low, high, q05, q95, n } = all[measure];
      return { ...(values as DataRow), measure, mean, low, high, q05, q95, worlds: n };
    }),
  );

import { type Parameter } from "../../core/index.ts";
import { counterparts, shared } from "../../experiments/index.ts";
import { summarize } from "../../statistics/index.ts";
import { citation } from "./citation.ts";
import { type Results } from "./results.ts";
import { type Table } from "../work/table.ts";
import { type SweepJob, type PreparedSweep } from "../work/job.ts";

/** The results of a sweep, from which reports, charts and tables are made. */
export function resultsOf({ job, loaded, networks }: PreparedSweep, filled: Table, worlds: readonly number[]): Results {
  const { request } = job;
  const { name, about, source, measures, parameters, steps } = loaded.model;
  const known = parameters as Record<string, Parameter>;
  const reported = request.measures ?? job.model.measures;
  const varied = new Set(request.axes.map((axis) => axis.name));
  return {
    title: request.title ?? `${name} on ${request.networks.join(", ")}`,
    question: request.question,
    model: {
      name,
      about,
      source,
      measures: measures,
      parameters: Object.fromEntries(
        Object.entries(known).map(([key, { about: meaning, unit, lever, fallback }]) => {
          const value = varied.has(key) ? undefined : (request.set[key] ?? fallback);
          return [key, { about: meaning, unit, lever, value }];
        }),
      ),
    },
    axes: request.axes.map((axis) => ({
      name: axis.name,
      about: Object.hasOwn(known, axis.name) ? known[axis.name].about : "which network",
      unit: Object.hasOwn(known, axis.name) ? known[axis.name].unit : undefined,
      values: [...axis.values],
    })),
    points: job.points.map(({ id, values }) => ({ id, values })),
    rows: job.points.flatMap(({ id }) =>
      reported.map((measure) => ({ point: id, measure, ...summarize(filled.column(id, measure, worlds[id])) })),
    ),
    differences: differencesOf(job, filled, worlds),
    networks: networks.map(({ size, edges, directed, arcs }, at) => ({
      spec: request.networks[at],
      nodes: size,
      edges,
      directed,
      meanDegree: arcs / size,
    })),
    failures: job.points.flatMap(({ id }) =>
      filled.failures(id).map(({ world, error }) => ({ point: id, world, error })),
    ),
    seed: request.seed,
    replicates: request.replicates,
    steps: request.steps ?? steps,
    key: job.key,
    version: job.ovation,
    command: request.command,
    cite: citation(job.ovation),
  };
}

/** Each point less the point that has the baseline's values and is otherwise the same, world by world. */
function differencesOf(
  { points, request, model }: SweepJob,
  filled: Table,
  worlds: readonly number[],
): Results["differences"] {
  const { baseline } = request;
  if (!baseline) return [];
  const against = counterparts(
    points.map(({ values }) => values),
    baseline,
  );
  return points
    .filter(({ id }) => against[id] >= 0 && against[id] !== id)
    .flatMap(({ id }) =>
      (request.measures ?? model.measures).map((measure) => {
        const column = (point: number): Float64Array => filled.column(point, measure, worlds[point]);
        const { n, mean, low, high } = shared(column(against[id]), column(id));
        return { point: id, against: against[id], measure, n, mean, low, high };
      }),
    );
}

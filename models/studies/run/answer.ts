import { type Summary, summarize } from "../../statistics/index.ts";
import { type SweepJob, type PreparedSweep } from "../work/job.ts";
import { type StepSummary } from "../work/series.ts";
import { type Table } from "../work/table.ts";

/** What `run --json` prints. */
export interface RunAnswer {
  model: string;
  seed: string;
  replicates: number;
  steps: number | "rest";
  parameters: Record<string, unknown>;
  network: { nodes: number; edges: number; directed: boolean; spec: string };
  measures: Record<string, Pick<Summary, "mean" | "sd" | "stderr" | "low" | "high" | "n">>;
  series?: Record<string, StepSummary>;
  failed?: { world: number; error: string }[];
}

/** The answer of `run` from the worlds of its one point. */
export function answerOf({ job, loaded, networks }: PreparedSweep, filled: Table, worlds: number): RunAnswer {
  const { request } = job;
  const measures = job.model.measures.map((name) => {
    const { mean, sd, stderr, low, high, n } = summarize(filled.column(0, name, worlds));
    return [name, { mean, sd, stderr, low, high, n }] as const;
  });
  const { size, edges, directed } = networks[0];
  const failed = filled.failures(0);
  return {
    model: job.model.name,
    seed: request.seed,
    replicates: worlds,
    steps: request.steps ?? loaded.model.steps,
    parameters: fullParameters(job, loaded.model.parameters),
    network: { nodes: size, edges, directed, spec: request.networks[0] },
    measures: Object.fromEntries(measures),
    ...(failed.length > 0 && { failed }),
  };
}

function fullParameters(job: SweepJob, parameters: Record<string, { fallback: unknown }>): Record<string, unknown> {
  const fallbacks = Object.entries(parameters).map(([name, { fallback }]) => [name, fallback] as const);
  return { ...Object.fromEntries(fallbacks), ...job.points[0].parameters };
}

import { resolve } from "node:path";
import { measureNames, refuse } from "../../models/core/index.ts";
import { type Summary, summarize } from "../../models/statistics/index.ts";
import { type Common } from "../cli/options.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { shellWords } from "../cli/shell.ts";
import { type Table, table } from "../../models/studies/work/table.ts";
import { disk } from "../disk/sources.ts";
import { worldColumns } from "../../models/studies/sweep/rows.ts";
import { tableFaults, writeTable } from "../disk/rows.ts";
import { type Job, prepare, type Prepared, type Request, toldOf } from "../../models/studies/work/job.ts";
import { loadModel } from "../disk/model-source.ts";
import { runSummary } from "./run-summary.ts";
import { seriesOf, type StepSummary } from "../../models/studies/work/series.ts";
import { stopRule } from "../../models/studies/asking/stop-rule.ts";
import { readSet, usualNetwork } from "../../models/studies/asking/settings.ts";
import { type BlockResult } from "../../models/studies/work/work.ts";
import { traceTable } from "../../models/studies/work/trace.ts";
import { fixed, untilNarrow } from "../../models/studies/work/plan.ts";
import { fill } from "../cli/carry.ts";
import { modelWork } from "../disk/model-work.ts";

export interface RunOptions extends Common {
  resume?: boolean;
  series?: boolean;
  rows?: string;
  trace?: string;
  out?: string;
}

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

export async function runModel(name: string, options: RunOptions): Promise<void> {
  refuse([...contradictions(options), ...targetFaults(options)]);
  const request = await requestOf(name, options);
  if (options.out !== undefined) {
    const { runStudy } = await import("./study.ts");
    await runStudy(request, options);
    return;
  }
  const prepared = await prepare(request, disk);
  toldOf(prepared.job).forEach(say);
  const ran = await runAll(prepared, options);
  if (ran.stopped) {
    process.exitCode = 130;
    say("stopped: nothing is written without --out; with it, what is done is kept");
    return;
  }
  const { job, networks } = prepared;
  if (options.rows !== undefined) {
    const { columns, length } = worldColumns(job, ran.table, [ran.worlds]);
    await writeTable(
      options.rows,
      columns.filter(({ name: column }) => column !== "point"),
      length,
    );
  }
  if (options.trace !== undefined) {
    const { columns, length } = traceTable(ran.results, networks[0]);
    await writeTable(options.trace, columns, length);
  }
  const result = answerOf(prepared, ran);
  if (options.series) result.series = seriesOf(ran.results, job.model.measures);
  if (options.json) answerJson(result);
  else answer(runSummary(result, prepared.loaded.model));
  if (result.failed) {
    process.exitCode = 1;
    say(
      `${result.failed.length} of ${ran.worlds} worlds failed; the first: world ${result.failed[0].world}: ${result.failed[0].error}`,
    );
  }
}

/** Options that cannot stand together: nothing that was asked for is left out in silence. */
function contradictions({ rows, trace, series, out, resume }: RunOptions): string[] {
  const faults: string[] = [];
  if (trace !== undefined && series) faults.push("run: give --series or --trace, not both");
  if (out === undefined) return resume ? [...faults, "run: --resume must come with --out"] : faults;
  if (rows !== undefined)
    faults.push("run: give --rows or --out, not both (a results folder holds rows.csv and rows.parquet)");
  if (trace !== undefined) faults.push("run: give --trace or --out, not both");
  if (series) faults.push("run: give --series or --out, not both");
  return faults;
}

/** What is wrong with the files to write, told before any world runs. */
function targetFaults({ rows, trace }: RunOptions): string[] {
  const asked = { rows, trace };
  const faults = Object.entries(asked).flatMap(([name, path]) =>
    path === undefined ? [] : tableFaults(`--${name}`, path),
  );
  if (rows !== undefined && trace !== undefined && resolve(rows) === resolve(trace))
    faults.push(`run: --rows and --trace must be different files, got ${rows} twice`);
  return faults;
}

async function requestOf(name: string, options: RunOptions): Promise<Request> {
  const { model } = await loadModel(name);
  const set = readSet(model, options.set);
  const [network = usualNetwork(model, set), ...others] = options.network ?? [];
  if (others.length > 0) throw new RangeError("run: takes one network; sweep takes several");
  const { replicates = 100 } = options;
  return {
    command: commandOf(name, network, options),
    model: name,
    networks: [network],
    nodes: options.nodes,
    axes: [],
    points: [{ values: {}, network, parameters: set }],
    set,
    seed: options.seed ?? "1",
    replicates,
    until: stopRule(measureNames(model), { until: options.until, most: options.most, first: replicates }),
    steps: options.steps,
    redraw: options.redraw,
  };
}

function commandOf(
  name: string,
  network: string,
  { nodes, set = [], seed = "1", replicates, until, most, steps, redraw }: RunOptions,
): string {
  const words = ["run", name, "--network", network, ...set.flatMap((setting) => ["--set", setting]), "--seed", seed];
  if (nodes !== undefined) words.push("--nodes", nodes);
  if (replicates !== undefined) words.push("--replicates", String(replicates));
  if (until !== undefined) words.push("--until", until);
  if (most !== undefined) words.push("--most", String(most));
  if (steps !== undefined) words.push("--steps", String(steps));
  if (redraw) words.push("--redraw");
  return `npm run -s ovation -- ${shellWords(words)}`;
}

interface Ran {
  table: Table;
  results: BlockResult[];
  stopped: boolean;
  /** How many worlds there are. */
  worlds: number;
}

/** Runs every world; keeps the blocks themselves where a series or a trace is wanted. */
async function runAll({ job, setup }: Prepared, { trace, series, threads = 1, quiet }: RunOptions): Promise<Ran> {
  const want = trace !== undefined ? "trace" : series ? "series" : "measures";
  const filled = table(1, job.model.measures);
  const kept: { from: number; result: BlockResult }[] = [];
  const { replicates, until } = job.request;
  const plan = until ? untilNarrow(1, replicates, until) : fixed(1, replicates);
  const running = { work: modelWork({ ...setup, want }), plan };
  const { stopped, worlds } = await fill(running, filled, { threads, quiet }, ({ from }, result) => {
    if (want !== "measures") kept.push({ from, result });
  });
  const results = kept.sort((a, b) => a.from - b.from).map(({ result }) => result);
  return { table: filled, results, stopped, worlds: worlds[0] };
}

function answerOf({ job, loaded, networks }: Prepared, { table: filled, worlds }: Ran): RunAnswer {
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

function fullParameters(job: Job, parameters: Record<string, { fallback: unknown }>): Record<string, unknown> {
  const fallbacks = Object.entries(parameters).map(([name, { fallback }]) => [name, fallback] as const);
  return { ...Object.fromEntries(fallbacks), ...job.points[0].parameters };
}

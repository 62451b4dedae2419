import { refuse } from "../../../models/core/index.ts";
import { answerOf } from "../../../models/studies/run/answer.ts";
import { requestOf } from "../../../models/studies/run/request.ts";
import { runSummary } from "../../../models/studies/run/summary.ts";
import { worldColumns } from "../../../models/studies/sweep/rows.ts";
import { prepare, type PreparedSweep, notesOf } from "../../../models/studies/work/job.ts";
import { fixed, untilNarrow } from "../../../models/studies/work/plan.ts";
import { seriesOf } from "../../../models/studies/work/series.ts";
import { type Table, table } from "../../../models/studies/work/table.ts";
import { traceTable } from "../../../models/studies/work/trace.ts";
import { type BlockResult } from "../../../models/studies/work/work.ts";
import { fill } from "../../cli/carry.ts";
import { INTERRUPTED } from "../../cli/errors.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { modelWork } from "../../disk/model-work.ts";
import { writeTable } from "../../disk/rows.ts";
import { disk } from "../../disk/sources.ts";
import { faultsOf, type RunOptions } from "./options.ts";

/** `run`: one model in many worlds. Prints each measure, and writes the files that the options name. */
export async function runModel(name: string, options: RunOptions): Promise<void> {
  refuse(faultsOf(options));
  const request = await requestOf(name, options, disk);
  if (options.out !== undefined) {
    const { runStudy } = await import("../sweep/run-study.ts");
    await runStudy(request, options);
    return;
  }
  const prepared = await prepare(request, disk);
  notesOf(prepared.job).forEach(say);
  const ran = await runAll(prepared, options);
  if (ran.stopped) {
    process.exitCode = INTERRUPTED;
    say("stopped: nothing is written; with --out, finished worlds are kept");
    return;
  }
  const { job, networks } = prepared;
  if (options.rows !== undefined) {
    const { columns, length } = worldColumns(job, ran.table, [ran.worlds]);
    const named = columns.filter(({ name: column }) => column !== "point"); // a run has one point
    await writeTable(options.rows, named, length);
  }
  if (options.trace !== undefined) {
    const { columns, length } = traceTable(ran.results, networks[0]);
    await writeTable(options.trace, columns, length);
  }
  const result = answerOf(prepared, ran.table, ran.worlds);
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

interface Ran {
  table: Table;
  results: BlockResult[];
  stopped: boolean;
  /** How many worlds there are. */
  worlds: number;
}

/** Runs every world; keeps the blocks themselves where a series or a trace is wanted. */
async function runAll({ job, setup }: PreparedSweep, { trace, series, threads = 1, quiet }: RunOptions): Promise<Ran> {
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

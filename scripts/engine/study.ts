import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson, colored, say } from "../cli/output.ts";
import { type Results } from "../../models/studies/sweep/results.ts";
import { disk } from "../disk/sources.ts";
import { claim, readJobFile } from "../disk/folder.ts";
import { writeWhole } from "../disk/atomic.ts";
import { openJournal } from "../disk/journal.ts";
import { table } from "../../models/studies/work/table.ts";
import { removeJournal, writeResults } from "../disk/write-results.ts";
import { type Job, prepare, type Prepared, type Request, toldOf } from "../../models/studies/work/job.ts";
import { resultsOf } from "../../models/studies/sweep/results-of.ts";
import { fillTable, type FilledWorlds } from "../threads/worlds.ts";

export interface StudyOptions {
  out?: string;
  resume?: boolean;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}
/** What `sweep --json` prints. */
export interface StudyAnswer {
  runs: number;
  done: number;
  failed: number;
  /** Worlds that an earlier process had done. */
  skipped: number;
  out: string;
  seconds: number;
}
interface Times {
  started: string;
  finished?: string;
  node: string;
}

/** Runs a job into its results folder, prints its table or its JSON, and sets the exit code. */
export async function runStudy(request: Request, options: StudyOptions): Promise<StudyAnswer> {
  if (options.out === "") throw new RangeError("results: --out must name a folder, got nothing");
  const prepared = await prepare(request, disk);
  toldOf(prepared.job).forEach(say);
  const out =
    options.out ?? join("results", `${slug(request.title ?? prepared.job.model.name)}-${prepared.job.key.slice(0, 8)}`);
  const { counts, results, stopped } = await fill(prepared, out, options);
  if (options.json) answerJson(counts);
  if (stopped) {
    process.exitCode = 130;
    say(`stopped with ${counts.done} of ${counts.runs} worlds done; the same command with --resume goes on`);
  } else if (!options.json) {
    const { terminalTable } = await import("../../models/studies/sweep/report/terminal.ts");
    const { baselineTable } = await import("../../models/studies/sweep/report/terminal-differences.ts");
    const screen = { width: process.stdout.columns || 80, color: colored(process.stdout) };
    answer(terminalTable(results, screen));
    const apart = baselineTable(results, screen);
    if (apart !== null) answer(`\n${apart}`);
    answer(
      `\n${counts.done} worlds in ${counts.seconds.toFixed(1)} s${counts.skipped > 0 ? `, ${counts.skipped} of them before` : ""}. Results: ${out}`,
    );
    answer(`The report opens in any browser: ${join(out, "report.html")}`);
  }
  if (counts.failed > 0) {
    process.exitCode = 1;
    say(`${counts.failed} worlds failed; ${join(out, "rows.parquet")} tells each with its error`);
  }
  return counts;
}

export interface Filled {
  counts: StudyAnswer;
  results: Results;
  stopped: boolean;
}

/** Runs what is missing of a job in its folder and writes the results; a finished job is only read. */
export async function fill(prepared: Prepared, out: string, options: StudyOptions): Promise<Filled> {
  const began = performance.now();
  const { job } = prepared;
  const held = claim(out, { key: job.key, resume: options.resume ?? false });
  const jobFile = join(out, "job.json");
  try {
    if (held.state === "done") return finished(out, job);
    const times: Times = { started: new Date().toISOString(), node: process.version };
    if (held.state !== "new") Object.assign(times, readJobFile(jobFile).times);
    // The words that repeat the job stay those of the first process, so that resuming changes no byte.
    if (held.state !== "new")
      job.request = { ...job.request, command: (readJobFile(jobFile).request as Request).command };
    if (held.state === "new") writeJob(jobFile, job, "running", times);
    const journal = openJournal(join(out, "journal.jsonl"));
    const filled = table(job.points.length, job.model.measures);
    for (const done of journal.found) filled.take(done);
    const skipped = job.points.reduce((sum, { id }) => sum + filled.count(id), 0);
    let ran: FilledWorlds;
    try {
      ran = await fillTable(prepared, filled, {
        want: "measures",
        threads: options.threads ?? allThreads(),
        quiet: options.quiet,
        keep: ({ point, from }, { values, failures }) => journal.append({ point, from, values, failures }),
      });
    } finally {
      journal.close();
    }
    const { worlds, stopped } = ran;
    const results = resultsOf(prepared, filled, worlds);
    if (!stopped) {
      await writeResults(out, job, filled, worlds, results);
      writeJob(jobFile, job, "done", { ...times, finished: new Date().toISOString() });
      removeJournal(out);
    }
    const counts: StudyAnswer = {
      runs: worlds.reduce((sum, count) => sum + count, 0),
      done: job.points.reduce((sum, { id }) => sum + filled.count(id), 0),
      failed: results.failures.length,
      skipped,
      out,
      seconds: (performance.now() - began) / 1000,
    };
    return { counts, results, stopped };
  } finally {
    held.release();
  }
}

function finished(out: string, job: Job): Filled {
  const results = readResults(join(out, "results.json"));
  const measure = job.model.measures[0];
  const runs = results.rows
    .filter((row) => row.measure === measure)
    .reduce((sum, { n, missing }) => sum + n + missing, 0);
  return {
    counts: { runs, done: runs, failed: results.failures.length, skipped: runs, out, seconds: 0 },
    results,
    stopped: false,
  };
}

function readResults(path: string): Results {
  try {
    const results = JSON.parse(readFileSync(path, "utf8")) as Results;
    if (Array.isArray(results.rows) && Array.isArray(results.failures)) return results;
  } catch {
    // told below
  }
  throw new RangeError(
    `results: ${path} must hold the results of this finished job; it is not there, or it is damaged; choose another place with --out`,
  );
}

function writeJob(path: string, job: Job, state: "running" | "done", times: Times): void {
  writeWhole(path, `${JSON.stringify({ state, ...job, times }, null, 2)}\n`);
}

export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allThreads } from "../cli/options.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { answer, answerJson, colored, say } from "../cli/output.ts";
import { progress } from "../cli/progress.ts";
import { shellWords } from "../cli/shell.ts";
import { briefOf } from "../brief/file.ts";
import { poolOf } from "../threads/pool.ts";
import { slug } from "../engine/study.ts";
import { claim, readJobFile } from "../disk/folder.ts";
import { writeWhole } from "../disk/atomic.ts";
import { openJournal } from "../disk/journal.ts";
import { type Table, table } from "../../models/studies/work/table.ts";
import { removeJournal } from "../disk/write-results.ts";
import { columnNames } from "../../models/studies/compare/columns.ts";
import { type Decision, decisionOf } from "../../models/studies/compare/decision.ts";
import { type CompareJob, type PreparedComparison } from "../../models/studies/compare/job.ts";
import { nobodyText } from "../../models/studies/compare/nobody.ts";
import { prepareComparison } from "./prepare.ts";
import { type Ran } from "../../models/studies/compare/stages.ts";
import { makeTask } from "../../models/studies/compare/task.ts";
import { runWorlds } from "../../models/studies/compare/worlds.ts";
import { writeComparison } from "./write.ts";

export interface CompareOptions {
  out?: string;
  resume?: boolean;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}

/** `compare <brief.yaml>`: runs the brief into its results folder, prints its decision table or its JSON, and sets the exit code. */
export async function compare(path: string, options: CompareOptions): Promise<Decision | null> {
  if (options.out === "") throw new RangeError("results: --out must name a folder, got nothing");
  const brief = briefOf(path);
  const prepared = await prepareComparison(brief, `npm run -s ovation -- ${shellWords(["compare", path])}`);
  prepared.job.customers.told.forEach(say);
  const out = options.out ?? join("results", `${slug(brief.title)}-${prepared.job.key.slice(0, 8)}`);
  const began = performance.now();
  const { decision, ran } = await fillComparison(prepared, out, options);
  if (decision === null) {
    process.exitCode = 130;
    say(`stopped with ${ran.done} of ${ran.worlds} worlds done; the same command with --resume goes on`);
    return null;
  }
  if (options.json) {
    decision.nobody.map(nobodyText).forEach(say); // the table says it itself
    answerJson(decision);
  } else {
    const { decisionTable } = await import("../../models/studies/compare/terminal.ts");
    answer(decisionTable(decision, { width: process.stdout.columns || 80, color: colored(process.stdout) }));
    answer(`\n${decision.worlds} worlds in ${((performance.now() - began) / 1000).toFixed(1)} s. Results: ${out}`);
    answer(`The report opens in any browser: ${join(out, "report.html")}`);
  }
  if (decision.failed.length > 0) {
    process.exitCode = 1;
    say(`${decision.failed.length} worlds failed and are left out; ${join(out, "rows.csv")} tells each with its error`);
  }
  return decision;
}

interface Times {
  started: string;
  finished?: string;
  node: string;
}
export interface FilledComparison {
  /** Null where it was stopped before its end. */
  decision: Decision | null;
  ran: Ran & { done: number };
}

/** Runs what is missing of a comparison in its folder and writes the results; a finished one is only read. */
export async function fillComparison(
  prepared: PreparedComparison,
  out: string,
  options: CompareOptions,
): Promise<FilledComparison> {
  const { job } = prepared;
  const held = claim(out, { key: job.key, resume: options.resume ?? false });
  const jobFile = join(out, "job.json");
  try {
    if (held.state === "done") return finished(out);
    const times: Times = { started: new Date().toISOString(), node: process.version };
    if (held.state !== "new") {
      const before = readJobFile(jobFile) as unknown as CompareJob & { times: Times };
      Object.assign(times, before.times);
      job.command = before.command; // the words of the first process, so that resuming changes no byte
    } else writeJob(jobFile, job, "running", times);
    const journal = openJournal(join(out, "journal.jsonl"));
    const filled = table(job.horizons.length, columnNames(job.brief.arms.length));
    for (const done of journal.found) filled.take(done);
    let ran: Awaited<ReturnType<typeof runAll>>;
    try {
      ran = await runAll(prepared, filled, options, (block, result) =>
        journal.append({ point: block.point, from: block.from, ...result }),
      );
    } finally {
      journal.close();
    }
    const counts = { worlds: ran.worlds, longer: ran.longer, done: filled.count(0) };
    if (ran.stopped) return { decision: null, ran: counts };
    const decision = decisionOf(job, filled, ran.worlds, ran.longer);
    await writeComparison(out, prepared, filled, ran, decision);
    writeJob(jobFile, job, "done", { ...times, finished: new Date().toISOString() });
    removeJournal(out);
    return { decision, ran: counts };
  } finally {
    held.release();
  }
}

/** Runs the worlds that the table lacks, with progress, until done or Ctrl-C. */
async function runAll(
  { job, comparison }: PreparedComparison,
  filled: Table,
  options: CompareOptions,
  keep: Parameters<typeof runWorlds>[3]["take"],
): Promise<Ran & { stopped: boolean }> {
  const pool = await poolOf(comparison, options.threads ?? allThreads(), {
    module: new URL("../../models/studies/compare/task.ts", import.meta.url),
    makeTask,
  });
  const shown = progress("worlds", options.quiet ?? false);
  const interrupt = onInterrupt();
  shown.add(job.horizons.reduce((sum, _, look) => sum + filled.count(look), 0));
  try {
    const ran = await runWorlds(pool, job, filled, {
      take(block, result) {
        keep(block, result);
        filled.take({ point: block.point, from: block.from, ...result });
        shown.add(block.to - block.from);
      },
      stopped: interrupt.asked,
      wanted: shown.wanted,
    });
    return { ...ran, stopped: interrupt.asked() };
  } finally {
    shown.stop();
    interrupt.release();
    await pool.close();
  }
}

function finished(out: string): FilledComparison {
  const path = join(out, "decision.json");
  try {
    const decision = revived(readFileSync(path, "utf8"));
    if (!Array.isArray(decision.nobody)) throw new TypeError("a decision of another version");
    return { decision, ran: { worlds: decision.worlds, longer: decision.longer?.worlds ?? 0, done: decision.worlds } };
  } catch {
    throw new RangeError(
      `results: ${path} must hold the decision of this finished comparison; it is not there, or it is damaged; choose another place with --out`,
    );
  }
}

/** A decision as it was written: null is NaN where a number is meant, which no reader but ours needs to know. */
const revived = (text: string): Decision => JSON.parse(text) as Decision;

function writeJob(path: string, job: CompareJob, state: "running" | "done", times: Times): void {
  writeWhole(path, `${JSON.stringify({ state, ...job, times }, null, 2)}\n`);
}

import { join } from "node:path";
import { type Results } from "../../../models/studies/sweep/results.ts";
import { sweepStudy } from "../../../models/studies/sweep/study.ts";
import { prepare, type SweepRequest, notesOf } from "../../../models/studies/work/job.ts";
import { carry, type CarryOptions } from "../../cli/carry.ts";
import { answer, answerJson, colored, say } from "../../cli/output.ts";
import { modelWork } from "../../disk/model-work.ts";
import { disk } from "../../disk/sources.ts";
import { usualFolder } from "../../disk/study-folder.ts";

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

/** Runs a job into its results folder, prints its table or its JSON, and sets the exit code. */
export async function runStudy(request: SweepRequest, options: CarryOptions): Promise<StudyAnswer> {
  const began = performance.now();
  const prepared = await prepare(request, disk);
  notesOf(prepared.job).forEach(say);
  const out = options.out ?? usualFolder(request.title ?? prepared.job.model.name, prepared.job);
  const { answer: results, ...ran } = await carry(sweepStudy(prepared, modelWork), { ...options, out });
  const counts: StudyAnswer = {
    runs: ran.wanted,
    done: ran.done,
    failed: ran.failed.worlds,
    skipped: ran.skipped,
    out,
    seconds: ran.skipped === ran.wanted ? 0 : (performance.now() - began) / 1000,
  };
  if (options.json) answerJson(counts);
  if (results === null) {
    process.exitCode = 130;
    say(`stopped with ${counts.done} of ${counts.runs} worlds done; continue with the same command and --resume`);
  } else if (!options.json) await printResults(results, counts);
  if (counts.failed > 0) {
    process.exitCode = 1;
    say(`${counts.failed} worlds failed; ${join(out, "rows.parquet")} lists each with its error`);
  }
  return counts;
}

async function printResults(results: Results, { done, skipped, seconds, out }: StudyAnswer): Promise<void> {
  const { terminalTable } = await import("../../../models/studies/sweep/report/terminal.ts");
  const { baselineTable } = await import("../../../models/studies/sweep/report/terminal-differences.ts");
  const screen = { width: process.stdout.columns || 80, color: colored(process.stdout) };
  answer(terminalTable(results, screen));
  const apart = baselineTable(results, screen);
  if (apart !== null) answer(`\n${apart}`);
  const before = skipped > 0 ? `, ${skipped} of them earlier` : "";
  answer(`\n${done} worlds in ${seconds.toFixed(1)} s${before}. Results: ${out}`);
  answer(`The report opens in any browser: ${join(out, "report.html")}`);
}

import { join } from "node:path";
import { type Decision } from "../../../models/studies/compare/decision.ts";
import { nobodyText } from "../../../models/studies/compare/nobody.ts";
import { compareStudy } from "../../../models/studies/compare/study.ts";
import { briefOf } from "../../disk/brief-file.ts";
import { carry, type CarryOptions } from "../../cli/carry.ts";
import { answer, answerJson, colored, say } from "../../cli/output.ts";
import { shellWords } from "../../cli/shell.ts";
import { usualFolder } from "../../disk/study-folder.ts";
import { prepareComparison } from "../../../models/studies/compare/prepared.ts";
import { disk } from "../../disk/sources.ts";

/** `compare <brief.yaml>`: runs the brief into its results folder, prints the decision, and sets the exit code. */
export async function compare(path: string, options: CarryOptions): Promise<Decision | null> {
  const brief = briefOf(path);
  const prepared = await prepareComparison(brief, `npm run -s ovation -- ${shellWords(["compare", path])}`, disk);
  prepared.job.customers.told.forEach(say);
  const out = options.out ?? usualFolder(brief.title, prepared.job);
  const began = performance.now();
  const { answer: decision, wanted, done } = await carry(compareStudy(prepared), { ...options, out });
  if (decision === null) {
    process.exitCode = 130;
    say(`stopped with ${done} of ${wanted} worlds done; continue with the same command and --resume`);
    return null;
  }
  if (options.json) {
    decision.nobody.map(nobodyText).forEach(say); // the table says it itself
    answerJson(decision);
  } else {
    const { decisionTable } = await import("../../../models/studies/compare/terminal.ts");
    answer(decisionTable(decision, { width: process.stdout.columns || 80, color: colored(process.stdout) }));
    answer(`\n${decision.worlds} worlds in ${((performance.now() - began) / 1000).toFixed(1)} s. Results: ${out}`);
    answer(`The report opens in any browser: ${join(out, "report.html")}`);
  }
  if (decision.failed.length > 0) {
    process.exitCode = 1;
    say(`${decision.failed.length} worlds failed and are left out; ${join(out, "rows.csv")} lists each with its error`);
  }
  return decision;
}

import { type Leaf, type Study } from "../work/study.ts";
import { table } from "../work/table.ts";
import { type Work } from "../work/work.ts";
import { columnNames, outcomesOf } from "./columns.ts";
import { type Decision, decisionOf } from "./decision.ts";
import { type CompareJob, type PreparedComparison } from "./job.ts";
import { comparePlan } from "./plan.ts";
import { compareColumns } from "./rows.ts";
import { type Comparison, task } from "./task.ts";

/** The worlds of a comparison, for any runner. */
export const compareWork = (setup: Comparison): Work<Comparison> => ({
  name: "compare",
  module: "models/studies/compare/task.ts",
  setup,
  task,
});

/** Compares the programs of a brief with each other and with no program, in the same worlds. */
export function compareStudy(prepared: PreparedComparison): Study<Decision> {
  const { job, comparison } = prepared;
  return {
    job,
    work: compareWork(comparison),
    table: () => table(job.horizons.length, columnNames(job.brief.arms)),
    plan: comparePlan(job),
    answer: (filled, [worlds, longer = 0]) => decisionOf(job, filled, worlds, longer),
    async *files(decision, filled, [worlds, longer = 0]): AsyncGenerator<Leaf> {
      const rows = compareColumns(job, filled, { worlds, longer });
      yield { path: "rows.parquet", ...rows };
      yield { path: "rows.csv", ...rows };
      yield { path: "decision.json", text: `${JSON.stringify(decision, null, 1)}\n` };
      // Drawing code is slow to load, and only a finished job needs it.
      const { comparePage } = await import("./report/page.ts");
      const { newDocument } = await import("../telling/document.ts");
      const of = outcomesOf(filled, 0, worlds);
      const npv = job.brief.arms.map((_, arm) => of(arm, "npv").filter(Number.isFinite));
      yield { path: "report.html", text: comparePage(decision, job, npv, newDocument()) };
    },
    kept: {
      path: "decision.json",
      what: "decision",
      read(text) {
        const decision = JSON.parse(text("decision.json")) as Decision; // null is NaN where a number is meant
        return Array.isArray(decision.nobody) ? decision : undefined;
      },
    },
    as(saved) {
      const { ovation, key, command, code } = saved as CompareJob;
      return compareStudy({ ...prepared, job: { ...job, ovation, key, command, code } });
    },
    since: (saved) => changed(saved as CompareJob, job),
  };
}

function changed(before: CompareJob, now: CompareJob): string[] {
  const changes: string[] = [];
  if (before.ovation !== now.ovation) changes.push(`version: was ${before.ovation}, is ${now.ovation}`);
  for (const [name, print] of Object.entries(before.code))
    if (now.code[name] !== print) changes.push(`${name}: its code has changed`);
  if (before.customers.fingerprint !== now.customers.fingerprint)
    changes.push(`customers: ${before.customers.spec} now gives different customers`);
  return changes;
}

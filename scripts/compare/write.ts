import { join } from "node:path";
import { writeWhole } from "../disk/atomic.ts";
import { writeTable } from "../disk/rows.ts";
import { type Table } from "../../models/studies/work/table.ts";
import { outcomesOf } from "../../models/studies/compare/columns.ts";
import { type Decision } from "../../models/studies/compare/decision.ts";
import { type PreparedComparison } from "../../models/studies/compare/job.ts";
import { compareColumns } from "../../models/studies/compare/rows.ts";
import { type Ran } from "../../models/studies/compare/stages.ts";

/** Writes all that the folder of a comparison holds besides `job.json`; all of it follows from the rows alone. */
export async function writeComparison(
  out: string,
  { job }: PreparedComparison,
  filled: Table,
  ran: Ran,
  decision: Decision,
): Promise<void> {
  const { columns, length } = compareColumns(job, filled, ran);
  await writeTable(join(out, "rows.parquet"), columns, length);
  await writeTable(join(out, "rows.csv"), columns, length);
  writeWhole(join(out, "decision.json"), `${JSON.stringify(decision, null, 1)}\n`);
  const { comparePage } = await import("../../models/studies/compare/report/page.ts");
  const { newDocument } = await import("../../models/studies/telling/document.ts");
  const of = outcomesOf(filled, 0, ran.worlds);
  const npv = job.brief.arms.map((_, arm) => of(arm, "npv").filter(Number.isFinite));
  writeWhole(join(out, "report.html"), comparePage(decision, job, npv, newDocument()));
}

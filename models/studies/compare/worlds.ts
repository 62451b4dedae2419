import { execute } from "../work/execute.ts";
import { type Pool } from "../work/runner.ts";
import { type Block, type BlockResult } from "../work/task.ts";
import { type Table } from "../work/table.ts";
import { type CompareJob } from "./job.ts";
import { type Ran, stages } from "./stages.ts";

export interface Watch {
  take(block: Block, result: BlockResult): void;
  stopped(): boolean;
  /** How many worlds are wanted in all, each time that becomes known better. */
  wanted(worlds: number): void;
}
/** Fills the table with every world that the brief asks for. */
export async function runWorlds(pool: Pool, job: CompareJob, table: Table, watch: Watch): Promise<Ran> {
  const plan = stages(job, table);
  for (;;) {
    const { done, value } = plan.next();
    if (done) return value;
    const { worlds, longer, missing } = value;
    watch.wanted(worlds + longer);
    await execute(pool, missing, { want: "measures", ...watch });
    if (watch.stopped()) return { worlds, longer };
  }
}

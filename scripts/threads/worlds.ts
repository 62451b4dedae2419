import { looks, narrowEnough } from "../../models/experiments/index.ts";
import { summarize } from "../../models/statistics/index.ts";
import { type Table } from "../../models/studies/work/table.ts";
import { execute } from "../../models/studies/work/execute.ts";
import { type Job, type Prepared } from "../../models/studies/work/job.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { progress } from "../cli/progress.ts";
import { openPool } from "./pool.ts";
import { type Pool } from "../../models/studies/work/runner.ts";
import { type Block, type BlockResult } from "../../models/studies/work/task.ts";

export interface Filling {
  want: Block["want"];
  threads?: number;
  quiet?: boolean;
  /** Called for each finished block before the table takes it. */
  keep?(block: Block, result: BlockResult): void;
}
export interface FilledWorlds {
  /** Worlds of each point. */
  worlds: number[];
  /** Ctrl-C came first: some worlds are missing. */
  stopped: boolean;
}

/** Runs the worlds that the table lacks on threads of their own, with progress, until done or Ctrl-C. */
export async function fillTable(
  { job, setup }: Pick<Prepared, "job" | "setup">,
  table: Table,
  { want, threads = 1, quiet = false, keep }: Filling,
): Promise<FilledWorlds> {
  const pool = await openPool(setup, threads);
  const shown = progress("worlds", quiet);
  const interrupt = onInterrupt();
  shown.add(job.points.reduce((sum, { id }) => sum + table.count(id), 0));
  try {
    const worlds = await runWorlds(pool, job, table, {
      want,
      take(block, result) {
        keep?.(block, result);
        table.take({ point: block.point, from: block.from, ...result });
        shown.add(block.to - block.from);
      },
      stopped: interrupt.asked,
      wanted: shown.wanted,
    });
    return { worlds, stopped: interrupt.asked() };
  } finally {
    shown.stop();
    interrupt.release();
    await pool.close();
  }
}

interface Watch {
  want: Block["want"];
  take(block: Block, result: BlockResult): void;
  stopped(): boolean;
  /** How many worlds are wanted in all, each time that becomes known better. */
  wanted(worlds: number): void;
}

/**
 * Fills the table with every world the job asks for. With a stop rule a point is looked at when it has
 * as many worlds as the looks planned in advance: so where it stops depends on its worlds alone, not
 * on threads or on a pause in between. Returns the number of worlds a point.
 */
async function runWorlds(pool: Pool, job: Job, table: Table, watch: Watch): Promise<number[]> {
  const { replicates, until } = job.request;
  const plan = until ? looks(replicates, until.most) : [replicates];
  const worlds = job.points.map(() => plan[0]);
  for (;;) {
    watch.wanted(worlds.reduce((sum, count) => sum + count, 0));
    const stretches = job.points.flatMap(({ id }) => table.missing(id, worlds[id]));
    await execute(pool, stretches, watch);
    if (!until || watch.stopped()) return worlds;
    const open = job.points.filter(({ id }) => {
      return worlds[id] < until.most && !narrowEnough(summarize(table.column(id, until.measure, worlds[id])), until);
    });
    if (open.length === 0) return worlds;
    for (const { id } of open) worlds[id] = plan.find((look) => look > worlds[id]) ?? until.most;
  }
}

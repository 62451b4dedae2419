import { availableParallelism } from "node:os";
import { here, type Runner } from "../../models/studies/work/runner.ts";
import { type BlockResult } from "../../models/studies/work/work.ts";

/** The number of processors of this machine. */
export const allThreads = (): number => availableParallelism();

/** Runs work on threads with shared memory. A single lane is this thread, unless the work may never end. */
export const threads = (lanes: number): Runner => ({
  async open(work) {
    if (lanes === 1 && !work.endless) return here.open(work);
    const { Piscina } = await import("piscina");
    const { module, setup } = work;
    const piscina = new Piscina({
      filename: new URL("./entry.mjs", import.meta.url).href,
      workerData: { module, setup },
      minThreads: lanes,
      maxThreads: lanes,
      concurrentTasksPerWorker: 1,
    });
    return { lanes, run: (block) => piscina.run(block) as Promise<BlockResult>, close: () => piscina.destroy() };
  },
});

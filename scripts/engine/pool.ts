import { type Setup } from "./setup.ts";
import { type Block, type BlockResult, makeTask } from "./task.ts";

/** Runs blocks of worlds: in this process, or on several threads that share one copy of the networks. */
export interface Pool {
  threads: number;
  run(block: Block): Promise<BlockResult>;
  close(): Promise<void>;
}

export async function openPool(setup: Setup, threads: number): Promise<Pool> {
  // A catalogued model comes to rest; one of somebody's own may not, and Ctrl-C must get through then.
  if (threads === 1 && setup.model.path === undefined) return { threads, run: makeTask(setup), close: () => Promise.resolve() };
  const { Piscina } = await import("piscina");
  const filename = new URL("./pool-entry.mjs", import.meta.url).href;
  const workers = { minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: 1 };
  const piscina = new Piscina({ filename, workerData: { setup }, ...workers });
  return { threads, run: (block) => piscina.run(block) as Promise<BlockResult>, close: () => piscina.destroy() };
}

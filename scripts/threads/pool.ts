import { type Setup } from "../../models/studies/work/setup.ts";
import { type Pool, type Work } from "../../models/studies/work/runner.ts";
import { type BlockResult } from "../../models/studies/work/task.ts";
import { makeTask } from "./task.ts";

/** Worlds of a model. A catalogued one comes to rest; one of somebody's own may not. */
export function openPool(setup: Setup, threads: number): Promise<Pool> {
  return poolOf(setup, threads, {
    module: new URL("./task.ts", import.meta.url),
    makeTask,
    endless: setup.model.path !== undefined,
  });
}

export async function poolOf<S>(
  setup: S,
  threads: number,
  { module, makeTask: make, endless = false }: Work<S>,
): Promise<Pool> {
  if (threads === 1 && !endless) return { threads, run: make(setup), close: () => Promise.resolve() };
  const { Piscina } = await import("piscina");
  const filename = new URL("./pool-entry.mjs", import.meta.url).href;
  const workers = { minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: 1 };
  const piscina = new Piscina({ filename, workerData: { setup, module: module.href }, ...workers });
  return { threads, run: (block) => piscina.run(block) as Promise<BlockResult>, close: () => piscina.destroy() };
}

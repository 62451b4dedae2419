import { type Setup } from "./setup.ts";
import { type Block, type BlockResult, makeTask, type Task } from "./task.ts";

/** Runs blocks of worlds: in this process, or on several threads that share one copy of the networks. */
export interface Pool {
  threads: number;
  run(block: Block): Promise<BlockResult>;
  close(): Promise<void>;
}

/** Where the work of a pool is defined: a module that exports `makeTask`, and that function itself. */
export interface Work<S> {
  module: URL;
  makeTask(setup: S): Task;
  /** Work that may never end runs on a thread even where there is one: Ctrl-C must get through then. */
  endless?: boolean;
}

/** Worlds of a model. A catalogued one comes to rest; one of somebody's own may not. */
export function openPool(setup: Setup, threads: number): Promise<Pool> {
  return poolOf(setup, threads, { module: new URL("./task.ts", import.meta.url), makeTask, endless: setup.model.path !== undefined });
}

export async function poolOf<S>(setup: S, threads: number, { module, makeTask: make, endless = false }: Work<S>): Promise<Pool> {
  if (threads === 1 && !endless) return { threads, run: make(setup), close: () => Promise.resolve() };
  const { Piscina } = await import("piscina");
  const filename = new URL("./pool-entry.mjs", import.meta.url).href;
  const workers = { minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: 1 };
  const piscina = new Piscina({ filename, workerData: { setup, module: module.href }, ...workers });
  return { threads, run: (block) => piscina.run(block) as Promise<BlockResult>, close: () => piscina.destroy() };
}

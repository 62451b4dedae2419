import { type Block, type BlockResult, type Task } from "./task.ts";

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

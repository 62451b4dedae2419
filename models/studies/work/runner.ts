import { type Task, type Work } from "./work.ts";

/** Runs the blocks of one job; each lane takes one block at a time. */
export interface Crew {
  lanes: number;
  run: Task;
  close(): Promise<void>;
}

/** Opens crews in this process, on threads or on other machines. Where and when a block runs changes no result. */
export interface Runner {
  open<S>(work: Work<S>): Promise<Crew>;
}

/** Runs work in this process, in any engine. */
export const here: Runner = {
  open: async ({ task, setup }) => Promise.resolve({ lanes: 1, run: task(setup), close: () => Promise.resolve() }),
};

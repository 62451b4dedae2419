import { type Task, type Work } from "./work.ts";

/** Those who carry out one work; each lane takes one block at a time. */
export interface Crew {
  lanes: number;
  run: Task;
  close(): Promise<void>;
}

/** Carries out work: in this process, on threads, on other machines. Who runs a block, and when, changes no result. */
export interface Runner {
  open<S>(work: Work<S>): Promise<Crew>;
}

/** In this process, whichever engine that is. */
export const here: Runner = {
  open: async ({ task, setup }) => Promise.resolve({ lanes: 1, run: task(setup), close: () => Promise.resolve() }),
};

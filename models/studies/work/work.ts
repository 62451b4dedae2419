import { type Numbers } from "../../core/index.ts";

/** Worlds [from, to) at one point of a design. */
export interface Block {
  point: number;
  from: number;
  to: number;
}
export interface Failure {
  world: number;
  error: string;
}
/** What became of a block: a row of numbers a world, and what the setup asks to keep beside them, an entry a world. */
export interface BlockResult {
  /** The rows, one after the other; NaN where the world failed. */
  values: Float64Array;
  failures: Failure[];
  /** Each world's measures at steps 0, 1, 2, …, step by step. */
  series?: Float64Array[];
  /** Each world's customers reached: node, when, through, in order of time and node. */
  traces?: Int32Array[];
  /** Each world's columns at its end. */
  states?: Record<string, Numbers>[];
}
export type Task = (block: Block) => Promise<BlockResult>;

/** A job of many worlds, in a form that any runner can carry out: another thread or machine makes the same task from the same setup. */
export interface Work<S = unknown> {
  /** What it is looked up by where there are no modules, as in a page. */
  name: string;
  /** The module that exports `task`, by its path from the project's root. */
  module: string;
  /** Plain records and typed arrays, which can be cloned or sent. What is shared in memory only makes it faster. */
  setup: S;
  task(setup: S): Task;
  /** Work that may never end runs on a thread even where there is one: Ctrl-C must get through then. */
  endless?: boolean;
}

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
/**
 * The result of a block: a row of numbers for each world and, where the setup asks for more, an entry for each world.
 */
export interface BlockResult {
  /** The rows, one after the other; NaN where the world failed. */
  values: Float64Array;
  failures: Failure[];
  /** Each world's measures at steps 0, 1, 2, …, step by step. */
  series?: Float64Array[];
  /** The customers reached in each world: node, when, through; in order of time and node. */
  traces?: Int32Array[];
}
export type Task = (block: Block) => Promise<BlockResult>;

/** A job of many worlds for any runner: another thread or machine makes the same task from the same setup. */
export interface Work<S = unknown> {
  /** The name to look it up by where modules cannot be loaded by path, as in a page. */
  name: string;
  /** The module that exports `task`, by its path from the root of the project. */
  module: string;
  /** Plain records and typed arrays, which can be cloned or sent; shared memory only makes that faster. */
  setup: S;
  task(setup: S): Task;
  /** True where it may never end: then it runs on another thread even if there is only one, so that Ctrl-C works. */
  endless?: boolean;
}

import { type FileColumns } from "./columns.ts";
import { type Intake, type Table } from "./table.ts";
import { type Work } from "./work.ts";

/** The identity of a job: the version that ran it, and a key made from everything its results depend on. */
export interface Identity {
  ovation: string;
  key: string;
}
/** A file of a results folder as data: a text, a table, or a drawing to be written as PNG. */
export type Leaf = { path: string } & ({ text: string } | FileColumns | { drawing: string });
/** The file with the answer of a finished job, and what it is called. */
export interface Kept<A> {
  path: string;
  what: string;
  /** Reads the answer from texts by path; undefined or an error where they are not as expected. */
  read(text: (path: string) => string): A | undefined;
}

/**
 * A question that takes many worlds: what to run, for how long, and how to make the answer. One carrier runs all kinds.
 */
export interface Study<A = unknown, T extends Intake = Table> {
  /** Saved as `job.json`; the study can be made again from it. */
  job: Identity & { kind: string };
  /** What was dropped, chosen or assumed while preparing, a sentence each. */
  notes?: readonly string[];
  work: Work;
  table(): T;
  /** See `Plan`. */
  plan(table: T): readonly number[];
  /** What progress counts, and how many of them come before a world; worlds unless stated. */
  units?: { name: string; before(world: number): number };
  /** True where there is so little work that threads cost more than they save. */
  small?: boolean;
  answer(table: T, worlds: readonly number[]): A;
  /**
   * All files of the folder except `job.json`. They follow from the rows alone, so a resumed job has the same bytes.
   */
  files(answer: A, table: T, worlds: readonly number[]): Generator<Leaf> | AsyncGenerator<Leaf>;
  kept: Kept<A>;
  /** The same study under the identity of a saved job: its version, keys and command. */
  as(saved: Identity): Study<A, T>;
  /** What has changed since the saved job, a sentence each. */
  since(saved: Identity): string[];
}

import { type Columns } from "./columns.ts";
import { type Intake, type Table } from "./table.ts";
import { type Work } from "./work.ts";

/** What a job is known by: the version that ran it, the fingerprint of all its results depend on, and what was asked for. */
export interface Identity {
  ovation: string;
  key: string;
}
/** A file of a results folder, as data: a text, a table, or a drawing that is written as PNG. */
export type Leaf = { path: string } & ({ text: string } | Columns | { drawing: string });
/** The name under which a finished job's answer stands in its folder, and what it is called. */
export interface Kept<A> {
  path: string;
  what: string;
  /** The answer of those texts, by path; undefined or an error where they are not what they should be. */
  read(text: (path: string) => string): A | undefined;
}

/** A question that takes many worlds: what to run, until when, and what to make of it. One carrier runs every kind. */
export interface Study<A = unknown, T extends Intake = Table> {
  /** Stands in `job.json`; the question can be made again from it. */
  job: Identity & { kind: string };
  /** What was dropped, chosen or assumed to make it ready, a sentence each. */
  told?: readonly string[];
  work: Work;
  table(): T;
  /** See `Plan`. */
  plan(table: T): readonly number[];
  /** What progress counts, and how many of them there are before a world; worlds unless told. */
  units?: { name: string; before(world: number): number };
  /** So little work that threads cost more than they save. */
  small?: boolean;
  answer(table: T, worlds: readonly number[]): A;
  /** All that its folder holds besides `job.json`; it follows from the rows alone, so a resumed job has the same bytes. */
  files(answer: A, table: T, worlds: readonly number[]): Generator<Leaf> | AsyncGenerator<Leaf>;
  kept: Kept<A>;
  /** The same under the identity of a saved job: its version, keys and command. */
  as(saved: Identity): Study<A, T>;
  /** What the saved job depended on that has changed since, a sentence each. */
  since(saved: Identity): string[];
}

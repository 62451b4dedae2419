import { looks, narrowEnough } from "../../experiments/index.ts";
import { summarize } from "../../statistics/index.ts";
import { type Until } from "./job.ts";
import { type Intake, type Table } from "./table.ts";

/**
 * How many worlds are wanted of each point, given those that are done: a pure function of the table. It is asked
 * again when all that it wanted are there, and wants no more when the job is done.
 */
export type Plan<T extends Intake = Table> = (table: T) => readonly number[];

/** So many worlds of every point. */
export const fixed = (points: number, worlds: number): (() => readonly number[]) => {
  const wanted = new Array<number>(points).fill(worlds);
  return () => wanted;
};

/**
 * Worlds are added until the measure's mean is narrow. A point is looked at when it has as many worlds as the looks
 * planned in advance, so where it stops depends on its worlds alone, not on threads or on a pause in between.
 */
export function untilNarrow(points: number, first: number, until: Until): Plan {
  const plan = looks(first, until.most);
  const isNarrow = (table: Table, point: number, worlds: number): boolean =>
    narrowEnough(summarize(table.column(point, until.measure, worlds)), until);
  return (table) => Array.from({ length: points }, (_, point) => lastLook(plan, table, point, isNarrow));
}

/** The first of the looks that the point has not all worlds of, or at which it is narrow; else the last. */
export function lastLook(
  looks: readonly number[],
  table: Table,
  point: number,
  isNarrow: (table: Table, point: number, worlds: number) => boolean,
): number {
  const done = (worlds: number): boolean => table.missing(point, worlds).length === 0;
  return looks.find((worlds) => !done(worlds) || isNarrow(table, point, worlds)) ?? looks[looks.length - 1];
}

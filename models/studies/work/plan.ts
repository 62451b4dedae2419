import { looks, narrowEnough } from "../../experiments/index.ts";
import { summarize } from "../../statistics/index.ts";
import { type Until } from "./job.ts";
import { type Intake, type Table } from "./table.ts";

/**
 * The number of worlds wanted at each point, given those that are done: a pure function of the table. The loop asks
 * again when they are all there; a plan that wants no more ends the job.
 */
export type Plan<T extends Intake = Table> = (table: T) => readonly number[];

/** The same number of worlds at every point. */
export const fixed = (points: number, worlds: number): (() => readonly number[]) => {
  const wanted = new Array<number>(points).fill(worlds);
  return () => wanted;
};

/**
 * Adds worlds until the interval of the measure's mean is narrow. A point is examined at numbers of worlds planned in
 * advance, so where it stops depends on its worlds alone, not on threads or pauses.
 */
export function untilNarrow(points: number, first: number, until: Until): Plan {
  const plan = looks(first, until.most);
  const isNarrow = (table: Table, point: number, worlds: number): boolean =>
    narrowEnough(summarize(table.column(point, until.measure, worlds)), until);
  return (table) => Array.from({ length: points }, (_, point) => lastLook(plan, table, point, isNarrow));
}

/** The first planned look for which the point lacks worlds or is narrow; else the last. */
export function lastLook(
  looks: readonly number[],
  table: Table,
  point: number,
  isNarrow: (table: Table, point: number, worlds: number) => boolean,
): number {
  const done = (worlds: number): boolean => table.missing(point, worlds).length === 0;
  return looks.find((worlds) => !done(worlds) || isNarrow(table, point, worlds)) ?? looks[looks.length - 1];
}

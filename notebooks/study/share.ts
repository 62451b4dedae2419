import { type Interval, wilson } from "../../models/statistics/index.ts";

/** In what share of so many worlds something holds, and the interval of that, which never leaves 0 to 1. */
export interface Share extends Interval {
  share: number;
  worlds: number;
}

/** Whether a measure that is 0 or 1 is 1. */
export const isOne = (value: number): boolean => value === 1;

/** The share of worlds whose value holds; of no worlds it does not exist (NaN), with an interval from 0 to 1. */
export function shareOf(values: Float64Array, holds: (value: number) => boolean): Share {
  const count = values.reduce((sum, value) => sum + Number(holds(value)), 0);
  return { share: count / values.length, ...wilson(count, values.length), worlds: values.length };
}

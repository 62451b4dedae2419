import { type Interval, wilson } from "../../models/statistics/index.ts";

/** The share of worlds in which something holds, with its interval, which stays between 0 and 1. */
export interface Share extends Interval {
  share: number;
  worlds: number;
}

/** True for 1, of a measure that is 0 or 1. */
export const isOne = (value: number): boolean => value === 1;

/** The share of worlds for whose value `holds` is true; NaN with an interval from 0 to 1 if there are no worlds. */
export function shareOf(values: Float64Array, holds: (value: number) => boolean): Share {
  const count = values.reduce((sum, value) => sum + Number(holds(value)), 0);
  return { share: count / values.length, ...wilson(count, values.length), worlds: values.length };
}

import { type Condition } from "../../influence/estimators/conditions.ts";
import { estimators } from "../../influence/estimators/estimators.ts";
import { findingsOf, type WorldFindings } from "../../influence/estimators/laboratory.ts";
import { filling } from "../work/filling.ts";
import { type Task } from "../work/work.ts";

/** Everything the laboratory needs; the conditions are its points. */
export interface Laboratory {
  seed: string;
  conditions: readonly Condition[];
}

/**
 * The numbers of a world: the estimate and standard error of each estimator, then the excess at each degree, and the
 * excess at the first degree had nobody copied.
 */
export const NUMBERS = [
  ...estimators.flatMap(({ name }) => [name, `${name}, error`]),
  "excess 1",
  "excess 2",
  "excess 3",
  "without",
];

/** Runs worlds of the conditions. */
export const task = ({ seed, conditions }: Laboratory): Task =>
  filling(NUMBERS.length, (out, world, condition) => {
    const { findings, curve, without } = findingsOf(conditions[condition], seed, world);
    out.set([...findings.flatMap(({ estimate, stderr }) => [estimate, stderr]), ...curve, without]);
  });

/** The findings in a row. */
export function findingsIn(row: Float64Array): WorldFindings {
  const at = 2 * estimators.length;
  return {
    findings: estimators.map((_, k) => ({ estimate: row[2 * k], stderr: row[2 * k + 1] })),
    curve: [...row.subarray(at, at + 3)],
    without: row[at + 3],
  };
}

import { type Condition } from "../../influence/estimators/conditions.ts";
import { estimators } from "../../influence/estimators/estimators.ts";
import { findingsOf, type WorldFindings } from "../../influence/estimators/laboratory.ts";
import { filling } from "../work/filling.ts";
import { type Task } from "../work/work.ts";

/** All that the laboratory needs to know: the conditions are its points. */
export interface Laboratory {
  seed: string;
  conditions: readonly Condition[];
}

/** What is told of a world: of each estimator its estimate and standard error, then the excess at each degree, and at the first had nobody copied. */
export const FOUND = [
  ...estimators.flatMap(({ name }) => [name, `${name}, error`]),
  "excess 1",
  "excess 2",
  "excess 3",
  "without",
];

/** Looks at worlds of conditions. */
export const task = ({ seed, conditions }: Laboratory): Task =>
  filling(FOUND.length, (out, world, condition) => {
    const { findings, curve, without } = findingsOf(conditions[condition], seed, world);
    out.set([...findings.flatMap(({ estimate, stderr }) => [estimate, stderr]), ...curve, without]);
  });

/** What a row tells. */
export function findingsIn(row: Float64Array): WorldFindings {
  const at = 2 * estimators.length;
  return {
    findings: estimators.map((_, k) => ({ estimate: row[2 * k], stderr: row[2 * k + 1] })),
    curve: [...row.subarray(at, at + 3)],
    without: row[at + 3],
  };
}

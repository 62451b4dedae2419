import { type Condition } from "../../influence/estimators/conditions.ts";
import { findingsOf, type WorldFindings } from "../../influence/estimators/laboratory.ts";

/** What a thread needs to know. */
export interface LaboratoryWork {
  seed: string;
  conditions: readonly Condition[];
}
/** Worlds from … to of one condition. */
export interface Shift {
  condition: number;
  from: number;
  to: number;
}

/** The one function that looks at worlds, in the process itself and in every thread. */
export function laboratoryTask({ seed, conditions }: LaboratoryWork): (shift: Shift) => WorldFindings[] {
  return ({ condition, from, to }) =>
    Array.from({ length: to - from }, (_, k) => findingsOf(conditions[condition], seed, from + k));
}

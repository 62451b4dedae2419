/** The value of a program, person by person, and rehearsals of field tests. */
export { type Credit, creditsOf } from "./credit/removal.ts";
export { type ArmJob, marketOnly, runArm, type Running } from "./arm.ts";
export { type Rerun, rerunOf } from "./credit/rerun.ts";
export { type Share, shapley } from "./credit/shapley.ts";
export {
  type Arm,
  type Cost,
  COSTS,
  costsOf,
  type Gain,
  GAINS,
  type Ledger,
  ledger,
  netOf,
  socialValue,
} from "./ledger.ts";
export { adoptersOf, type Outcome, outcomeOf, OUTCOMES } from "./outcome.ts";
export { type DesignName, DESIGNS } from "./rehearsal/designs.ts";
export { type FieldTest, fieldTest, type Tested } from "./rehearsal/field-test.ts";
export { judge, type Verdict } from "./rehearsal/verdict.ts";

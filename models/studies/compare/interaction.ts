import { type Cost, COSTS } from "../../ledger/ledger.ts";
import { type Arm } from "../brief/brief.ts";
import { type OutcomeName } from "./columns.ts";
import { jointsOf } from "./joint.ts";
import { less, type Line, LINES, type Mean, meanOf } from "./measures.ts";

/** What programs in one market are worth together beyond what each is worth alone, in the same worlds. */
export interface Interaction {
  arm: string;
  parts: {
    program: string;
    /** The arm of the brief in which it runs alone; null where the comparison adds it. */
    arm: string | null;
    /** What it is worth alone. */
    npv: Mean;
    /** What it costs beside the others. */
    costs: Record<Cost, Mean>;
  }[];
  /** Worth of all together less that of each alone: above 0 they help, below 0 they stand in each other's way. */
  worth: Mean;
  /** The same of each line of the ledger; gains less costs are `worth`. */
  lines: Record<Line, Mean>;
}

/** The interaction of every arm with several programs; `column` gives a column in every world. */
export function interactionsOf(arms: readonly Arm[], column: (name: string) => Float64Array): Interaction[] {
  return jointsOf(arms).joints.map(({ arm, parts }) => {
    const beyond = (name: OutcomeName): Mean =>
      meanOf(parts.reduce((left, { alone }) => less(left, column(`${alone} ${name}`)), column(`${arm} ${name}`)));
    return {
      arm: arms[arm].name,
      parts: parts.map(({ program, alone }) => ({
        program,
        arm: arms.at(alone)?.name ?? null,
        npv: meanOf(column(`${alone} npv`)),
        costs: byName(COSTS, (line) => meanOf(column(`${arm} ${program} ${line}`))),
      })),
      worth: beyond("npv"),
      lines: byName(LINES, beyond),
    };
  });
}

const byName = <N extends string>(names: readonly N[], of: (name: N) => Mean): Record<N, Mean> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<N, Mean>;

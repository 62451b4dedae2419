import { OUTCOMES } from "../../ledger/outcome.ts";
import { type Table } from "../work/table.ts";
import { costColumns, jointsOf, type Runs } from "./joint.ts";

export { OUTCOMES };

/**
 * The numbers kept for each arm: every outcome and, in some worlds, two outcomes of the same arm without the last tenth
 * of its members.
 */
export const KEPT = [...OUTCOMES, "fewerNpv", "fewerAdvocates"] as const;
export type OutcomeName = (typeof KEPT)[number];

/** The numbers kept for the arm without any program. */
export const WITHOUT = ["equity", "adopters"] as const;

/** The two looks at a world: at the horizon of the brief, and at twice that. */
export const LOOKS = [0, 1] as const;
export type Look = (typeof LOOKS)[number];

/**
 * The names of a world's numbers: those without any program, then those of each arm in turn, then the costs of each
 * program where an arm has several.
 */
export function columnNames(arms: number | readonly Runs[]): string[] {
  const { all, joints } = typeof arms === "number" ? { all: Array(arms), joints: [] } : jointsOf(arms);
  return [
    ...WITHOUT.map((name) => `none ${name}`),
    ...Array.from(all, (_, arm) => KEPT.map((name) => `${arm} ${name}`)).flat(),
    ...joints.flatMap(costColumns),
  ];
}

/** One outcome of an arm in the first worlds, by the arm's place. */
export type Outcomes = (arm: number, name: OutcomeName) => Float64Array;

/** The outcomes of a look, each column read once. */
export function outcomesOf(table: Table, look: Look, worlds: number): Outcomes {
  const read = new Map<string, Float64Array>();
  return (arm, name) => {
    const key = `${arm} ${name}`;
    let column = read.get(key);
    if (!column) read.set(key, (column = table.column(look, key, worlds)));
    return column;
  };
}

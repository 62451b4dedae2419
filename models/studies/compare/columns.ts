import { OUTCOMES } from "../../ledger/outcome.ts";
import { type Table } from "../work/table.ts";

export { OUTCOMES };

/** What is kept of each arm: every outcome, and in some worlds two of the same arm without the last tenth of its members. */
export const KEPT = [...OUTCOMES, "fewerNpv", "fewerAdvocates"] as const;
export type OutcomeName = (typeof KEPT)[number];

/** What is kept of the arm without any program. */
export const WITHOUT = ["equity", "adopters"] as const;

/** The two looks at a world: at the horizon of the brief, and at twice that. */
export const LOOKS = [0, 1] as const;
export type Look = (typeof LOOKS)[number];

/** The names of a world's numbers: those of no program, then what is kept of each arm in turn. */
export function columnNames(arms: number): string[] {
  return [
    ...WITHOUT.map((name) => `none ${name}`),
    ...Array.from({ length: arms }, (_, arm) => KEPT.map((name) => `${arm} ${name}`)).flat(),
  ];
}

/** How many numbers a world has. */
export const widthOf = (arms: number): number => WITHOUT.length + arms * KEPT.length;

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

import { mean } from "../../core/index.ts";
import { programNamed } from "../../programs/programs.ts";
import { judge, type Verdict } from "../../ledger/rehearsal/verdict.ts";
import { type Method, type PersonOutcome } from "../../ledger/rehearsal/field-test.ts";
import { type Arm, type Brief } from "../brief/brief.ts";
import { TOLD } from "./task.ts";

/**
 * What a method is worth: its verdict, units drawn on average, what its test costs, and what the smallest one that
 * would do costs.
 */
export type MethodVerdict = Method & Verdict & { units: number; bill: number; smallestBill: number };

export interface Rehearsed {
  title: string;
  arm: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
  people: number;
  /** Settings of the arm about who is recruited, which a test does not use: whoever is treated takes part. */
  unused: string[];
  currency: string;
  methods: MethodVerdict[];
}

/** What the worlds say of a method; worlds that failed are left out. */
export function verdictOf(method: Method, m: number, rows: readonly Float64Array[]): MethodVerdict {
  const all = rows.filter((row) => !Number.isNaN(row[0]));
  const at = (row: Float64Array, name: (typeof TOLD)[number]): number => row[1 + m * TOLD.length + TOLD.indexOf(name)];
  const verdict = judge(
    all.map((row) => ({
      value: at(row, "value"),
      stderr: at(row, "stderr"),
      n: at(row, "n"),
      people: at(row, "people"),
    })),
    all.map((row) => row[0]),
  );
  const bill = mean(all.map((row) => at(row, "bill")).filter(Number.isFinite));
  return {
    ...method,
    ...verdict,
    units: mean(all.map((row) => at(row, "units"))),
    bill,
    smallestBill: (bill * verdict.smallestTest) / verdict.people,
  };
}

/** What the arm sets, or the brief assumes, of who is recruited and in which order. */
export function unusedIn(
  { assumptions }: Brief,
  { program, parameters }: Pick<Arm, "program" | "parameters">,
): string[] {
  const { takes, named } = programNamed(program);
  const told = new Set([...Object.keys(parameters), ...assumptions.flatMap(({ name }) => named(name))]);
  return [...new Set([...takes.members, ...takes.recruiting])].filter((name) => told.has(name));
}

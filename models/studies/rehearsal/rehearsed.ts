import { mean } from "../../core/index.ts";
import { programNamed } from "../../programs/programs.ts";
import { judge, type Verdict } from "../../ledger/rehearsal/verdict.ts";
import { type Method, type PersonOutcome } from "../../ledger/rehearsal/field-test.ts";
import { type Arm, type Brief } from "../brief/brief.ts";
import { REPORTED } from "./task.ts";

/**
 * The verdict on a method, with the mean number of units, the cost of its test, and the cost of the smallest sufficient
 * test.
 */
export type MethodVerdict = Method & Verdict & { units: number; bill: number; smallestBill: number };

export interface Rehearsed {
  title: string;
  arm: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
  people: number;
  /** Settings of the arm about recruiting, which a test does not use: everyone who is treated takes part. */
  unused: string[];
  currency: string;
  methods: MethodVerdict[];
}

/** The verdict on a method over all worlds; worlds that failed are left out. */
export function verdictOf(method: Method, m: number, rows: readonly Float64Array[]): MethodVerdict {
  const all = rows.filter((row) => !Number.isNaN(row[0]));
  const at = (row: Float64Array, name: (typeof REPORTED)[number]): number =>
    row[1 + m * REPORTED.length + REPORTED.indexOf(name)];
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

/** Parameters of recruiting that the arm sets or the brief assumes. */
export function unusedIn(
  { assumptions }: Brief,
  { program, parameters }: Pick<Arm, "program" | "parameters">,
): string[] {
  const { takes, named } = programNamed(program);
  const stated = new Set([...Object.keys(parameters), ...assumptions.flatMap(({ name }) => named(name))]);
  return [...new Set([...takes.members, ...takes.recruiting])].filter((name) => stated.has(name));
}

import { unknownName } from "../../models/core/index.ts";
import { enrolParameters } from "../../models/programs/members/enrol.ts";
import { canTell } from "../../models/programs/rehearsal/designs.ts";
import { judge, type Verdict } from "../../models/programs/rehearsal/verdict.ts";
import { type Method, METHODS, type PersonOutcome } from "../../models/programs/rehearsal/field-test.ts";
import { type Brief } from "../brief/brief.ts";
import { briefOf } from "../brief/file.ts";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { prepareComparison } from "../compare/prepare.ts";
import { rowsOfWorlds } from "../engine/rows-of-worlds.ts";
import { tableOf, unusedText } from "./table.ts";
import { makeTask, type Rehearsal, TOLD, WIDTH } from "./task.ts";

export interface RehearseOptions {
  arm?: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}
/** What a method is worth: its verdict, units drawn on average, what its test costs, and what the smallest one that would do costs. */
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

/** `rehearse <brief.yaml>`: the field test of one arm of a brief before it is paid for. */
export async function rehearse(path: string, options: RehearseOptions): Promise<void> {
  const brief = briefOf(path, "rehearse");
  const { rehearsed, failed } = await rehearsalOf(brief, options);
  if (rehearsed === null) {
    process.exitCode = 130;
    say("stopped before the end; a rehearsal keeps nothing");
    return;
  }
  if (options.json) {
    if (rehearsed.unused.length > 0) say(unusedText(rehearsed.unused)); // the table says it itself
    answerJson(rehearsed);
  } else answer(tableOf(rehearsed));
  if (failed.length === 0) return;
  process.exitCode = 1;
  say(`${failed.length} worlds failed and are left out; the first: ${failed[0]}`);
}

/** Runs the worlds of a rehearsal on threads; null where it was stopped. The result does not depend on threads. */
export async function rehearsalOf(brief: Brief, { arm: wanted, outcome, share, worlds, threads = allThreads(), quiet = false }: RehearseOptions): Promise<{ rehearsed: Rehearsed | null; failed: string[] }> {
  const arm = wanted === undefined ? brief.arms[0] : brief.arms.find(({ name }) => name === wanted);
  if (!arm) throw new RangeError(`rehearse: ${unknownName(wanted ?? "", "an arm of the brief", brief.arms.map(({ name }) => name))}`);
  const { comparison, network } = await prepareComparison(brief, "");
  if (!canTell(network.size, share)) throw new RangeError(`rehearse: --share must treat at least two of the ${network.size} people and leave at least two, got ${share}`);
  const setup: Rehearsal = { ...comparison, arm, horizon: brief.horizon, share, outcome };
  const { rows, failed } = await rowsOfWorlds(setup, { module: new URL("./task.ts", import.meta.url), makeTask }, { worlds, width: WIDTH, threads, quiet });
  if (rows === null) return { rehearsed: null, failed };
  const { title, currency } = brief;
  return { failed, rehearsed: { title, arm: arm.name, outcome, share, worlds, people: network.size, currency, unused: unusedIn(brief, arm.parameters), methods: METHODS.map((method, m) => verdictOf(method, m, rows)) } };
}

function verdictOf(method: Method, m: number, rows: readonly Float64Array[]): MethodVerdict {
  const all = rows.filter((row) => !Number.isNaN(row[0]));
  const at = (row: Float64Array, name: (typeof TOLD)[number]): number => row[1 + m * TOLD.length + TOLD.indexOf(name)];
  const verdict = judge(
    all.map((row) => ({ value: at(row, "value"), stderr: at(row, "stderr"), n: at(row, "n"), people: at(row, "people") })),
    all.map((row) => row[0]),
  );
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const bill = meanOf(all.map((row) => at(row, "bill")).filter(Number.isFinite));
  return { ...method, ...verdict, units: meanOf(all.map((row) => at(row, "units"))), bill, smallestBill: (bill * verdict.smallestTest) / verdict.people };
}

/** What the arm sets, or the brief assumes, of who is recruited and in which order. */
function unusedIn({ assumptions }: Brief, parameters: Readonly<Record<string, unknown>>): string[] {
  const recruiting = Object.keys(enrolParameters).filter((name) => name !== "leftOut");
  const told = [...Object.keys(parameters), ...assumptions.map(({ name }) => name)];
  return [...recruiting, "signalNoise"].filter((name) => told.includes(name));
}

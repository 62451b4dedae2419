import { unknownName } from "../../models/core/index.ts";
import { judge, type Verdict } from "../../models/programs/rehearsal/verdict.ts";
import { type Method, METHODS, type PersonOutcome } from "../../models/programs/rehearsal/field-test.ts";
import { type Brief } from "../brief/brief.ts";
import { briefOf } from "../brief/file.ts";
import { programNamed } from "../brief/programs.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { allThreads } from "../cli/options.ts";
import { aligned, answer, answerJson, say, wrapped } from "../cli/output.ts";
import { progress } from "../cli/progress.ts";
import { prepareComparison } from "../compare/job.ts";
import { execute } from "../engine/execute.ts";
import { poolOf } from "../engine/pool.ts";
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
/** What a method is worth: its verdict, what its test costs, and what the smallest one that would do costs. */
export type MethodVerdict = Method & Verdict & { bill: number; smallestBill: number };

export interface Rehearsed {
  title: string;
  arm: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
  people: number;
  currency: string;
  methods: MethodVerdict[];
}

/** `rehearse <brief.yaml>`: the field test of one arm of a brief before it is paid for. */
export async function rehearse(path: string, options: RehearseOptions): Promise<void> {
  const brief = briefOf(path);
  const { rehearsed, failed } = await rehearsalOf(brief, options);
  if (rehearsed === null) {
    process.exitCode = 130;
    say("stopped before the end; a rehearsal keeps nothing");
    return;
  }
  if (options.json) answerJson(rehearsed);
  else answer(tableOf(rehearsed));
  if (failed.length === 0) return;
  process.exitCode = 1;
  say(`${failed.length} worlds failed and are left out; the first: ${failed[0]}`);
}

/** Runs the worlds of a rehearsal on threads; null where it was stopped. The result does not depend on threads. */
export async function rehearsalOf(brief: Brief, { arm: wanted, outcome, share, worlds, threads = allThreads(), quiet = false }: RehearseOptions): Promise<{ rehearsed: Rehearsed | null; failed: string[] }> {
  const arm = wanted === undefined ? brief.arms[0] : brief.arms.find(({ name }) => name === wanted);
  if (!arm) throw new RangeError(`rehearse: ${unknownName(wanted ?? "", "an arm of the brief", brief.arms.map(({ name }) => name))}`);
  if (!Object.hasOwn(programNamed(arm.program).parameters, "members")) {
    throw new RangeError(`rehearse: the arm must be a program whose members can be chosen, got ${arm.program}`);
  }
  const { comparison, network } = await prepareComparison(brief, "");
  const setup: Rehearsal = { ...comparison, arm, horizon: brief.horizon, share, outcome };
  const pool = await poolOf(setup, threads, { module: new URL("./task.ts", import.meta.url), makeTask });
  const shown = progress("worlds", quiet);
  const interrupt = onInterrupt();
  const rows = new Float64Array(worlds * WIDTH);
  const failed: string[] = [];
  shown.wanted(worlds);
  try {
    await execute(pool, [{ point: 0, from: 0, to: worlds }], {
      want: "measures",
      stopped: interrupt.asked,
      take({ from, to }, { values, failures }) {
        rows.set(values, from * WIDTH);
        failed.push(...failures.map(({ world, error }) => `world ${world}: ${error}`));
        shown.add(to - from);
      },
    });
    if (interrupt.asked()) return { rehearsed: null, failed };
  } finally {
    shown.stop();
    interrupt.release();
    await pool.close();
  }
  const { title, currency } = brief;
  return { failed, rehearsed: { title, arm: arm.name, outcome, share, worlds, people: network.size, currency, methods: METHODS.map((method, m) => verdictOf(method, m, rows)) } };
}

function verdictOf(method: Method, m: number, rows: Float64Array): MethodVerdict {
  const all = Array.from({ length: rows.length / WIDTH }, (_, world) => rows.subarray(world * WIDTH, (world + 1) * WIDTH)).filter((row) => !Number.isNaN(row[0]));
  const at = (row: Float64Array, name: (typeof TOLD)[number]): number => row[1 + m * TOLD.length + TOLD.indexOf(name)];
  const verdict = judge(
    all.map((row) => ({ value: at(row, "value"), stderr: at(row, "stderr"), n: at(row, "n") })),
    all.map((row) => row[0]),
  );
  const bill = all.reduce((sum, row) => sum + at(row, "bill"), 0) / all.length;
  return { ...method, ...verdict, bill, smallestBill: (bill * verdict.smallestTest) / verdict.persons };
}

const DESIGN_NAMES = { individual: "single persons", ego: "circles", cluster: "communities" } as const;
const ESTIMATOR_NAMES = { difference: "all of them", exposed: "in like company", egos: "the egos alone" } as const;

/** The verdicts as a table of at most 80 columns, and what they mean. */
export function tableOf({ title, arm, outcome, share, worlds, people, currency, methods }: Rehearsed): string {
  const what = outcome === "adopted" ? "customers won a person" : `${currency} a person`;
  const head = ["treated", "compared", "finds", "bias", "sure", "power", "smallest", "bill"];
  const rows = methods.map(({ design, estimator, mean, bias, coverage, power, smallestTest, bill, lost }) => [
    DESIGN_NAMES[design],
    ESTIMATOR_NAMES[estimator] + (lost > 0 ? "*" : ""),
    short(mean),
    short(bias),
    percent(coverage),
    percent(power),
    smallestTest <= 1e9 ? String(smallestTest) : "none",
    short(bill),
  ]);
  const lost = Math.max(...methods.map((method) => method.lost));
  return [
    title,
    wrapped(`A field test of "${arm}" in ${worlds} worlds of ${people} people, ${percent(share)} treated. If all took part that would bring ${short(methods[0].truth)} ${what}.`),
    "",
    aligned([head, ...rows], [2, 3, 4, 5, 6, 7]),
    "",
    wrapped("in like company: three contacts in four treated as the person was. finds: what the test says on average. bias: by how much that misses the truth. sure: share of its 95 % intervals that hold the truth. power: how often it would call the effect real. smallest: people needed to find what it sees in four tests of five. bill: what the program costs in the test."),
    ...(lost > 0 ? [wrapped(`* in up to ${lost} worlds too few people of one kind were left to tell anything.`)] : []),
  ].join("\n");
}

const short = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–");
const percent = (share: number): string => (Number.isFinite(share) ? `${Math.round(100 * share)} %` : "–");

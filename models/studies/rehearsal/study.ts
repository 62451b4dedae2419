import { canTell } from "../../ledger/rehearsal/designs.ts";
import { METHODS, type PersonOutcome } from "../../ledger/rehearsal/field-test.ts";
import { type Brief } from "../brief/brief.ts";
import { prepareComparison } from "../compare/prepared.ts";
import { armOf } from "../credit/study.ts";
import { type FileColumns, columnsOf } from "../work/columns.ts";
import { fixed } from "../work/plan.ts";
import { type Printed, printedJob, printedStudy } from "../work/printed.ts";
import { type Sources } from "../work/sources.ts";
import { type Study } from "../work/study.ts";
import { type Table, table } from "../work/table.ts";
import { type Rehearsed, unusedIn, verdictOf } from "./rehearsed.ts";
import { tableOf } from "./table.ts";
import { type Rehearsal, task, REPORTED } from "./task.ts";

/** A request to `rehearse`. */
export interface RehearsalRequest {
  brief: Brief;
  /** The first arm of the brief unless stated. */
  arm?: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
}

/**
 * Simulates a field test of one arm of a brief before anyone pays for it. Throws `RangeError` for an invalid request.
 */
export async function rehearsalStudy(
  request: RehearsalRequest,
  command: string,
  sources: Sources,
): Promise<Study<Printed<Rehearsed>>> {
  const { brief, outcome, share, worlds } = request;
  const arm = armOf(brief, request.arm, "rehearse");
  const { job, comparison, network } = await prepareComparison(brief, command, sources);
  if (!canTell(network.size, share))
    throw new RangeError(
      `rehearse: --share must treat at least two of the ${network.size} people and leave at least two, got ${share}`,
    );
  const setup: Rehearsal = { ...comparison, arm, horizon: brief.horizon, share, outcome };
  const prints = {
    ...job.code,
    rehearsal: sources.codeOf("studies/rehearsal/task.ts"),
    customers: job.customers.fingerprint,
  };
  return printedStudy(printedJob("rehearse", { ovation: sources.version, command, request, prints }), {
    work: { name: "rehearse", module: "models/studies/rehearsal/task.ts", setup, task },
    table: () => table(1, ["truth", ...METHODS.flatMap((_, m) => REPORTED.map((name) => `${m} ${name}`))]),
    plan: fixed(1, worlds),
    answer(filled): Printed<Rehearsed> {
      const rows = Array.from({ length: worlds }, (_, world) => filled.row(0, world));
      const { title, currency } = brief;
      const json: Rehearsed = {
        title,
        arm: arm.name,
        outcome,
        share,
        worlds,
        people: network.size,
        currency,
        unused: unusedIn(brief, arm),
        methods: METHODS.map((method, m) => verdictOf(method, m, rows)),
      };
      return { json, text: tableOf(json) };
    },
    rows: (filled) => rowsOf(filled, worlds, brief.seed),
  });
}

/** A row for each world and method: the truth, and what the method reports. */
function rowsOf(filled: Table, worlds: number, seed: string): FileColumns {
  const failed = new Map(filled.failures(0).map(({ world, error }) => [world, error]));
  const records = Array.from({ length: worlds }, (_, world) => {
    const row = filled.row(0, world);
    return METHODS.map(({ design, estimator }, m) => ({
      seed,
      world,
      design,
      estimator,
      truth: row[0],
      ...Object.fromEntries(REPORTED.map((name, k) => [name, row[1 + m * REPORTED.length + k]])),
      error: failed.get(world),
    }));
  });
  const reported = Object.fromEntries(REPORTED.map((name) => [name, "number" as const]));
  return columnsOf(
    { seed: "text", world: "whole", design: "text", estimator: "text", truth: "number", ...reported, error: "text" },
    records.flat(),
  );
}

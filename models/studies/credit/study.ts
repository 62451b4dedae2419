import { unknownName } from "../../core/index.ts";
import { programNamed } from "../../programs/programs.ts";
import { type Brief } from "../brief/brief.ts";
import { prepareComparison } from "../compare/prepared.ts";
import { type FileColumns, columnsOf } from "../work/columns.ts";
import { fixed } from "../work/plan.ts";
import { type Printed, printedJob, printedStudy } from "../work/printed.ts";
import { type Sources } from "../work/sources.ts";
import { type Study } from "../work/study.ts";
import { type Table, table } from "../work/table.ts";
import { type Credited, lookedAt, summed } from "./credited.ts";
import { tableOf } from "./table.ts";
import { type Crediting, GROUPS, HEAD, OF_MEMBER, task, widthOf } from "./task.ts";

/** A request to `credit`. */
export interface CreditRequest {
  brief: Brief;
  /** The first arm of the brief unless stated. */
  arm?: string;
  /** The most members sampled in each world. */
  members: number;
  worlds: number;
}

/**
 * Credits the members of a program by removal, by Shapley value and by last touch. Throws `RangeError` for an invalid
 * request.
 */
export async function creditStudy(
  request: CreditRequest,
  command: string,
  sources: Sources,
): Promise<Study<Printed<Credited>>> {
  const { brief, members, worlds } = request;
  const arm = armOf(brief, request.arm, "credit");
  if (programNamed(arm.program).takes.leftOut.length === 0)
    throw new RangeError(`credit: the arm must be a program whose members can be left out, got ${arm.program}`);
  const { job, comparison, network } = await prepareComparison(brief, command, sources);
  const setup: Crediting = { ...comparison, arm, horizon: brief.horizon, sample: members };
  const prints = {
    ...job.code,
    credit: sources.codeOf("studies/credit/task.ts"),
    customers: job.customers.fingerprint,
  };
  return printedStudy(printedJob("credit", { ovation: sources.version, command, request, prints }), {
    work: { name: "credit", module: "models/studies/credit/task.ts", setup, task },
    table: () => table(1, columnNames(members)),
    plan: fixed(1, worlds),
    answer(filled): Printed<Credited> {
      const rows = Array.from({ length: worlds }, (_, world) => filled.row(0, world));
      const { title, currency } = brief;
      const json: Credited = { title, arm: arm.name, worlds, currency, ...summed(rows, network) };
      return { json, text: tableOf(json) };
    },
    rows: (filled) => rowsOf(filled, worlds, brief.seed, (member) => network.keys.key(member)),
  });
}

/** The requested arm of a brief; the first where none is named. */
export function armOf(brief: Brief, wanted: string | undefined, who: string): Brief["arms"][number] {
  const names = brief.arms.map(({ name }) => name);
  const arm = wanted === undefined ? brief.arms[0] : brief.arms.find(({ name }) => name === wanted);
  if (!arm) throw new RangeError(`${who}: ${unknownName(wanted ?? "", "an arm of the brief", names)}`);
  return arm;
}

function columnNames(members: number): string[] {
  const names: string[] = [...HEAD];
  for (let group = 0; group < GROUPS; group++) names.push(`shapley ${group}`);
  for (let k = 0; k < members; k++) for (const name of OF_MEMBER) names.push(`${k} ${name}`);
  if (names.length !== widthOf(members)) throw new Error("credit: columns and rows must have one width");
  return names;
}

/** A row for each sampled member in each world, with the numbers of the world and of the member's fifth. */
function rowsOf(filled: Table, worlds: number, seed: string, keyOf: (member: number) => string): FileColumns {
  const failed = new Map(filled.failures(0).map(({ world, error }) => [world, error]));
  const records = Array.from({ length: worlds }, (_, world) => {
    const row = filled.row(0, world);
    const own = { seed, world, ...Object.fromEntries(HEAD.map((name, k) => [name, row[k]])), error: failed.get(world) };
    const looked = lookedAt(row).map(({ member, group, ...amounts }) => ({
      ...own,
      member: keyOf(member),
      fifth: group + 1,
      shapley: row[HEAD.length + group],
      ...amounts,
    }));
    return looked.length > 0 ? looked : [own];
  });
  const numbers = (names: readonly string[]): Record<string, "number"> =>
    Object.fromEntries(names.map((name) => [name, "number"]));
  return columnsOf(
    {
      seed: "text",
      world: "whole",
      ...numbers(HEAD),
      member: "text",
      fifth: "whole",
      ...numbers(["shapley", "value", "own", "direct", "indirect", "lastTouch"]),
      error: "text",
    },
    records.flat(),
  );
}

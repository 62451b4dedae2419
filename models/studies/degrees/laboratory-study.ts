import { causes, conditionOf } from "../../influence/estimators/conditions.ts";
import { conditions as known, CUSTOMERS } from "../../influence/estimators/laboratory.ts";
import { type ConditionOutcome, outcomeOf } from "../../influence/estimators/outcome.ts";
import { wilson } from "../../statistics/index.ts";
import { readSet } from "../asking/settings.ts";
import { columnsOf } from "../work/columns.ts";
import { fixed } from "../work/plan.ts";
import { type Printed, printedJob, printedStudy } from "../work/printed.ts";
import { type Sources } from "../work/sources.ts";
import { type Study } from "../work/study.ts";
import { table } from "../work/table.ts";
import { laboratoryText } from "./laboratory-table.ts";
import { findingsIn, NUMBERS, task } from "./laboratory-task.ts";

/** A request to `degrees --laboratory`. */
export interface LaboratoryRequest {
  worlds: number;
  seed: string;
  /** Your own condition, instead of the known ones. */
  set?: readonly string[];
}

/** With fewer worlds per condition than this, threads cost more than they save. */
const WORTH_THREADS = 20;

/** Tests the estimators in worlds whose causes are known. */
export function laboratoryStudy(
  request: LaboratoryRequest,
  command: string,
  { version, codeOf }: Sources,
): Study<Printed<{ seed: string; outcomes: ConditionOutcome[] }>> {
  const { worlds, seed, set } = request;
  const conditions = set ? [conditionOf(CUSTOMERS, readSet({ parameters: causes }, set))] : known;
  const prints = { "the code of the laboratory": codeOf("influence/estimators/outcome.ts") };
  const all = conditions.flatMap(({ name }, point) =>
    Array.from({ length: worlds }, (_, world) => ({ condition: name, point, seed, world })),
  );
  return printedStudy(printedJob("laboratory", { ovation: version, command, request, prints }), {
    work: {
      name: "laboratory",
      module: "models/studies/degrees/laboratory-task.ts",
      setup: { seed, conditions },
      task,
    },
    small: worlds <= WORTH_THREADS,
    table: () => table(conditions.length, NUMBERS),
    plan: fixed(conditions.length, worlds),
    answer({ row, failures }) {
      const [failed] = conditions.flatMap((_, point) => failures(point));
      if (failed as typeof failed | undefined) throw new Error(`degrees: world ${failed.world}: ${failed.error}`);
      const outcomes = conditions.map((condition, point) =>
        outcomeOf(
          condition,
          Array.from({ length: worlds }, (_, world) => findingsIn(row(point, world))),
          wilson,
        ),
      );
      return { json: { seed, outcomes }, text: laboratoryText(outcomes) };
    },
    rows: ({ row }) =>
      columnsOf(
        {
          condition: "text",
          seed: "text",
          world: "whole",
          ...Object.fromEntries(NUMBERS.map((name) => [name, "number"])),
        },
        all.map(({ point, world, ...names }) => ({
          ...names,
          world,
          ...Object.fromEntries(NUMBERS.map((name, k) => [name, row(point, world)[k]])),
        })),
      ),
  });
}

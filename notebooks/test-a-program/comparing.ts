import { columnNames, outcomesOf } from "../../models/studies/compare/columns.ts";
import { customersOf } from "../../models/studies/compare/customers.ts";
import { type Decision, decisionOf } from "../../models/studies/compare/decision.ts";
import { comparisonOf, type UnkeyedJob } from "../../models/studies/compare/job.ts";
import { comparePlan } from "../../models/studies/compare/plan.ts";
import { task } from "../../models/studies/compare/task.ts";
import { readBrief } from "../../models/studies/brief/read.ts";
import { namedNetwork } from "../../models/studies/asking/named-network.ts";
import { table, type Table } from "../../models/studies/work/table.ts";
import { type Brought, filesOf } from "../study/brought.ts";
import { type Work } from "../study/work.ts";

/** What a brief is called in the page and once it is saved. */
export const BRIEF = "brief.yaml";
/** Fewer worlds say nothing yet; a brief runs at least as many. */
const FEWEST = 20;

/** A comparison as far as it has come; all null until there are enough worlds. */
export interface Compared {
  job: UnkeyedJob | null;
  decision: Decision | null;
  /** Each program's worth, world by world, without those that failed. */
  npv: Float64Array[];
}

/**
 * What `compare` does with a brief, a world a unit, with its rule for stopping. Running throws `RangeError` with every
 * fault of the brief.
 */
export function comparing(text: string, command: string, brought: Brought = {}): Work<Compared> {
  let units = FEWEST;
  let job: UnkeyedJob | null = null;
  let filled: Table | null = null;
  return {
    get units() {
      return units;
    },
    async *run() {
      const brief = readBrief(text, BRIEF);
      const files = filesOf(brought);
      const prepared = comparisonOf(
        brief,
        await customersOf(brief, (spec, options) => namedNetwork(spec, options, files)),
        command,
      );
      job = prepared.job;
      const own = (filled = table(job.horizons.length, columnNames(brief.arms)));
      const run = task(prepared.comparison);
      const plan = comparePlan(job);
      for (;;) {
        const wanted = plan(own);
        units = wanted.reduce((sum, worlds) => sum + worlds, 0);
        const missing = wanted.flatMap((worlds, point) => own.missing(point, worlds));
        if (missing.length === 0) return;
        for (const { point, from, to } of missing) {
          for (let world = from; world < to; world++) {
            own.take({ point, from: world, ...(await run({ point, from: world, to: world + 1 })) });
            yield;
          }
        }
      }
    },
    results() {
      const worlds = filled?.count(0) ?? 0;
      if (!job || !filled || worlds < FEWEST) return { job, decision: null, npv: [] };
      const of = outcomesOf(filled, 0, worlds);
      const longer = job.horizons.length > 1 ? filled.count(1) : 0;
      return {
        job,
        decision: decisionOf(job, filled, worlds, longer),
        npv: job.brief.arms.map((_, arm) => of(arm, "npv").filter(Number.isFinite)),
      };
    },
  };
}

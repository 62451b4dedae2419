import { columnNames, outcomesOf } from "../../models/studies/compare/columns.ts";
import { customersOf } from "../../models/studies/compare/customers.ts";
import { type Decision, decisionOf } from "../../models/studies/compare/decision.ts";
import { comparisonOf, type UnkeyedJob } from "../../models/studies/compare/job.ts";
import { comparePlan } from "../../models/studies/compare/plan.ts";
import { compareWork } from "../../models/studies/compare/study.ts";
import { readBrief } from "../../models/studies/brief/read.ts";
import { namedNetwork } from "../../models/studies/asking/named-network.ts";
import { table, type Table } from "../../models/studies/work/table.ts";
import { type Brought, filesOf } from "../study/brought.ts";
import { type Computation, fill } from "../study/computation.ts";

/** The file name of the brief, in the page and once it is saved. */
export const BRIEF = "brief.yaml";
/** The number of worlds before anything is shown; a brief runs at least as many. */
const FEWEST = 20;

/** The comparison so far; all null until there are enough worlds. */
export interface Compared {
  job: UnkeyedJob | null;
  decision: Decision | null;
  /** Each program's worth, world by world, without failed worlds. */
  npv: Float64Array[];
}

/**
 * What `compare` does with a brief, with its rule for stopping. Running throws `RangeError` with every
 * fault of the brief.
 */
export function comparing(text: string, command: string, brought: Brought = {}): Computation<Compared> {
  let units = FEWEST;
  let job: UnkeyedJob | null = null;
  let filled: Table | null = null;
  return {
    get units() {
      return units;
    },
    async run(took) {
      const brief = readBrief(text, BRIEF);
      const files = filesOf(brought);
      const prepared = comparisonOf(
        brief,
        await customersOf(brief, (spec, options) => namedNetwork(spec, options, files)),
        command,
      );
      job = prepared.job;
      filled = table(job.horizons.length, columnNames(brief.arms));
      await fill(
        { work: compareWork(prepared.comparison), table: filled, plan: comparePlan(job) },
        { took, wanted: (worlds) => (units = worlds), keepsFailures: true },
      );
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

import { type Brief } from "../brief/brief.ts";
import { type Sources } from "../work/sources.ts";
import { customersOf } from "./customers.ts";
import { comparisonOf, keyed, type PreparedComparison } from "./job.ts";

/** Prepares a comparison to run. Throws `RangeError` with all faults at once. */
export async function prepareComparison(brief: Brief, command: string, sources: Sources): Promise<PreparedComparison> {
  const prepared = comparisonOf(brief, await customersOf(brief, sources.network), command);
  return { ...prepared, job: keyed(prepared.job, madeBy(sources)) };
}

/** The version and the code that a comparison depends on. */
export const madeBy = ({ version, codeOf }: Pick<Sources, "version" | "codeOf">): Parameters<typeof keyed>[1] => ({
  ovation: version,
  codeOf: (part) => codeOf(part === "measures" ? "ledger/outcome.ts" : part),
});

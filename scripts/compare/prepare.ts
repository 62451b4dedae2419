import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { find } from "../../models/catalog.ts";
import { type Brief } from "../../models/studies/brief/brief.ts";
import { codeOf } from "../disk/model-source.ts";
import { version } from "../disk/version.ts";
import { networkFrom } from "../disk/network-source.ts";
import { customersOf } from "../../models/studies/compare/customers.ts";
import { comparisonOf, keyed, type Made, type PreparedComparison } from "../../models/studies/compare/job.ts";

const ROOT = fileURLToPath(new URL("../../models/", import.meta.url));

/** The version and the code of this project as it stands on the disk. */
export const madeHere: Made = {
  get ovation() {
    return version();
  },
  codeOf: (part) => codeOf(join(ROOT, part === "measures" ? "ledger/outcome.ts" : `${find(part).room}/${part}.ts`)),
};

/** A comparison of customers from the disk. Throws `RangeError` with all faults at once. */
export async function prepareComparison(brief: Brief, command: string): Promise<PreparedComparison> {
  const prepared = comparisonOf(brief, await customersOf(brief, networkFrom), command);
  return { ...prepared, job: keyed(prepared.job, madeHere) };
}

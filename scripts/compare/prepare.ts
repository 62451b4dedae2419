import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Brief } from "../brief/brief.ts";
import { codeOf } from "../engine/model-source.ts";
import { version } from "../engine/version.ts";
import { networkFrom } from "../network-source.ts";
import { customersOf } from "./customers.ts";
import { comparisonOf, keyed, type Made, type PreparedComparison } from "./job.ts";

const ROOT = fileURLToPath(new URL("../../models/programs/", import.meta.url));

/** The version and the code of this project as it stands on the disk. */
export const madeHere: Made = {
  get ovation() {
    return version();
  },
  codeOf: (part) => codeOf(join(ROOT, part === "measures" ? "ledger/outcome.ts" : `${part}.ts`)),
};

/** A comparison of customers from the disk. Throws `RangeError` with all faults at once. */
export async function prepareComparison(brief: Brief, command: string): Promise<PreparedComparison> {
  const prepared = comparisonOf(brief, await customersOf(brief, networkFrom), command);
  return { ...prepared, job: keyed(prepared.job, madeHere) };
}

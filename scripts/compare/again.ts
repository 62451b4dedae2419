import { version } from "../disk/version.ts";
import { type CompareJob, type PreparedComparison } from "../../models/studies/compare/job.ts";
import { prepareComparison } from "./prepare.ts";

/** A saved comparison made ready to run again, and what it depends on that has changed since. Throws `RangeError` where parts are missing. */
export async function comparisonAgain(
  found: object,
  path: string,
): Promise<{ prepared: PreparedComparison; differences: string[] }> {
  const saved = found as Partial<CompareJob>;
  const { brief, command, code, customers } = saved;
  if (
    !brief ||
    !Array.isArray(brief.arms) ||
    !Array.isArray(brief.assumptions) ||
    typeof command !== "string" ||
    !code ||
    !customers
  ) {
    throw new RangeError(`rerun: ${path} must say what was asked for; parts of it are missing`);
  }
  const prepared = await prepareComparison(brief, command);
  const now = prepared.job;
  const differences: string[] = [];
  if (saved.ovation !== version()) differences.push(`version: was ${saved.ovation}, is ${version()}`);
  for (const [name, print] of Object.entries(code))
    if (now.code[name] !== print) differences.push(`${name}: its code has changed`);
  if (now.customers.fingerprint !== customers.fingerprint)
    differences.push(`customers: ${customers.spec} gives other customers now`);
  return { prepared, differences };
}

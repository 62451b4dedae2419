import { resolve } from "node:path";
import { type Common } from "../../cli/options.ts";
import { tableFaults } from "../../disk/rows.ts";

export interface RunOptions extends Common {
  resume?: boolean;
  series?: boolean;
  rows?: string;
  trace?: string;
  out?: string;
}

/** All that is wrong with the options together; found before any world runs. */
export const faultsOf = (options: RunOptions): string[] => [...contradictions(options), ...targetFaults(options)];

/** Options that cannot be given together. */
function contradictions({ rows, trace, series, out, resume }: RunOptions): string[] {
  const faults: string[] = [];
  if (trace !== undefined && series) faults.push("run: give --series or --trace, not both");
  if (out === undefined) return resume ? [...faults, "run: --resume must come with --out"] : faults;
  if (rows !== undefined)
    faults.push("run: give --rows or --out, not both (a results folder holds rows.csv and rows.parquet)");
  if (trace !== undefined) faults.push("run: give --trace or --out, not both");
  if (series) faults.push("run: give --series or --out, not both");
  return faults;
}

/** What is wrong with the files to write. */
function targetFaults({ rows, trace }: RunOptions): string[] {
  const paths = { rows, trace };
  const faults = Object.entries(paths).flatMap(([name, path]) =>
    path === undefined ? [] : tableFaults(`--${name}`, path),
  );
  if (rows !== undefined && trace !== undefined && resolve(rows) === resolve(trace))
    faults.push(`run: --rows and --trace must be different files, got ${rows} twice`);
  return faults;
}

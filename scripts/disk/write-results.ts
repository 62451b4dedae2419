import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Job } from "../../models/studies/work/job.ts";
import { type Results } from "../../models/studies/sweep/results.ts";
import { writeWhole } from "./atomic.ts";
import { worldColumns, writeTable } from "./rows.ts";
import { type Table } from "../../models/studies/work/table.ts";

/**
 * Writes all that a results folder holds besides `job.json`: rows, summary, charts, report, and how to
 * cite and repeat it. All of it follows from the rows alone, so a resumed job has the same bytes.
 */
export async function writeResults(
  out: string,
  job: Job,
  filled: Table,
  worlds: readonly number[],
  results: Results,
): Promise<void> {
  const { columns, length } = worldColumns(job, filled, worlds);
  await writeTable(join(out, "rows.parquet"), columns, length);
  await writeTable(join(out, "rows.csv"), columns, length);
  writeWhole(join(out, "results.json"), `${JSON.stringify(results, null, 1)}\n`);
  const { summaryCsv } = await import("../../models/studies/sweep/report/csv.ts");
  writeWhole(join(out, "summary.csv"), summaryCsv(results));
  const { charts } = await import("../../models/studies/sweep/report/charts.ts");
  const { withoutVariables } = await import("../../models/studies/telling/standing.ts");
  const { pngOf } = await import("../report/png.ts");
  const { report } = await import("../../models/studies/sweep/report/page.ts");
  const drawn = await charts(results);
  mkdirSync(join(out, "charts"), { recursive: true });
  for (const { name, svg } of drawn) {
    writeWhole(join(out, "charts", `${name}.svg`), withoutVariables(svg));
    writeWhole(join(out, "charts", `${name}.png`), pngOf(svg));
  }
  writeWhole(join(out, "report.html"), report(results, drawn));
  writeWhole(join(out, "README.md"), readme(results));
}

export function removeJournal(out: string): void {
  rmSync(join(out, "journal.jsonl"), { force: true });
}

function readme({ title, command, cite, seed, key, version, model }: Results): string {
  return `# ${title}

| file | holds |
| --- | --- |
| report.html | the report; opens in any browser, asks nothing of the network |
| rows.parquet, rows.csv | one row a world; \`key\` names the run: model, its code, parameters, network and seed |
| summary.csv | each measure at each point of the design, with its 95 % interval |
| results.json | the same for programs, with the paired differences |
| charts/ | the charts of the report, as SVG and PNG |
| job.json | what was asked for, and what its results depend on |

## Repeat
    ${command}

or, byte for byte, \`npm run -s ovation -- rerun <this folder>\`. Seed ${seed}, key ${key}, Ovation ${version}.

## Cite
${cite}
The model ${model.name} is from ${model.source}.
`;
}

import { type SweepJob, type PreparedSweep } from "../work/job.ts";
import { fixed, untilNarrow } from "../work/plan.ts";
import { type Setup } from "../work/setup.ts";
import { type Leaf, type Study } from "../work/study.ts";
import { table } from "../work/table.ts";
import { type Work } from "../work/work.ts";
import { readme } from "./readme.ts";
import { type Results } from "./results.ts";
import { resultsOf } from "./results-of.ts";
import { worldColumns } from "./rows.ts";

/** Runs a model at the points of a design: `sweep`, or `run --out`. */
export function sweepStudy(prepared: PreparedSweep, workOf: (setup: Setup) => Work<Setup>): Study<Results> {
  const { job } = prepared;
  const { replicates, until } = job.request;
  const points = job.points.length;
  return {
    job: { kind: "sweep", ...job },
    work: workOf(prepared.setup),
    table: () => table(points, job.model.measures),
    plan: until ? untilNarrow(points, replicates, until) : fixed(points, replicates),
    answer: (filled, worlds) => resultsOf(prepared, filled, worlds),
    async *files(results, filled, worlds): AsyncGenerator<Leaf> {
      const rows = worldColumns(job, filled, worlds);
      yield { path: "rows.parquet", ...rows };
      yield { path: "rows.csv", ...rows };
      yield { path: "results.json", text: `${JSON.stringify(results, null, 1)}\n` };
      const { summaryCsv } = await import("./report/csv.ts");
      yield { path: "summary.csv", text: summaryCsv(results) };
      // Drawing code is slow to load, and only a finished job needs it.
      const { charts } = await import("./report/charts.ts");
      const { withoutVariables } = await import("../telling/standing.ts");
      const { report } = await import("./report/page.ts");
      const drawn = await charts(results);
      for (const { name, svg } of drawn) {
        yield { path: `charts/${name}.svg`, text: withoutVariables(svg) };
        yield { path: `charts/${name}.png`, drawing: svg };
      }
      yield { path: "report.html", text: report(results, drawn) };
      yield { path: "README.md", text: readme(results) };
    },
    kept: {
      path: "results.json",
      what: "results",
      read(text) {
        const results = JSON.parse(text("results.json")) as Results;
        return Array.isArray(results.rows) && Array.isArray(results.failures) ? results : undefined;
      },
    },
    as: (saved) => sweepStudy({ ...prepared, job: as(job, saved as SweepJob) }, workOf),
    since: (saved) => changed(saved as SweepJob, job),
  };
}

function as(job: SweepJob, { ovation, key, request, model, points }: SweepJob): SweepJob {
  return {
    ...job,
    ovation,
    key,
    request: { ...job.request, command: request.command },
    model: { ...job.model, code: model.code },
    points: job.points.map((point, id) => ({ ...point, key: points[id].key })),
  };
}

function changed(before: SweepJob, now: SweepJob): string[] {
  const changes: string[] = [];
  if (before.ovation !== now.ovation) changes.push(`version: was ${before.ovation}, is ${now.ovation}`);
  if (before.model.code !== now.model.code) changes.push(`model: the code of ${now.model.name} has changed`);
  before.networks.forEach(({ spec, fingerprint }, at) => {
    if (now.networks[at]?.fingerprint !== fingerprint) changes.push(`network: ${spec} is now a different network`);
  });
  return changes;
}

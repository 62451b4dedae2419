import { drawn } from "../../models/studies/brief/assumptions.ts";
import { readBrief } from "../../models/studies/brief/read.ts";
import { columnNames, type OutcomeName } from "../../models/studies/compare/columns.ts";
import { type Decision, decisionOf } from "../../models/studies/compare/decision.ts";
import { prepareComparison } from "../../models/studies/compare/prepared.ts";
import { disk } from "../../scripts/disk/sources.ts";
import { comparePage } from "../../models/studies/compare/report/page.ts";
import { newDocument } from "../../models/studies/telling/document.ts";
import { table } from "../../models/studies/work/table.ts";

type Outcomes = Partial<Record<OutcomeName, number>>;

/**
 * The decision on a brief whose worlds are made up: `of` gives what each arm comes to, in turn, where this is assumed;
 * what it does not name is 0. `page` is its report as text, without tags.
 */
export async function decided(
  brief: string,
  worlds: number,
  of: (assumed: Record<string, unknown>, world: number) => Outcomes[],
): Promise<{ decision: Decision; page(): string }> {
  const { job } = await prepareComparison(
    readBrief(`title: x\ncurrency: EUR\ncustomers: { network: "ring:nodes=60,degree=6" }\n${brief}`, "b.yaml"),
    "",
    disk,
  );
  const names = columnNames(job.brief.arms.length);
  const filled = table(1, names);
  const draw = drawn(job.brief.assumptions, job.brief.seed);
  const rows = Array.from({ length: worlds }, (_, world) => of(draw(world), world));
  const values = rows.flatMap((arms) =>
    names.map((name) =>
      /^\d+ /.test(name) ? (arms[Number.parseInt(name, 10)][name.replace(/^\d+ /, "") as OutcomeName] ?? 0) : 0,
    ),
  );
  filled.take({ point: 0, from: 0, values: Float64Array.from(values), failures: [] });
  const decision = decisionOf(job, filled, worlds, 0);
  const npv = job.brief.arms.map((_, arm) => Float64Array.from(rows, (arms) => arms[arm].npv ?? 0));
  const page = (): string =>
    comparePage(decision, job, npv, newDocument())
      .replace(/<style>[^]*?<\/style>/g, "")
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ");
  return { decision, page };
}

/** A brief of two programs for `decided`, with these assumptions and this rule. */
export const twoArms = (assumptions: string, rule = "{ by: value }"): string => `
horizon: 12
arms:
  bold: { program: sampling-program }
  safe: { program: sampling-program }
decide: ${rule}
assumptions: ${assumptions}
longer: false
`;

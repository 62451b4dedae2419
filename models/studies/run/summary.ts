import { type Model } from "../../core/index.ts";
import { significant } from "../telling/numbers.ts";
import { aligned } from "../telling/text.ts";
import { type RunAnswer } from "./answer.ts";

/** The answer of `run` for people. */
export function runSummary(result: RunAnswer, model: Model): string {
  const { nodes, edges, directed, spec } = result.network;
  const told = Object.entries(result.parameters).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join(",") || "none" : String(value)}`,
  );
  const rows = Object.entries(result.measures).map(([name, { mean, sd, low, high, n }]) => [
    `  ${name}`,
    digits(mean),
    `${digits(low)} to ${digits(high)}`,
    digits(sd),
    String(n),
    (model.measures as Record<string, { unit: string }>)[name].unit,
  ]);
  return [
    `${result.model} on ${spec}: ${nodes} nodes, ${edges} ${directed ? "arcs" : "edges"}`,
    `seed ${result.seed}, ${result.replicates} worlds, ${result.steps === "rest" ? "to rest" : `${result.steps} steps`}; ${told.join(", ")}`,
    "",
    aligned([["  measure", "mean", "95 % interval", "sd", "worlds", "unit"], ...rows], [1, 2, 3, 4]),
    ...(result.series ? ["", seriesTable(result.series)] : []),
  ].join("\n");
}

/** Each measure's mean and interval at every step. */
function seriesTable(series: NonNullable<RunAnswer["series"]>): string {
  const measures = Object.values(series);
  const heads = ["  step", ...Object.keys(series).flatMap((name) => [name, "95 % interval"])];
  const steps = measures[0].step.map((step, t) => [
    `  ${step}`,
    ...measures.flatMap(({ mean, low, high }) => [digits(mean[t]), `${digits(low[t])} to ${digits(high[t])}`]),
  ]);
  return aligned(
    [heads, ...steps],
    heads.map((_, column) => column),
  );
}

/** Five figures: more than the worlds can tell, few enough to read. */
const digits = (value: number): string => significant(value, 5);

import { count, estimate, fixed, plain, clear } from "../../telling/numbers.ts";
import { type Labels } from "./labels.ts";
import { words } from "../../telling/text.ts";
import { measureNames, type Results, rowsOf } from "../results.ts";

/** What the numbers are not adjusted for and do not say, a sentence or two each. */
export function caveats(results: Results): string[] {
  const { points, differences, rows, networks } = results;
  const measures = measureNames(results);
  const compared = differences.filter(({ mean }) => Number.isFinite(mean)).length;
  const lacking = measures
    .map((measure) => ({
      measure,
      missing: rows.reduce((sum, row) => sum + (row.measure === measure ? row.missing : 0), 0),
    }))
    .filter(({ missing }) => missing > 0)
    .map(({ measure, missing }) => `${words(measure)} (${count(missing, "world")})`);
  return [
    "All results describe the model under the parameters listed. Running the model does not test whether customers behave as it says.",
    `Each 95 % interval stands alone and covers chance between worlds only. None is adjusted for comparing ${count(points.length, "setting")} and ${count(measures.length, "measure")}.`,
    ...(points.length > 1
      ? [
          "The highest and the lowest setting were picked after seeing the results, so their means are biased slightly outward.",
        ]
      : []),
    ...(compared > 1
      ? [
          `Of ${fixed(compared, 0)} paired comparisons, about ${plain(Math.max(1, Math.round(compared / 20)))} would exclude 0 by chance even if nothing differed.`,
        ]
      : []),
    ...(networks.length
      ? [
          "Unless the command has --redraw, each network is the same in all worlds, so intervals do not cover how another network of the same kind would differ.",
        ]
      : []),
    ...(lacking.length
      ? [`Some measures do not exist in some worlds; their means leave those worlds out: ${lacking.join(", ")}.`]
      : []),
  ];
}

/**
 * What results would change the findings: another highest setting, or the clear difference nearest to none turning
 * over.
 */
export function changeOfMind(results: Results, say: Labels): string {
  const measure = measureNames(results).at(0);
  if (measure === undefined) return "Any world that gives a number.";
  const rows = rowsOf(results, measure).sort((a, b) => b.mean - a.mean || a.point - b.point);
  if (rows.length < 2) return "A run with another seed whose interval does not overlap this one.";
  const points = new Map(results.points.map((point) => [point.id, point]));
  const [first, second] = rows;
  const name = (id: number): string => say.point(points.get(id)!);
  const lead = `A run with another seed or more worlds in which a setting other than ${name(first.point)} has the highest ${words(measure)} (the next is ${name(second.point)}: ${estimate(second).mean} against ${estimate(first).mean}).`;
  const sure = results.differences.filter((difference) => difference.measure === measure && clear(difference));
  const margin = (d: { mean: number; low: number; high: number }): number =>
    Math.abs(d.mean) / (d.high - d.low || Infinity);
  const closest = [...sure]
    .filter(({ low, high }) => high > low)
    .sort((a, b) => margin(a) - margin(b) || a.point - b.point || a.against - b.against)
    .at(0);
  if (!closest) return lead;
  const { mean, low, high } = estimate(closest);
  return `${lead} The clear difference closest to zero relative to its interval is that of ${name(closest.point)} from ${name(closest.against)}: ${mean} (${low} to ${high}).`;
}

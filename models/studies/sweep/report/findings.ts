import { count, estimate, fixed, plain, range, clear } from "../../telling/numbers.ts";
import { labels, type Labels } from "./labels.ts";
import { words } from "../../telling/text.ts";
import { type MeasureDifference, measureNames, type Results, type MeasureRow, rowsOf, unitOf } from "../results.ts";
import { between, contrast, evidence, quantity, SURE } from "./sentences.ts";

/** A claim, the interval and worlds behind it, and what qualifies it. */
export interface Finding {
  measure: string;
  /** A sentence without its full stop, which comes after the evidence. */
  claim: string;
  /** Empty where the claim includes it. */
  evidence: string;
  ground: string;
}

const overlap = (a: MeasureRow, b: MeasureRow): boolean => !(a.low > b.high || b.low > a.high);

/** Where a measure is highest and lowest, and whether that order is settled. */
function extremes(results: Results, say: Labels, measure: string): Finding[] {
  const rows = rowsOf(results, measure).sort((a, b) => b.mean - a.mean || a.point - b.point);
  if (!rows.length) return [];
  const unit = unitOf(results, measure);
  const points = new Map(results.points.map((point) => [point.id, point]));
  const at = (row: MeasureRow): string => say.point(points.get(row.point)!);
  const amount = (row: MeasureRow): string => quantity(estimate(row).mean, unit);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const finding = (claim: string, row: MeasureRow, ground: string): Finding => ({
    measure,
    claim,
    evidence: evidence(row),
    ground,
  });
  if (rows.length === 1)
    return [finding(`In this model, ${words(measure)} is ${amount(first)} on average`, first, spread(first, unit))];
  if (first.mean === last.mean) {
    const claim = `In this model, mean ${words(measure)} is ${amount(first)} at all ${rows.length} settings`;
    return [{ measure, claim, evidence: "", ground: "" }];
  }
  const rivals = rows.slice(1).filter((row) => overlap(row, first)).length;
  const settled = rivals
    ? `The ${rivals === 1 ? "interval" : "intervals"} of ${count(rivals, "other setting")} ${rivals === 1 ? "overlaps" : "overlap"} it, so it is not settled which is highest.`
    : "No other setting's interval overlaps it.";
  return [
    finding(
      `In this model, ${words(measure)} is highest at ${at(first)}: ${amount(first)} on average`,
      first,
      `${settled} ${spread(first, unit)}`.trim(),
    ),
    finding(`It is lowest at ${at(last)}: ${amount(last)}`, last, spread(last, unit)),
  ];
}

function spread({ q05, median, q95 }: MeasureRow, unit: string): string {
  if (![q05, median, q95].every(Number.isFinite) || q05 === q95) return "";
  return `Single worlds differ: nine in ten lie from ${plain(q05)} to ${between(plain(q95), unit)}, and half are at or below ${plain(median)}.`;
}

/** Up to this many contrasts of one axis have a sentence each; more of them share one. */
const MOST_CONTRASTS = 6;

/** The differences of a measure by what they compare, in words. */
function groups(results: Results, say: Labels, measure: string): Map<string, MeasureDifference[]> {
  const points = new Map(results.points.map((point) => [point.id, point]));
  const byAxis = new Map<string, Map<string, MeasureDifference[]>>();
  for (const difference of results.differences) {
    if (difference.measure !== measure || !Number.isFinite(difference.mean)) continue;
    const { moved, to, from } = contrast(results, say, points.get(difference.point)!, points.get(difference.against)!);
    const axis = moved.map(words).join(" and ");
    const inside = byAxis.get(axis) ?? byAxis.set(axis, new Map<string, MeasureDifference[]>()).get(axis)!;
    const name = `${to} rather than ${from}`;
    inside.set(name, [...(inside.get(name) ?? []), difference]);
  }
  const all = new Map<string, MeasureDifference[]>();
  for (const [axis, inside] of byAxis) {
    if (inside.size <= MOST_CONTRASTS) for (const [name, list] of inside) all.set(name, list);
    else all.set(`another ${axis}`, [...inside.values()].flat());
  }
  return all;
}

/** For each comparison, in how many settings it is clear and in which direction, and the largest difference. */
function comparisons(results: Results, say: Labels, measure: string): Finding[] {
  const points = new Map(results.points.map((point) => [point.id, point]));
  const unit = unitOf(results, measure);
  const name = words(measure);
  return [...groups(results, say, measure)].map(([group, all]) => {
    const sure = all
      .filter(clear)
      .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean) || a.point - b.point || a.against - b.against);
    const among = all.length === 1 ? "" : ` in any of ${count(all.length, "setting")}`;
    if (!sure.length) {
      const bound = all.reduce((most, { low, high }) => Math.max(most, Math.abs(low), Math.abs(high)), 0);
      const worlds = `${range(all.map(({ n }) => n))} paired worlds`;
      const proof = all.length === 1 ? evidence(all[0], "paired world") : `every ${SURE} covers 0, ${worlds} each`;
      const reach = Number.isFinite(bound)
        ? `No interval extends beyond ${between(plain(bound, 2), unit)} in either direction.`
        : "";
      return {
        measure,
        claim: `With ${group}, no change in ${name} can be told from chance${among}`,
        evidence: proof,
        ground: reach,
      };
    }
    const [largest] = sure;
    const { to, from, rest } = contrast(results, say, points.get(largest.point)!, points.get(largest.against)!);
    const { mean } = estimate({
      mean: Math.abs(largest.mean),
      low: Math.min(Math.abs(largest.low), Math.abs(largest.high)),
      high: Math.max(Math.abs(largest.low), Math.abs(largest.high)),
    });
    const size = between(mean, unit);
    const way = largest.mean > 0 ? "higher" : "lower";
    const exact =
      `${to} rather than ${from}` === group ? rest : [`${to} rather than ${from}`, rest].filter(Boolean).join(", ");
    const claim =
      all.length === 1
        ? `In the same worlds, ${name} is ${size} ${way} with ${group}${rest ? ` (${rest})` : ""}`
        : `In the same worlds, with ${group}, ${name} is ${tally(all, sure)}; the largest difference is ${size} ${way}, at ${exact}`;
    const rest0 = all.length - sure.length;
    const ground = rest0
      ? `In ${fixed(rest0, 0)} of the ${fixed(all.length, 0)} it cannot be told apart from no difference: the ${SURE} covers 0.`
      : "";
    return { measure, claim, evidence: evidence(largest, "paired world"), ground };
  });
}

/** `higher in 20 and lower in 2 of 24 settings`. */
function tally(all: readonly MeasureDifference[], sure: readonly MeasureDifference[]): string {
  const up = sure.filter(({ mean }) => mean > 0).length;
  const down = sure.length - up;
  const parts = [...(up ? [`higher in ${fixed(up, 0)}`] : []), ...(down ? [`lower in ${fixed(down, 0)}`] : [])];
  return `${parts.join(" and ")} of ${count(all.length, "setting")}`;
}

/** The findings in the results, as sentences with interval and number of worlds; the first measure first. */
export function findings(given: Results): Finding[] {
  const say = labels(given);
  return measureNames(given).flatMap((measure) => [
    ...extremes(given, say, measure),
    ...comparisons(given, say, measure),
  ]);
}

/** The finding as one text. */
export const sentence = ({ claim, evidence: proof, ground }: Finding): string =>
  `${claim}${proof ? ` (${proof})` : ""}. ${ground}`.trim();

import { count, estimate, fixed, plain, range } from "./format.ts";
import { clean, labels, type Labels, words } from "./labels.ts";
import { type Difference, measureNames, type Point, type Results, type Row, rowsOf, unitOf, variedAxes } from "./results.ts";

/** One sentence of claim, and one or more of what stands behind or against it. */
export interface Finding {
  measure: string;
  claim: string;
  ground: string;
}

const SURE = "95 % interval";
const SEVERAL = "several axes at once";

/** `45.3 customers`, `0.42 as a share`, `7`. */
export function quantity(text: string, unit: string): string {
  if (!unit) return text;
  return unit === "share" ? `a share of ${text}` : `${text} ${clean(unit)}`;
}

/** `95 % interval 44.1 to 46.5, 400 worlds`, or why there is none. */
export function evidence(row: { n: number; mean: number; low: number; high: number }, world = "world"): string {
  const worlds = count(row.n, world);
  if (row.n < 2 || !Number.isFinite(row.low) || !Number.isFinite(row.high)) return `${worlds}, no interval`;
  if (row.low === row.high) return `the same in all ${worlds}`;
  const { low, high } = estimate(row);
  return `${SURE} ${low} to ${high}, ${worlds}`;
}

/** True where the interval leaves no doubt, at 95 %, on which side of zero the difference lies. */
export const clear = ({ low, high }: { low: number; high: number }): boolean => low > 0 || high < 0;

const overlap = (a: Row, b: Row): boolean => !(a.low > b.high || b.low > a.high);

/** Where a measure is highest and lowest, and whether that order is settled. */
function extremes(results: Results, say: Labels, measure: string): Finding[] {
  const rows = rowsOf(results, measure).sort((a, b) => b.mean - a.mean || a.point - b.point);
  if (!rows.length) return [];
  const unit = unitOf(results, measure);
  const points = new Map(results.points.map((point) => [point.id, point]));
  const at = (row: Row): string => say.point(points.get(row.point)!);
  const amount = (row: Row): string => quantity(estimate(row).mean, unit);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (rows.length === 1) {
    return [{ measure, claim: `In this model, ${words(measure)} is ${amount(first)} on average (${evidence(first)}).`, ground: spread(first, unit) }];
  }
  if (first.mean === last.mean) {
    return [{ measure, claim: `In this model, mean ${words(measure)} is ${amount(first)} at every one of the ${rows.length} settings.`, ground: "" }];
  }
  const rivals = rows.slice(1).filter((row) => overlap(row, first)).length;
  const settled = rivals
    ? `The intervals of ${count(rivals, "other setting")} overlap it, so which is highest is not settled.`
    : "No other setting's interval overlaps it.";
  return [
    { measure, claim: `In this model, ${words(measure)} is highest at ${at(first)}: ${amount(first)} on average (${evidence(first)}).`, ground: `${settled} ${spread(first, unit)}`.trim() },
    { measure, claim: `It is lowest at ${at(last)}: ${amount(last)} (${evidence(last)}).`, ground: spread(last, unit) },
  ];
}

function spread({ q05, median, q95 }: Row, unit: string): string {
  if (![q05, median, q95].every(Number.isFinite) || q05 === q95) return "";
  return `Single worlds differ: nine in ten lie from ${plain(q05)} to ${quantity(plain(q95), unit === "share" ? "" : unit)}, half of them at or below ${plain(median)}.`;
}

/** Names of the axes in which two points differ. */
export const changed = (results: Results, a: Point, b: Point): string[] =>
  results.axes.map(({ name }) => name).filter((name) => a.values[name] !== b.values[name]);

/** `with probability 0.2 rather than 0.1 (karate, seed count 5)`. */
export function contrast(results: Results, say: Labels, point: Point, against: Point, than = "rather than"): string {
  const moved = new Set(changed(results, point, against));
  const axes = variedAxes(results);
  const rest = say.point(point, axes.filter(({ name }) => !moved.has(name)));
  const others = axes.filter(({ name }) => moved.has(name));
  const from = others.length === 1 ? say.value(others[0].name, against.values[others[0].name]) : say.point(against, others);
  return `${say.point(point, others)} ${than} ${from}${others.length < axes.length ? ` (${rest})` : ""}`;
}

/** The largest clear difference along each axis, and how many cannot be told apart from none. */
function comparisons(results: Results, say: Labels, measure: string): Finding[] {
  const points = new Map(results.points.map((point) => [point.id, point]));
  const unit = unitOf(results, measure);
  const groups = new Map<string, Difference[]>();
  for (const difference of results.differences) {
    if (difference.measure !== measure || !Number.isFinite(difference.mean)) continue;
    const moved = changed(results, points.get(difference.point)!, points.get(difference.against)!);
    const group = moved.length === 1 ? words(moved[0]) : SEVERAL;
    groups.set(group, [...(groups.get(group) ?? []), difference]);
  }
  const order = [...results.axes.map(({ name }) => words(name)), SEVERAL].filter((group) => groups.has(group));
  return order.map((group) => {
    const all = groups.get(group)!;
    const sure = all.filter(clear).sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean) || a.point - b.point || a.against - b.against);
    const worlds = range(all.map(({ n }) => n));
    if (!sure.length) {
      const widest = all.reduce((most, { low, high }) => Math.max(most, Math.abs(low), Math.abs(high)), 0);
      return {
        measure,
        claim: `Changing ${group} makes no difference to ${words(measure)} that can be told apart from none.`,
        ground: `Every ${SURE} of ${count(all.length, "paired comparison")} covers 0 (${worlds} paired worlds each); none reaches past ${quantity(plain(widest, 2), unit === "share" ? "" : unit)}.`,
      };
    }
    const [largest] = sure;
    const size = quantity(estimate({ mean: Math.abs(largest.mean), low: 0, high: largest.high - largest.low }).mean, unit === "share" ? "" : unit);
    const way = largest.mean > 0 ? "higher" : "lower";
    const text = contrast(results, say, points.get(largest.point)!, points.get(largest.against)!);
    return {
      measure,
      claim: `In the same worlds, ${words(measure)} is ${size} ${way} with ${text} (${evidence(largest, "paired world")}).`,
      ground: tally(group, all, sure),
    };
  });
}

function tally(group: string, all: readonly Difference[], sure: readonly Difference[]): string {
  if (all.length === 1) return "";
  const up = sure.filter(({ mean }) => mean > 0).length;
  const parts = [up && `higher in ${fixed(up, 0)}`, sure.length - up && `lower in ${fixed(sure.length - up, 0)}`].filter(Boolean);
  const rest = all.length - sure.length;
  const unsure = rest ? `; ${fixed(rest, 0)} cannot be told apart from no difference (${SURE} covers 0)` : "";
  return `The largest of ${fixed(all.length, 0)} paired comparisons of ${group}: ${parts.join(", ")}${unsure}.`;
}

/** What the results say, as sentences with interval and number of worlds; the first measure first. */
export function findings(given: Results): Finding[] {
  const say = labels(given);
  return measureNames(given).flatMap((measure) => [...extremes(given, say, measure), ...comparisons(given, say, measure)]);
}

import { labels } from "./labels.ts";
import { arrange, type MeasureDifference, type Point, type Results, type MeasureRow, variedAxes } from "../results.ts";
import { laidOut } from "./terminal.ts";

/**
 * The differences from the baseline as a second table: a line for each setting with the mean over worlds of each
 * measure less its value in the same world at the baseline. A line above the table says what is compared. Null where
 * there is no baseline.
 */
export function baselineTable(given: Results, options: { width?: number; color?: boolean } = {}): string | null {
  const results = arrange(given);
  const { differences, points } = results;
  if (differences.length === 0) return null;
  const compared = new Set(differences.map(({ point }) => point));
  const rows = differences.map(asRow);
  const apart = arrange({
    ...results,
    points: points.filter(({ id }) => compared.has(id)),
    rows,
    differences: [],
    failures: [],
  });
  return `${headOf(results)}\n${laidOut(apart, "Mean differences", options)}`;
}

/** What is compared: `Pay 5 against pay 0, in the same worlds`, as far as all settings share it. */
function headOf(results: Results): string {
  const say = labels(results);
  const at = (id: number): Point => results.points.find((point) => point.id === id)!;
  const ends = results.differences.map(({ point, against }) => ({ to: at(point), from: at(against) }));
  const moved = variedAxes(results).filter(({ name }) =>
    ends.some(({ to, from }) => to.values[name] !== from.values[name]),
  );
  const common = (points: readonly Point[]): string | undefined => {
    const texts = new Set(points.map((point) => say.point(point, moved)));
    return texts.size === 1 ? [...texts][0] : undefined;
  };
  const [to, from] = [common(ends.map((end) => end.to)), common(ends.map((end) => end.from))];
  return [to ?? "", "against", from ?? "the baseline"].join(" ").trim() + ", in the same worlds:";
}

const asRow = ({ point, measure, n, mean, low, high }: MeasureDifference): MeasureRow => ({
  point,
  measure,
  n,
  missing: 0,
  mean,
  low,
  high,
  sd: NaN,
  stderr: NaN,
  min: NaN,
  q05: NaN,
  median: NaN,
  q95: NaN,
  max: NaN,
});

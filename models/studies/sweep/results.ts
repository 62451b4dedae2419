/** A value on an axis: a number, a text (such as the specification of a network), or true and false. */
export type Value = string | number | boolean;

/** What was varied; `values` are in the order requested. */
export interface VariedAxis {
  name: string;
  about: string;
  unit?: string;
  values: Value[];
}

/** One setting of all axes. */
export interface Point {
  id: number;
  values: Record<string, Value>;
}

/** One measure at one point over its worlds; `low` and `high` bound the mean at 95 %. */
export interface MeasureRow {
  point: number;
  measure: string;
  n: number;
  missing: number;
  mean: number;
  sd: number;
  stderr: number;
  low: number;
  high: number;
  min: number;
  q05: number;
  median: number;
  q95: number;
  max: number;
}

/** Measure at `point` minus measure at `against`, paired world by world; 95 % interval of the mean. */
export interface MeasureDifference {
  point: number;
  against: number;
  measure: string;
  n: number;
  mean: number;
  low: number;
  high: number;
}

/** All that a chart, a table or a report of a sweep is made from: plain data, no clocks, no paths. */
export interface Results {
  title: string;
  question?: string;
  model: {
    name: string;
    about: string;
    source: string;
    measures: Record<string, { about: string; unit: string }>;
    parameters: Record<string, { about: string; unit?: string; lever?: boolean; value?: unknown }>;
  };
  axes: VariedAxis[];
  points: Point[];
  rows: MeasureRow[];
  differences: MeasureDifference[];
  networks: { spec: string; nodes: number; edges: number; directed: boolean; meanDegree: number }[];
  failures: { point: number; world: number; error: string }[];
  seed: string;
  replicates: number;
  steps: number | "rest";
  key: string;
  version: string;
  command: string;
  cite: string;
}

/** JSON has no NaN: a null is read back as NaN. */
const known = <T extends object>(record: T): T =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, value === null ? NaN : (value as unknown)]),
  ) as T;

/** The values that an axis takes at the points: numbers ascending, texts in the order requested. */
function taken({ name, values }: VariedAxis, points: readonly Point[]): Value[] {
  const seen = new Set(points.map((point) => valueAt(point, name)).filter((value) => value !== undefined));
  if ([...seen].every((value) => typeof value === "number")) return [...seen].sort((a, b) => Number(a) - Number(b));
  const asked = values.filter((value) => seen.has(value));
  return [...new Set([...asked, ...[...seen].sort((a, b) => (String(a) < String(b) ? -1 : 1))])];
}

/**
 * The results in a fixed order, whatever order a store gave them in: points by id, rows and differences by measure and
 * point, axes with the values they take. So what is made from them has the same bytes every time. Time grows with rows
 * times their logarithm. Throws `RangeError` if a row or a difference refers to a point that is not listed.
 */
export function arrange(results: Results): Results {
  const ids = new Set(results.points.map(({ id }) => id));
  const stray = [
    ...results.rows.map(({ point }) => point),
    ...results.differences.flatMap(({ point, against }) => [point, against]),
  ];
  const lost = stray.find((id) => !ids.has(id));
  if (lost !== undefined) throw new RangeError(`results: every row must belong to a listed point, got point ${lost}`);
  const measures = measureNames(results);
  const rank = new Map(measures.map((name, place) => [name, place]));
  const place = (measure: string): number => rank.get(measure)!;
  const points = [...results.points].sort((a, b) => a.id - b.id);
  return {
    ...results,
    axes: results.axes.map((axis) => ({ ...axis, values: taken(axis, points) })),
    points,
    rows: results.rows.map(known).sort((a, b) => place(a.measure) - place(b.measure) || a.point - b.point),
    differences: results.differences
      .map(known)
      .sort((a, b) => place(a.measure) - place(b.measure) || a.point - b.point || a.against - b.against),
    networks: [...results.networks].sort((a, b) => (a.spec < b.spec ? -1 : a.spec > b.spec ? 1 : 0)),
    failures: [...results.failures].sort((a, b) => a.point - b.point || a.world - b.world),
  };
}

/** Measures in the model's order, then any the model does not know, by name; only those with rows. */
export function measureNames({ model, rows }: Results): string[] {
  const present = new Set(rows.map((row) => row.measure));
  const listed = Object.keys(model.measures).filter((name) => present.has(name));
  return [...listed, ...[...present].filter((name) => !listed.includes(name)).sort()];
}

/** The description of a measure; empty texts where the model does not have it. */
export const measureOf = ({ model }: Results, measure: string): { about: string; unit: string } =>
  Object.hasOwn(model.measures, measure) ? model.measures[measure] : { about: "", unit: "" };
export const unitOf = (results: Results, measure: string): string => measureOf(results, measure).unit;

/** The value of an axis at a point; undefined where the axis does not touch the point. */
export const valueAt = ({ values }: Point, axis: string): Value | undefined =>
  Object.hasOwn(values, axis) ? values[axis] : undefined;

/** Axes that take at least two values, and so can be compared. */
export const variedAxes = ({ axes }: Results): VariedAxis[] => axes.filter(({ values }) => values.length > 1);

/** Rows of one measure that hold a number, by point. */
export const rowsOf = ({ rows }: Results, measure: string): MeasureRow[] =>
  rows.filter((row) => row.measure === measure && Number.isFinite(row.mean));

import {
  type VariedAxis,
  type MeasureDifference,
  type Results,
  type MeasureRow,
  type Value,
} from "../../models/studies/sweep/results.ts";

/** A row whose every number follows from its mean, spread and number of worlds. */
export const row = (point: number, measure: string, mean: number, half = 1, n = 400): MeasureRow => ({
  point,
  measure,
  n,
  missing: 0,
  mean,
  sd: half * 10,
  stderr: half / 1.96,
  low: mean - half,
  high: mean + half,
  min: Math.max(0, mean - 4 * half),
  q05: Math.max(0, mean - 3 * half),
  median: mean,
  q95: mean + 3 * half,
  max: mean + 4 * half,
});

export const difference = (
  point: number,
  against: number,
  mean: number,
  half: number,
  measure = "reach",
): MeasureDifference => ({
  point,
  against,
  measure,
  n: 400,
  mean,
  low: mean - half,
  high: mean + half,
});

/** Results over all combinations of the axes, with means that rise by ten a point; no differences. */
export function sample(axes: VariedAxis[], over: Partial<Results> = {}): Results {
  const settings = axes.reduce<Record<string, Value>[]>(
    (all, { name, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return {
    title: "A small sweep",
    question: "How far does one recommendation travel?",
    model: {
      name: "independent-cascade",
      about: "Each customer won over tries once to win each contact.",
      source: "Kempe, Kleinberg & Tardos 2003, KDD",
      measures: {
        reach: { about: "customers reached, the first included", unit: "customers" },
        rounds: { about: "last round with a change", unit: "rounds" },
      },
      parameters: {
        probability: { about: "chance that one recommendation wins a contact", lever: true },
        seedCount: { about: "first customers", unit: "customers", value: 1 },
        seeds: { about: "first customers by key", value: [] },
      },
    },
    axes,
    points: settings.map((values, id) => ({ id, values })),
    rows: settings.flatMap((_, id) => [row(id, "reach", 10 + 10 * id), row(id, "rounds", 2 + id, 0.2)]),
    differences: [],
    networks: [{ spec: "karate", nodes: 34, edges: 78, directed: false, meanDegree: 156 / 34 }],
    failures: [],
    seed: "1",
    replicates: 400,
    steps: "rest",
    key: "3f9c2ab41d07e655",
    version: "0.1.0",
    command: "npm run -s ovation -- sweep independent-cascade --vary probability=0.1,0.2",
    cite: "The Ovation maintainers (2026). Ovation, version 0.1.0.",
    ...over,
  };
}

export const probability = (...values: number[]): VariedAxis => ({
  name: "probability",
  about: "chance of passing on",
  values,
});
export const network = (...values: string[]): VariedAxis => ({ name: "network", about: "which network", values });
export const seedCount = (...values: number[]): VariedAxis => ({
  name: "seedCount",
  about: "first customers",
  unit: "customers",
  values,
});

/** The same results with points, rows and differences the other way round. */
export const reversed = (results: Results): Results => ({
  ...results,
  points: [...results.points].reverse(),
  rows: [...results.rows].reverse(),
  differences: [...results.differences].reverse(),
  networks: [...results.networks].reverse(),
  failures: [...results.failures].reverse(),
});

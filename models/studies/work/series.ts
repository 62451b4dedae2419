import { summarize } from "../../statistics/index.ts";
import { type BlockResult } from "./work.ts";

/** The mean of a measure over worlds at each step; a world at rest keeps its last value. */
export interface StepSummary {
  step: number[];
  mean: number[];
  low: number[];
  high: number[];
}

/**
 * The series of every measure, as long as the longest world. Worlds are summed in order, so the digits never differ.
 */
export function seriesOf(results: readonly BlockResult[], measures: readonly string[]): Record<string, StepSummary> {
  const worlds = results.flatMap(({ series = [] }) => series);
  const width = measures.length;
  const steps = Math.max(0, ...worlds.map((series) => series.length / width));
  const summaries = measures.map((name, m) => {
    const summary: StepSummary = { step: [], mean: [], low: [], high: [] };
    for (let t = 0; t < steps; t++) {
      const values = Float64Array.from(worlds, (series) => series[Math.min(t, series.length / width - 1) * width + m]);
      const { mean, low, high } = summarize(values);
      summary.step.push(t);
      summary.mean.push(mean);
      summary.low.push(low);
      summary.high.push(high);
    }
    return [name, summary] as const;
  });
  return Object.fromEntries(summaries);
}

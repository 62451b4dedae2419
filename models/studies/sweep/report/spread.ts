import { type Drawn } from "../../telling/charts/look.ts";
import { panelChart } from "../../telling/charts/panels.ts";
import { rankedWorldsChart, worldsChart } from "../../telling/charts/worlds.ts";
import { measureNames, type Results, rowsOf, unitOf } from "../results.ts";
import { shorten } from "../../telling/text.ts";
import { type Labels } from "./labels.ts";

/** Up to this many settings have a labelled row each; more are drawn side by side without names. */
export const MOST_LABELLED = 36;

/** The width kept for the names of settings, in pixels. */
export const NAMES = 340;

/**
 * Draws how worlds differ at each setting: all of them, nine in ten, the median and the mean; the highest mean first.
 */
export function spread(results: Results, say: Labels, measure: string, drawn: Drawn): Element {
  const points = new Map(results.points.map((point) => [point.id, point]));
  const rows = rowsOf(results, measure)
    .sort((a, b) => b.mean - a.mean || a.point - b.point)
    .map(({ min, q05, median, q95, max, mean, point }) => {
      const name = shorten(say.point(points.get(point)!), 72);
      return { name, min, q05, median, q95, max, mean };
    });
  const label = say.titled(measure, unitOf(results, measure));
  return rows.length <= MOST_LABELLED
    ? worldsChart(rows, { ...drawn, label, names: NAMES })
    : rankedWorldsChart(rows, { ...drawn, label });
}

/** Draws the only setting: each measure on its own axis. */
export function single(results: Results, say: Labels, drawn: Drawn): Element {
  const rows = measureNames(results).flatMap((measure) => rowsOf(results, measure).slice(0, 1));
  return panelChart(
    rows.map((row) => ({
      name: say.titled(row.measure, unitOf(results, row.measure)),
      draw: (width) => worldsChart([{ ...row, name: "" }], { width, document: drawn.document, label: "" }),
    })),
    { ...drawn, least: drawn.width },
  );
}

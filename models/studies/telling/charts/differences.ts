import * as Plot from "@observablehq/plot";
import { type Labels, shorten } from "../labels.ts";
import { type Difference, type Point, type Results, unitOf } from "../../sweep/results.ts";
import { clear, contrast } from "../sentences.ts";
import { panelled, panelledDifferences } from "./panelled-differences.ts";
import { plotStyle, tickText } from "./plot-style.ts";
import { marginFor } from "./spread.ts";
import { plotSvg } from "./standing.ts";
import { newDocument } from "./svg.ts";
import { HUES } from "./theme.ts";

/** More rows than this nobody reads; the findings count them all. */
const MOST_SHOWN = 24;

/** The differences that a chart has room for: all where panels hold them, else the largest. */
export function shownDifferences(results: Results, say: Labels, measure: string): { shown: Difference[]; all: number } {
  const all = results.differences.filter(
    (difference) => difference.measure === measure && Number.isFinite(difference.mean),
  );
  if (panelled(results, say, all)) return { shown: all, all: all.length };
  const largest = [...all]
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean) || a.point - b.point || a.against - b.against)
    .slice(0, MOST_SHOWN);
  return {
    shown: largest.sort((a, b) => b.mean - a.mean || a.point - b.point || a.against - b.against),
    all: all.length,
  };
}

/** Paired differences around zero: full dots where the 95 % interval leaves zero out, hollow ones where not. */
export function differences(results: Results, say: Labels, measure: string): string {
  const { shown } = shownDifferences(results, say, measure);
  const panels = panelled(results, say, shown);
  if (panels) return panelledDifferences(results, say, measure, panels);
  const points = new Map(results.points.map((point) => [point.id, point]));
  const data = shown.map((difference, rank) => ({
    ...difference,
    rank,
    label: shorten(nameOf(results, say, points.get(difference.point)!, points.get(difference.against)!), 72),
    hue: !clear(difference) ? "currentColor" : difference.mean > 0 ? HUES[0] : HUES[1],
  }));
  const names = new Map(data.map(({ rank, label }) => [rank, label]));
  const marginLeft = marginFor(data.map(({ label }) => label));
  const sure = data.filter(clear);
  const unsure = data.filter((difference) => !clear(difference));
  return plotSvg(
    Plot.plot({
      document: newDocument(),
      style: plotStyle,
      width: marginLeft + 400,
      height: data.length * 24 + 66,
      marginLeft,
      marginRight: 24,
      marginTop: 8,
      marginBottom: 46,
      x: {
        label: `difference in ${say.titled(measure, unitOf(results, measure))}`,
        labelArrow: "none",
        labelAnchor: "center",
        labelOffset: 40,
        ticks: 5,
        nice: true,
        tickFormat: tickText,
      },
      y: { type: "band", label: null, padding: 0.2, tickFormat: (rank: number) => names.get(rank) ?? "", tickSize: 0 },
      marks: [
        Plot.gridX({ ticks: 5, strokeOpacity: 0.11 }),
        Plot.ruleX([0], { strokeOpacity: 0.7, strokeWidth: 1.25 }),
        Plot.ruleY(
          data.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high)),
          { x1: "low", x2: "high", y: "rank", stroke: "hue", strokeWidth: 2 },
        ),
        Plot.dot(sure, { x: "mean", y: "rank", r: 4, fill: "hue" }),
        Plot.dot(unsure, { x: "mean", y: "rank", r: 4, fill: "white", stroke: "hue", strokeWidth: 1.5 }),
      ],
    }),
  );
}

function nameOf(results: Results, say: Labels, point: Point, against: Point): string {
  const { to, from, rest } = contrast(results, say, point, against);
  return `${to} vs ${from}${rest ? ` (${rest})` : ""}`;
}

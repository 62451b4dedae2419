import { axisOf, type ChartAxis as DrawnAxis } from "../../telling/charts/axes.ts";
import { dotChart } from "../../telling/charts/dots.ts";
import { heading } from "../../telling/charts/heading.ts";
import { type Drawn, HUES } from "../../telling/charts/look.ts";
import { panelChart } from "../../telling/charts/panels.ts";
import { pointChart } from "../../telling/charts/points.ts";
import { clear } from "../../telling/numbers.ts";
import { type VariedAxis, type MeasureDifference, type Results, unitOf, variedAxes } from "../results.ts";
import { type Labels } from "./labels.ts";
import { groupsOf } from "./means.ts";
import { numeric } from "./plan.ts";
import { contrast } from "./sentences.ts";
import { NAMES } from "./spread.ts";

/** The most rows shown; the findings count all of them. */
const MOST_SHOWN = 24;
const MOST_PANELS = 6;

/** The differences that a chart has room for: all of them where panels can hold them, else the largest. */
export function shownDifferences(
  results: Results,
  say: Labels,
  measure: string,
): { shown: MeasureDifference[]; all: number } {
  const all = results.differences.filter(
    (difference) => difference.measure === measure && Number.isFinite(difference.mean),
  );
  if (panelsOf(results, say, all)) return { shown: all, all: all.length };
  const largest = [...all]
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean) || a.point - b.point || a.against - b.against)
    .slice(0, MOST_SHOWN);
  return {
    shown: largest.sort((a, b) => b.mean - a.mean || a.point - b.point || a.against - b.against),
    all: all.length,
  };
}

/** Draws paired differences around zero: filled marks where the 95 % interval excludes zero, hollow ones elsewhere. */
export function differences(results: Results, say: Labels, measure: string, drawn: Drawn): Element {
  const { shown } = shownDifferences(results, say, measure);
  const label = `difference in ${say.titled(measure, unitOf(results, measure))}`;
  const panels = panelsOf(results, say, shown);
  if (panels) return inPanels(say, label, panels, drawn);
  const rows = contrasts(results, say, shown).map(({ difference: { mean, low, high }, to, from, rest }) => ({
    name: `${to} vs ${from}${rest ? ` (${rest})` : ""}`,
    mean,
    low,
    high,
  }));
  return dotChart(rows, {
    ...drawn,
    xLabel: label,
    names: NAMES,
    sided: true,
    reference: { value: 0, label: "no difference" },
  });
}

function contrasts(results: Results, say: Labels, all: readonly MeasureDifference[]) {
  const points = new Map(results.points.map((point) => [point.id, point]));
  return all.map((difference) => {
    const point = points.get(difference.point)!;
    return { difference, point, ...contrast(results, say, point, points.get(difference.against)!) };
  });
}

/** Differences that share few contrasts over a numeric axis, which can all be shown in panels. */
interface Panels {
  x: VariedAxis;
  hue?: VariedAxis;
  names: string[];
  points: { panel: string; x: number; series: string; mean: number; low: number; high: number; hollow: boolean }[];
}

/** The panels for these differences, or null where a list shows them better. */
function panelsOf(results: Results, say: Labels, all: readonly MeasureDifference[]): Panels | null {
  const each = contrasts(results, say, all);
  const moved = new Set(each.flatMap((one) => one.moved));
  const rest = variedAxes(results).filter(({ name }) => !moved.has(name));
  const x = rest
    .filter((axis) => numeric(axis) && axis.values.length >= 3)
    .sort((a, b) => b.values.length - a.values.length)
    .at(0);
  const others = rest.filter((axis) => axis !== x);
  const names = [...new Set(each.map(({ to, from }) => `${to} vs ${from}`))];
  const hue = others.at(0);
  if (moved.size !== 1 || x === undefined || others.length > 1 || names.length > MOST_PANELS) return null;
  if (hue && hue.values.length > HUES.length) return null;
  const points = each.map(({ difference, point, to, from }) => {
    const { mean, low, high } = difference;
    const series = hue ? say.setting(hue.name, point.values[hue.name]) : "";
    const place = x.values.indexOf(point.values[x.name]);
    return { panel: `${to} vs ${from}`, x: place, series, mean, low, high, hollow: !clear(difference) };
  });
  return { x, hue, names, points };
}

/**
 * A panel for each contrast: differences at each value of the numeric axis, with a hue and shape for each value of the
 * other.
 */
function inPanels(say: Labels, label: string, { x, hue, names, points }: Panels, drawn: Drawn): Element {
  const series = hue ? hue.values.map((value) => say.setting(hue.name, value)) : [""];
  const y = axisOf([0, ...points.flatMap(({ mean, low, high }) => [mean, low, high])], { most: 5 });
  const along: DrawnAxis = { domain: [-0.5, x.values.length - 0.5], ticks: x.values.map((_, at) => at) };
  return panelChart(
    names.map((name) => ({
      name,
      draw: (width) =>
        pointChart(
          "differences",
          points.filter(({ panel }) => panel === name),
          {
            width,
            document: drawn.document,
            series,
            x: along,
            y,
            xLabel: say.titled(x.name, x.unit),
            yLabel: "",
            xText: (at) => say.value(x.name, x.values[at]),
            height: 130,
            keyless: true,
            beside: 9,
          },
        ),
    })),
    { ...drawn, least: drawn.width, head: heading(label, { ...drawn, ...(hue && { groups: groupsOf(say, hue) }) }) },
  );
}

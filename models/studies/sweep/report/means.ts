import { axisOf, withZero } from "../../telling/charts/axes.ts";
import { dotChart } from "../../telling/charts/dots.ts";
import { fanChart } from "../../telling/charts/fan.ts";
import { heading } from "../../telling/charts/heading.ts";
import { heatChart } from "../../telling/charts/heat.ts";
import { groupItems } from "../../telling/charts/key.ts";
import { type Drawn, textWidth } from "../../telling/charts/look.ts";
import { panelChart } from "../../telling/charts/panels.ts";
import { estimate } from "../../telling/numbers.ts";
import { type VariedAxis, type Point, type Results, type MeasureRow, rowsOf, unitOf } from "../results.ts";
import { type Labels } from "./labels.ts";
import { type ChartPlan } from "./plan.ts";

/** The mean at a point; NaN where there is none. */
export interface PointMean {
  point: Point;
  mean: number;
  low: number;
  high: number;
}

export function meansOf(results: Results, measure: string): PointMean[] {
  const rows = new Map<number, MeasureRow>(rowsOf(results, measure).map((row) => [row.point, row]));
  return results.points.map((point) => {
    const { mean = NaN, low = NaN, high = NaN } = rows.get(point.id) ?? {};
    return { point, mean, low, high };
  });
}

/**
 * Draws one panel: its means, the label of its measure axis, whether it names its groups itself, and where it is drawn.
 */
type Draw = (means: readonly PointMean[], label: string, alone: boolean, drawn: Drawn) => Element;

/** One chart, or the same chart once for every combination of the panels' values. */
function panelled(
  results: Results,
  say: Labels,
  measure: string,
  { hue, panels }: { hue?: VariedAxis; panels: readonly VariedAxis[] },
  drawn: Drawn,
  draw: Draw,
): Element {
  const means = meansOf(results, measure);
  const label = say.titled(measure, unitOf(results, measure));
  if (panels.length === 0) return draw(means, label, true, drawn);
  const names = panels.reduce<string[]>(
    (all, { name, values }) =>
      all.flatMap((left) => values.map((value) => [left, say.setting(name, value)].filter(Boolean).join(", "))),
    [""],
  );
  const { document } = drawn;
  return panelChart(
    names.map((name) => ({
      name,
      draw: (width) =>
        draw(
          means.filter(({ point }) => say.point(point, panels) === name),
          "",
          false,
          { width, document },
        ),
    })),
    { ...drawn, head: heading(label, { ...drawn, ...(hue && { groups: groupsOf(say, hue) }) }) },
  );
}

/** The key to the values of an axis, and its title. */
export const groupsOf = (say: Labels, { name, unit, values }: VariedAxis) => ({
  title: say.titled(name, unit),
  items: groupItems(values.map((value) => say.value(name, value))),
});
const axisFor = (results: Results, measure: string, most: number) =>
  axisOf(withZero(meansOf(results, measure).flatMap(({ mean, low, high }) => [mean, low, high])), { most });

/** Draws the measure over a numeric axis: a line of means in the band of their 95 % intervals. */
export function lines(
  results: Results,
  say: Labels,
  measure: string,
  plan: Extract<ChartPlan, { kind: "lines" }>,
  drawn: Drawn,
): Element {
  const { x, hue } = plan;
  const at = x.values as number[];
  const yAxis = axisFor(results, measure, 6);
  return panelled(results, say, measure, plan, drawn, (means, label, alone, place) => {
    const rows = means.map(({ point, mean, low, high }) => ({
      x: Number(point.values[x.name]),
      series: hue ? say.setting(hue.name, point.values[hue.name]) : "",
      mean,
      low,
      high,
    }));
    const across = (hue && alone ? 0.6 : 0.9) * place.width;
    const room = at.every((value) => textWidth(say.value(x.name, value)) + 6 < across / at.length);
    const xLog = isEvenByFactors(at);
    return fanChart(rows, {
      ...place,
      x: "x",
      ...(hue && { series: "series" }),
      xLabel: say.titled(x.name, x.unit),
      yLabel: label,
      yAxis,
      xLog,
      ...((room || xLog) && { xTicks: at, xText: (value: number) => say.value(x.name, value) }),
      nameless: !hue || !alone,
    });
  });
}

/** True where values are spaced more evenly by factors than by steps: then their axis is logarithmic. */
export function isEvenByFactors(values: readonly number[]): boolean {
  if (values.length < 4 || values[0] <= 0) return false;
  const uneven = (f: (value: number) => number): number => {
    const steps = values.slice(1).map((value, i) => f(value) - f(values[i]));
    return Math.max(...steps) / Math.min(...steps);
  };
  return uneven(Math.log) < uneven((value) => value) / 2;
}

/** Draws the measure by words: a line for each value, the mean as a dot on the bar of its 95 % interval. */
export function dots(
  results: Results,
  say: Labels,
  measure: string,
  plan: Extract<ChartPlan, { kind: "dots" }>,
  drawn: Drawn,
): Element {
  const { y, hue, panels } = plan;
  const axis = axisFor(results, measure, panels.length > 0 ? 4 : 6);
  return panelled(results, say, measure, plan, drawn, (means, label, alone, place) =>
    dotChart(
      means.map(({ point, ...row }) => ({
        ...row,
        name: say.value(y.name, point.values[y.name]),
        ...(hue && { group: say.setting(hue.name, point.values[hue.name]) }),
      })),
      { ...place, xLabel: label, axis, keyless: !alone },
    ),
  );
}

/** Draws the measure over two numeric axes: a cell for each setting, its mean as shade and, where it fits, as text. */
export function heat(
  results: Results,
  say: Labels,
  measure: string,
  plan: Extract<ChartPlan, { kind: "heat" }>,
  drawn: Drawn,
): Element {
  const { x, y } = plan;
  const finite = rowsOf(results, measure).map(({ mean }) => mean);
  const range = [Math.min(...finite), Math.max(...finite)] as const;
  return panelled(results, say, measure, plan, drawn, (means, _label, _alone, place) => {
    const place1 = ({ name, values }: VariedAxis, { point }: PointMean): number => values.indexOf(point.values[name]);
    const sorted = [...means].sort((a, b) => place1(y, a) - place1(y, b) || place1(x, a) - place1(x, b));
    return heatChart(
      sorted.map(({ point, mean }) => ({
        x: say.value(x.name, point.values[x.name]),
        y: say.value(y.name, point.values[y.name]),
        mean,
      })),
      {
        ...place,
        x: "x",
        y: "y",
        value: "mean",
        labels: {
          x: say.titled(x.name, x.unit),
          y: say.titled(y.name, y.unit),
          value: say.titled(measure, unitOf(results, measure)),
        },
        texts: sorted.map((row) => estimate(row).mean),
        range,
      },
    );
  });
}

import { type TopLevelSpec } from "vega-lite";
import { type Labels } from "./labels.ts";
import { type VariedAxis, type Results, unitOf } from "../results.ts";
import { withZero } from "../../telling/charts/axes.ts";
import { HUES, textWidth } from "../../telling/charts/look.ts";
import { SYMBOLS } from "../../telling/charts/vega-look.ts";
import { numeric } from "./plan.ts";
import { meansOf, type PointMean } from "./means.ts";

/** How wide and high a panel is, and how many stand in a row. */
function grid(count: number, width: number): { columns: number; width: number; height: number } {
  const columns = count <= 1 ? 1 : count === 2 || count === 4 ? 2 : 3;
  const each = Math.floor((width - (columns - 1) * 28) / columns);
  return { columns, width: each, height: columns === 1 ? 320 : columns === 2 ? 240 : 190 };
}

/** Colour and shape of a hue axis, with its legend. */
function hueOf(say: Labels, hue: VariedAxis | undefined): object {
  if (!hue) return { color: { value: HUES[0] }, shape: { value: SYMBOLS[0] } };
  const domain = hue.values.map((value) => say.value(hue.name, value));
  const wide = Math.max(...domain.map((text) => textWidth(text))) + 40;
  const legend = { columns: Math.max(1, Math.min(domain.length, Math.floor(640 / wide))), symbolOpacity: 1 };
  const channel = (range: readonly string[]): object => ({
    field: "hue",
    type: "nominal",
    title: say.titled(hue.name, hue.unit),
    scale: { domain, range: range.slice(0, domain.length) },
    legend,
  });
  return { color: channel(HUES), shape: channel(SYMBOLS) };
}

/** Draws the measure against each axis in turn: a dot for each setting on the bar of its 95 % interval. */
export function scatter(
  results: Results,
  say: Labels,
  measure: string,
  { axes, hue }: { axes: VariedAxis[]; hue?: VariedAxis },
): TopLevelSpec {
  const size = grid(axes.length, 660);
  const title = say.titled(measure, unitOf(results, measure));
  const { color, shape } = hueOf(say, hue) as { color: object; shape: object };
  const means = meansOf(results, measure).filter(({ mean }) => Number.isFinite(mean));
  const zero = withZero(means.map(({ mean }) => mean)).includes(0);
  const concat = axes.map((axis, a) => {
    const values = means.map((mean) => datumOf(say, axis, hue, mean));
    const first = a % size.columns === 0;
    const y = (field: string): object => ({
      field,
      type: "quantitative",
      title: first ? title : null,
      scale: { zero, nice: true },
      axis: { tickCount: 5 },
    });
    const encoding = { x: { ...xOf(say, axis, size.width), title: say.titled(axis.name, axis.unit) }, color };
    return {
      data: { values },
      width: size.width,
      height: size.height,
      layer: [
        {
          transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
          mark: { type: "rule", opacity: 0.45, strokeWidth: 1.5 },
          encoding: { ...encoding, y: y("low"), y2: { field: "high" } },
        },
        {
          mark: { type: "point", filled: true, size: 30, opacity: 0.85 },
          encoding: { ...encoding, y: y("mean"), shape },
        },
      ],
    };
  });
  return { concat, columns: size.columns, spacing: { row: 26, column: 24 } } as unknown as TopLevelSpec;
}

/** One setting as Vega reads it. */
function datumOf(
  say: Labels,
  axis: VariedAxis,
  hue: VariedAxis | undefined,
  { point, mean, low, high }: PointMean,
): object {
  const value = point.values[axis.name];
  return {
    mean,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    x: numeric(axis) ? value : say.value(axis.name, value),
    ...(hue && { hue: say.value(hue.name, point.values[hue.name]) }),
  };
}

/** The scale along x of a panel so many pixels wide: of numbers or of words. */
const xOf = (say: Labels, axis: VariedAxis, width: number): object =>
  numeric(axis)
    ? {
        field: "x",
        type: "quantitative",
        scale: { zero: false, padding: 8 },
        axis: { grid: false, tickCount: Math.max(3, Math.floor(width / 70)) },
      }
    : {
        field: "x",
        type: "nominal",
        sort: axis.values.map((value) => say.value(axis.name, value)),
        axis: { grid: false, labelAngle: 0, labelLimit: width / axis.values.length - 6 },
      };

import { type TopLevelSpec } from "vega-lite";
import { type Labels } from "../labels.ts";
import { type Axis, type Results, unitOf } from "../../sweep/results.ts";
import { type Mark, grid, marks, panelNames, panelOf } from "./records.ts";
import { HUES, SHAPES, textWidth } from "./theme.ts";

/** The scale on which values stand most evenly: logarithmic where all are positive and their ratios even. */
export function scaleOf(values: readonly number[]): "linear" | "log" {
  if (values.length < 4 || values[0] <= 0) return "linear";
  const uneven = (f: (value: number) => number): number => {
    const steps = values.slice(1).map((value, i) => f(value) - f(values[i]));
    return Math.max(...steps) / Math.min(...steps);
  };
  return uneven(Math.log) < uneven((value) => value) / 2 ? "log" : "linear";
}

/** Zero belongs on the axis unless the means are far from it and close to each other. */
export function needsZero(all: readonly Mark[]): boolean {
  const [low, high] = [Math.min(...all.map(({ mean }) => mean)), Math.max(...all.map(({ mean }) => mean))];
  return !(low > 0 && low > 0.6 * high);
}

/** Colour and shape of a hue axis, with its legend. */
export function hueOf(say: Labels, hue: Axis | undefined): object {
  if (!hue) return { color: { value: HUES[0] }, shape: { value: SHAPES[0] } };
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
  return { color: channel(HUES), shape: channel(SHAPES) };
}

/** The measure over a numeric axis: a line of means, a band of their 95 % intervals, a dot a setting. */
export function lines(
  results: Results,
  say: Labels,
  measure: string,
  { x, hue, panels }: { x: Axis; hue?: Axis; panels: Axis[] },
): TopLevelSpec {
  const values = marks(results, measure, (point) => ({
    x: point.values[x.name],
    ...(hue && { hue: say.value(hue.name, point.values[hue.name]) }),
    ...(panels.length && { panel: panelOf(say, panels, point) }),
  }));
  const names = panels.length ? panelNames(say, panels) : [];
  const size = grid(names.length);
  const at = x.values as number[];
  const scale = scaleOf(at);
  const room = at.every((value) => textWidth(say.value(x.name, value)) + 10 < size.width / at.length);
  const { color, shape } = hueOf(say, hue) as { color: object; shape: object };
  const encoding = {
    x: {
      field: "x",
      type: "quantitative",
      title: say.titled(x.name, x.unit),
      scale: { type: scale, ...(scale === "linear" && { zero: false }), nice: false, padding: 10 },
      axis: {
        grid: false,
        ...(room || scale === "log" ? { values: at } : { tickCount: Math.max(3, Math.floor(size.width / 80)) }),
      },
    },
    color,
  };
  const y = (field: string): object => ({
    field,
    type: "quantitative",
    title: say.titled(measure, unitOf(results, measure)),
    scale: { zero: needsZero(values), nice: true },
    axis: { tickCount: 5 },
  });
  const layer = [
    {
      transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
      mark: { type: "area", opacity: 0.18 },
      encoding: { ...encoding, y: y("low"), y2: { field: "high" } },
    },
    {
      transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
      mark: { type: "rule", strokeWidth: 1.5 },
      encoding: { ...encoding, y: y("low"), y2: { field: "high" } },
    },
    { mark: { type: "line", strokeWidth: 2 }, encoding: { ...encoding, y: y("mean") } },
    { mark: { type: "point", filled: true, size: 42, opacity: 1 }, encoding: { ...encoding, y: y("mean"), shape } },
  ];
  return framed({ data: { values }, layer }, names, size);
}

/** One chart, or the same chart once a panel on shared axes. */
export function framed(
  inner: { data: object; layer: object[] },
  names: readonly string[],
  size: { columns: number; width: number; height: number | object },
): TopLevelSpec {
  const { data, layer } = inner;
  const { width, height, columns } = size;
  if (!names.length) return { data, layer, width, height } as TopLevelSpec;
  return {
    // Flush, or dots on the border would push the axis away from its panel.
    data,
    columns,
    bounds: "flush",
    spacing: { row: 46, column: 28 },
    facet: { field: "panel", type: "nominal", sort: [...names], header: { labelLimit: width } },
    spec: { layer, width, height },
  } as TopLevelSpec;
}

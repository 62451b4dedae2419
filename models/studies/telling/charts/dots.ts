import { type TopLevelSpec } from "vega-lite";
import { type Labels } from "../labels.ts";
import { type Axis, measureNames, type Results, rowsOf, unitOf } from "../../sweep/results.ts";
import { framed, hueOf, needsZero } from "./lines.ts";
import { grid, marks, panelNames, panelOf } from "./records.ts";
import { HUES } from "./theme.ts";

/** The measure by words: a row a value, the mean as a dot on the bar of its 95 % interval. */
export function dots(
  results: Results,
  say: Labels,
  measure: string,
  { y, hue, panels }: { y: Axis; hue?: Axis; panels: Axis[] },
): TopLevelSpec {
  const values = marks(results, measure, (point) => ({
    y: say.value(y.name, point.values[y.name]),
    ...(hue && { hue: say.value(hue.name, point.values[hue.name]) }),
    ...(panels.length && { panel: panelOf(say, panels, point) }),
  }));
  const names = panels.length ? panelNames(say, panels) : [];
  const { columns, width } = grid(names.length, 480);
  const { color, shape } = hueOf(say, hue) as { color: object; shape: object };
  const sort = y.values.map((value) => say.value(y.name, value));
  const offset = hue && {
    yOffset: { field: "hue", type: "nominal", sort: hue.values.map((value) => say.value(hue.name, value)) },
  };
  const encoding = {
    y: {
      field: "y",
      type: "nominal",
      sort,
      title: say.titled(y.name, y.unit),
      axis: { grid: true, tickBand: "extent", labelLimit: 220 },
    },
    ...offset,
    color,
  };
  const x = (field: string): object => ({
    field,
    type: "quantitative",
    title: say.titled(measure, unitOf(results, measure)),
    scale: { zero: needsZero(values), nice: true },
    axis: { tickCount: Math.max(3, Math.floor(width / 90)) },
  });
  const layer = [
    {
      transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
      mark: { type: "rule", strokeWidth: 3, opacity: 0.5 },
      encoding: { ...encoding, x: x("low"), x2: { field: "high" } },
    },
    { mark: { type: "point", filled: true, size: 60, opacity: 1 }, encoding: { ...encoding, x: x("mean"), shape } },
  ];
  const step = (hue ? 16 * hue.values.length : 20) + 12;
  return framed({ data: { values }, layer }, names, { columns, width, height: step * y.values.length });
}

/**
 * The only setting: a row a measure, each on its own scale: all worlds as a thin line, nine in ten as
 * a bar, the median as a tick, the mean as a dot with its 95 % interval.
 */
export function single(results: Results, say: Labels): TopLevelSpec {
  const rows = measureNames(results).flatMap((measure) => rowsOf(results, measure).slice(0, 1));
  const vconcat = rows.map((row) => {
    const title = say.titled(row.measure, unitOf(results, row.measure));
    const x = (field: string): object => ({
      field,
      type: "quantitative",
      title,
      scale: { zero: false, nice: true },
      axis: { tickCount: 6 },
    });
    const bar = (low: string, high: string, width: number, opacity: number, color = "currentColor"): object => ({
      mark: { type: "rule", strokeWidth: width, opacity, color },
      encoding: { x: x(low), x2: { field: high } },
    });
    return {
      data: { values: [row] },
      width: 600,
      height: 46,
      layer: [
        bar("min", "max", 1.5, 0.5),
        bar("q05", "q95", 12, 0.22),
        {
          mark: { type: "tick", thickness: 2, size: 22, color: "currentColor", opacity: 0.8 },
          encoding: { x: x("median") },
        },
        ...(Number.isFinite(row.low) && Number.isFinite(row.high) ? [bar("low", "high", 5, 0.9, HUES[1])] : []),
        { mark: { type: "point", filled: true, size: 70, opacity: 1, color: HUES[1] }, encoding: { x: x("mean") } },
      ],
    };
  });
  return { vconcat, spacing: 24 } as unknown as TopLevelSpec;
}

import { type TopLevelSpec } from "vega-lite";
import { type Labels } from "../labels.ts";
import { type Axis, type Results, unitOf } from "../../sweep/results.ts";
import { hueOf, needsZero } from "./lines.ts";
import { numeric } from "./plan.ts";
import { grid, marks } from "./records.ts";

/** The measure against each axis in turn: a dot a setting on the bar of its 95 % interval. */
export function scatter(
  results: Results,
  say: Labels,
  measure: string,
  { axes, hue }: { axes: Axis[]; hue?: Axis },
): TopLevelSpec {
  const size = grid(axes.length, 660);
  const title = say.titled(measure, unitOf(results, measure));
  const { color, shape } = hueOf(say, hue) as { color: object; shape: object };
  const all = marks(results, measure, (point) => (hue ? { hue: say.value(hue.name, point.values[hue.name]) } : {}));
  const zero = needsZero(all);
  const concat = axes.map((axis, a) => {
    const number = numeric(axis);
    const values = marks(results, measure, (point) => {
      const value = point.values[axis.name];
      return {
        x: number ? value : say.value(axis.name, value),
        ...(hue && { hue: say.value(hue.name, point.values[hue.name]) }),
      };
    });
    const first = a % size.columns === 0;
    const y = (field: string): object => ({
      field,
      type: "quantitative",
      title: first ? title : null,
      scale: { zero, nice: true },
      axis: { tickCount: 5 },
    });
    const x = number
      ? {
          field: "x",
          type: "quantitative",
          scale: { zero: false, padding: 8 },
          axis: { grid: false, tickCount: Math.max(3, Math.floor(size.width / 70)) },
        }
      : {
          field: "x",
          type: "nominal",
          sort: axis.values.map((value) => say.value(axis.name, value)),
          axis: { grid: false, labelAngle: 0, labelLimit: size.width / axis.values.length - 6 },
        };
    const encoding = { x: { ...x, title: say.titled(axis.name, axis.unit) }, color };
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

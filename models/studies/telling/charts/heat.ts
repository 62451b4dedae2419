import { type TopLevelSpec } from "vega-lite";
import { estimate } from "../format.ts";
import { type Labels } from "../labels.ts";
import { type Axis, type Results, unitOf } from "../../sweep/results.ts";
import { framed } from "./lines.ts";
import { grid, marks, panelNames, panelOf } from "./records.ts";

/** Cells in which a mean can be read take at least this many pixels a side. */
const READABLE = 34;

/** The measure over two numeric axes: a cell a setting, its mean as colour and, where it fits, as text. */
export function heat(
  results: Results,
  say: Labels,
  measure: string,
  { x, y, panels }: { x: Axis; y: Axis; panels: Axis[] },
): TopLevelSpec {
  const names = panels.length ? panelNames(say, panels) : [];
  const size = grid(names.length, 600);
  const height = Math.max(160, Math.min(420, Math.round((size.width * y.values.length) / x.values.length)));
  const values = marks(results, measure, (point) => ({
    x: say.value(x.name, point.values[x.name]),
    y: say.value(y.name, point.values[y.name]),
    ...(panels.length && { panel: panelOf(say, panels, point) }),
  })).map((mark) => ({
    ...mark,
    text: estimate({ mean: mark.mean, low: mark.low ?? NaN, high: mark.high ?? NaN }).mean,
  }));
  const middle = (Math.min(...values.map(({ mean }) => mean)) + Math.max(...values.map(({ mean }) => mean))) / 2;
  const wide = Math.max(...values.map(({ text }) => text.length)) * 7 + 4;
  const readable = size.width / x.values.length >= Math.max(READABLE, wide) && height / y.values.length >= 20;
  const along = (axis: Axis): string[] => axis.values.map((value) => say.value(axis.name, value));
  const encoding = {
    x: {
      field: "x",
      type: "ordinal",
      sort: along(x),
      title: say.titled(x.name, x.unit),
      axis: { labelAngle: 0, grid: false },
    },
    y: {
      field: "y",
      type: "ordinal",
      sort: along(y).reverse(),
      title: say.titled(y.name, y.unit),
      axis: { grid: false },
    },
  };
  const color = {
    field: "mean",
    type: "quantitative",
    title: say.titled(measure, unitOf(results, measure)),
    scale: { scheme: "viridis" },
    legend: { gradientLength: 240, gradientThickness: 12, tickCount: 4 },
  };
  const layer: object[] = [{ mark: { type: "rect" }, encoding: { ...encoding, color } }];
  if (readable) {
    const ink = { condition: { test: `datum.mean > ${middle}`, value: "#10151c" }, value: "#ffffff" };
    layer.push({
      mark: { type: "text", fontSize: 12 },
      encoding: { ...encoding, text: { field: "text" }, color: ink },
    });
  }
  return framed({ data: { values }, layer }, names, { ...size, height });
}

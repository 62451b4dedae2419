import * as Plot from "@observablehq/plot";
import { type Labels } from "../labels.ts";
import { type Axis, type Difference, type Results, unitOf, type Value, variedAxes } from "../../sweep/results.ts";
import { clear, contrast } from "../sentences.ts";
import { numeric } from "./plan.ts";
import { plotStyle, tickText } from "./plot-style.ts";
import { plotSvg } from "./standing.ts";
import { newDocument } from "./svg.ts";
import { HUES, textWidth } from "./theme.ts";

/** Plot's names for the shapes of the theme, in its order. */
const SYMBOLS = ["circle", "square", "triangle", "diamond", "plus", "star"] as const;

/** Differences that share few contrasts over a numeric axis, which can all be shown in panels. */
export interface Panelled {
  x: Axis;
  hue?: Axis;
  panels: string[];
  data: {
    panel: string;
    x: Value;
    shift: number;
    hue: number;
    clear: boolean;
    mean: number;
    low: number;
    high: number;
  }[];
}

const WIDTH = 700;
const PANEL = 150;

/** The panels for these differences, or null where a list of them says it better. */
export function panelled(results: Results, say: Labels, all: readonly Difference[]): Panelled | null {
  const points = new Map(results.points.map((point) => [point.id, point]));
  const told = all.map((difference) => ({
    difference,
    point: points.get(difference.point)!,
    ...contrast(results, say, points.get(difference.point)!, points.get(difference.against)!),
  }));
  const moved = new Set(told.flatMap((one) => one.moved));
  const rest = variedAxes(results).filter(({ name }) => !moved.has(name));
  const [x] = rest
    .filter((axis) => numeric(axis) && axis.values.length >= 3)
    .sort((a, b) => b.values.length - a.values.length);
  const others = rest.filter((axis) => axis !== x);
  const panels = [...new Set(told.map(({ to, from }) => `${to} vs ${from}`))];
  const [hue] = others;
  if (moved.size !== 1 || rest.every((axis) => axis !== x) || others.length > 1 || panels.length > 6) return null;
  if (others.length && hue.values.length > HUES.length) return null;
  const series = others.length ? hue.values.length : 1;
  const data = told.map(({ difference, point, to, from }) => {
    const place = others.length ? hue.values.indexOf(point.values[hue.name]) : 0;
    const shift = (place - (series - 1) / 2) * 9;
    return {
      ...difference,
      panel: `${to} vs ${from}`,
      x: point.values[x.name],
      hue: place,
      shift,
      clear: clear(difference),
    };
  });
  return { x, hue: others.length ? hue : undefined, panels, data };
}

/** A panel a contrast: differences over the numeric axis, a colour and shape a value of the other. */
export function panelledDifferences(
  results: Results,
  say: Labels,
  measure: string,
  { x, hue, panels, data }: Panelled,
): string {
  const document = newDocument();
  const title = `difference in ${say.titled(measure, unitOf(results, measure))}`;
  const series = hue ? hue.values.map((_, h) => h) : [0];
  const titles = panels.map((panel) => ({ panel }));
  const low = Math.min(0, ...data.map((one) => (Number.isFinite(one.low) ? one.low : one.mean)));
  const high = Math.max(0, ...data.map((one) => (Number.isFinite(one.high) ? one.high : one.mean)));
  const intervals = data.filter((one) => Number.isFinite(one.low) && Number.isFinite(one.high));
  const top = hue ? 78 : 34;
  const svg = Plot.plot({
    document,
    style: plotStyle,
    width: WIDTH,
    height: top + 52 + panels.length * (PANEL + 34),
    marginLeft: 72,
    marginRight: 16,
    marginTop: top,
    marginBottom: 52,
    x: {
      type: "point",
      domain: x.values,
      label: say.titled(x.name, x.unit),
      labelArrow: "none",
      labelAnchor: "center",
      labelOffset: 42,
      tickFormat: (value: Value) => say.value(x.name, value),
      padding: 0.5,
    },
    y: {
      domain: [low, high],
      nice: true,
      label: title,
      labelArrow: "none",
      labelAnchor: "center",
      labelOffset: 64,
      ticks: 5,
      tickFormat: tickText,
    },
    fy: { domain: panels, axis: null, padding: 0.2 },
    marks: [
      Plot.gridY({ ticks: 5, strokeOpacity: 0.11 }),
      Plot.ruleY([0], { strokeOpacity: 0.7, strokeWidth: 1.25 }),
      Plot.text(titles, {
        fy: "panel",
        text: "panel",
        frameAnchor: "top-left",
        dy: -20,
        fontWeight: 600,
        fontSize: 13,
      }),
      ...series.flatMap((h) => {
        const own = { stroke: HUES[h], dx: data.find((one) => one.hue === h)?.shift ?? 0 };
        const of = (list: Panelled["data"], sure?: boolean): Panelled["data"] =>
          list.filter((one) => one.hue === h && (sure === undefined || one.clear === sure));
        return [
          Plot.ruleX(of(intervals), { ...own, fy: "panel", x: "x", y1: "low", y2: "high", strokeWidth: 1.75 }),
          Plot.dot(of(data, true), {
            ...own,
            fy: "panel",
            x: "x",
            y: "mean",
            r: 4,
            symbol: SYMBOLS[h],
            fill: HUES[h],
            strokeWidth: 1,
          }),
          Plot.dot(of(data, false), {
            ...own,
            fy: "panel",
            x: "x",
            y: "mean",
            r: 4,
            symbol: SYMBOLS[h],
            fill: "white",
            strokeWidth: 1.75,
          }),
        ];
      }),
    ],
  });
  const drawn = plotSvg(svg);
  return hue ? drawn.replace(/<\/svg>\s*$/, `${legend(say, hue)}</svg>`) : drawn;
}

/** The colours and shapes by name, as a drawing inside the drawing. */
function legend(say: Labels, hue: Axis): string {
  let right = 0;
  const entries = hue.values.map((value, h) => {
    const text = say.value(hue.name, value);
    const entry = { text, h, x: right + 6 };
    right += textWidth(text) + 40;
    return entry;
  });
  const marks = entries.flatMap(({ text, h, x }) => [
    Plot.dot([x], {
      x: (value: number) => value,
      y: () => 26,
      r: 4.5,
      symbol: SYMBOLS[h],
      fill: HUES[h],
      stroke: HUES[h],
    }),
    Plot.text([text], { x: () => x + 12, y: () => 26, textAnchor: "start" }),
  ]);
  const title = Plot.text([say.titled(hue.name, hue.unit)], {
    x: () => 0,
    y: () => 7,
    textAnchor: "start",
    fontWeight: 600,
    fontSize: 13,
  });
  const drawn = plotSvg(
    Plot.plot({
      document: newDocument(),
      style: plotStyle,
      width: WIDTH - 72,
      height: 38,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [title, ...marks],
    }),
  );
  return drawn.replace("<svg ", '<svg x="72" y="2" ');
}

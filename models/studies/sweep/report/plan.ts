import { type VariedAxis, type Results, variedAxes } from "../results.ts";

/** The kind of chart that shows a measure best, given what was varied. */
export type ChartPlan =
  | { kind: "single" }
  | { kind: "lines"; x: VariedAxis; hue?: VariedAxis; panels: VariedAxis[] }
  | { kind: "heat"; x: VariedAxis; y: VariedAxis; panels: VariedAxis[] }
  | { kind: "dots"; y: VariedAxis; hue?: VariedAxis; panels: VariedAxis[] }
  | { kind: "scatter"; axes: VariedAxis[]; hue?: VariedAxis };

export const numeric = ({ values }: VariedAxis): boolean => values.every((value) => typeof value === "number");

const MOST_HUES = 6;
const MOST_PANELS = 9;
const sizeOf = (axes: readonly VariedAxis[]): number =>
  axes.reduce((product, { values }) => product * values.length, 1);

/** True if every combination of the axes' values is a point, and only once. */
function crossed(results: Results, axes: readonly VariedAxis[]): boolean {
  if (results.points.length !== sizeOf(axes)) return false;
  return (
    new Set(results.points.map(({ values }) => JSON.stringify(axes.map(({ name }) => values[name])))).size ===
    results.points.length
  );
}

/**
 * Chooses the chart. One setting gets a row for each measure. All combinations of few axes get lines over the longest
 * numeric axis, a heat map where a second one is long too, or dots where none is numeric, with colours and panels for
 * the other axes. Anything else (Latin hypercube, one axis at a time, too many axes) gets the measure against each
 * axis.
 */
export function plan(results: Results): ChartPlan {
  const axes = variedAxes(results);
  if (results.points.length < 2 || !axes.length) return { kind: "single" };
  if (!crossed(results, axes)) return scattered(axes);
  const numbers = axes.filter(numeric).sort((a, b) => b.values.length - a.values.length);
  const [x, y] = numbers;
  if (!numbers.length) {
    const [first, ...others] = [...axes].sort((a, b) => b.values.length - a.values.length);
    return fits(others, (hue, panels) => ({ kind: "dots", y: first, hue, panels })) ?? scattered(axes);
  }
  const rest = axes.filter((axis) => axis !== x);
  if (numbers.length > 1 && y.values.length > MOST_HUES - 1 && x.values.length > MOST_HUES - 1) {
    const panels = rest.filter((axis) => axis !== y);
    if (sizeOf(panels) <= MOST_PANELS) return { kind: "heat", x, y, panels };
  }
  return fits(rest, (hue, panels) => ({ kind: "lines", x, hue, panels })) ?? scattered(axes);
}

/** Colours for one axis, panels for the others; the network gets panels where there are two or more. */
function fits(
  rest: readonly VariedAxis[],
  make: (hue: VariedAxis | undefined, panels: VariedAxis[]) => ChartPlan,
): ChartPlan | null {
  if (!rest.length) return make(undefined, []);
  const hues = rest
    .filter(({ values }) => values.length <= MOST_HUES)
    .sort((a, b) => Number(a.name === "network") - Number(b.name === "network"));
  for (const hue of hues) {
    const panels = rest.filter((axis) => axis !== hue);
    if (sizeOf(panels) <= MOST_PANELS) return make(hue, panels);
  }
  return sizeOf(rest) <= MOST_PANELS ? make(undefined, [...rest]) : null;
}

function scattered(axes: readonly VariedAxis[]): ChartPlan {
  const words = axes.filter((axis) => !numeric(axis) && axis.values.length <= MOST_HUES);
  const hue = words.find(({ name }) => name === "network") ?? words[0];
  const shown = axes.filter((axis) => axis !== hue);
  return shown.length ? { kind: "scatter", axes: shown, hue } : { kind: "scatter", axes: [...axes] };
}

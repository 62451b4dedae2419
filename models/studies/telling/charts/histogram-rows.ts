import * as Plot from "@observablehq/plot";
import { axisOf } from "./axes.ts";
import { binsOfEach } from "./histogram.ts";
import { base, type Drawn, GAIN, GRID, LINE, LOSS, NARROW } from "./look.ts";
import { referenceLine } from "./reference-line.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";
import { unitFor } from "../money.ts";

export interface HistogramRowsOptions extends Drawn {
  /** What the values measure; the unit is added to it. */
  label: string;
  unit: string;
  /** A value that no bar crosses; bars below it have another hue. */
  reference: { readonly value: number; readonly label: string };
}

/** The height of the highest bar, as a share of its row. */
const TALL = 0.9;

/**
 * Draws a histogram for each row, all over one axis and with bars of the same width. The height of a bar is its share
 * of the values of the row, so rows with different counts can be compared.
 */
export function histogramRows(
  rows: readonly { readonly name: string; readonly values: ArrayLike<number> }[],
  { label, unit, reference, ...drawn }: HistogramRowsOptions,
): Element {
  const who = "histograms";
  const each = binsOfEach(
    rows.map(({ values }) => values),
    reference.value,
  );
  const bins = each.flatMap((own, at) => {
    const all = own.reduce((sum, { count }) => sum + count, 0);
    return own.flatMap(({ low, high, count }) => (count > 0 ? [{ at, low, high, share: count / all }] : []));
  });
  if (bins.length === 0) return sentence(who, drawn, "There is nothing to draw yet: no world has a value.");
  const { by, text } = unitFor(
    bins.flatMap(({ low, high }) => [low, high]),
    unit,
  );
  const axis = axisOf([reference.value / by, ...bins.flatMap(({ low, high }) => [low / by, high / by])], {
    most: drawn.width < NARROW ? 4 : 7,
  });
  const thick = 66;
  const { options, titles, across, pixel } = rowLayout(
    rows.map(({ name }) => name),
    { width: drawn.width, axis, title: `${label} (${text})`, thick, above: LINE + 4 },
  );
  const most = Math.max(...bins.map(({ share }) => share));
  const foot = (at: number): number => at + (thick / 2 - 4) * pixel;
  const bars = bins.map(({ at, low, high, share }) => ({
    x1: low / by,
    x2: high / by,
    y1: foot(at),
    y2: foot(at) - TALL * thick * pixel * (share / most),
    hue: (low + high) / 2 < reference.value ? LOSS : GAIN,
  }));
  return Plot.plot({
    ...base(who, drawn),
    ...options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.rect(bars, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: "hue",
        fillOpacity: 0.9,
        insetLeft: 0.5,
        insetRight: 0.5,
        className: "bars",
      }),
      Plot.ruleY(
        rows.map((_, at) => foot(at)),
        { strokeOpacity: 0.45 },
      ),
      ...referenceLine({ ...reference, value: reference.value / by }, across, axis.domain),
      ...titles,
    ],
  });
}

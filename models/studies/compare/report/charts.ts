import * as Plot from "@observablehq/plot";
import { plotStyle, tickText } from "../../telling/charts/plot-style.ts";
import { plotSvg, standing } from "../../telling/charts/standing.ts";
import { HUES, textWidth } from "../../telling/charts/theme.ts";
import { clean, shorten } from "../../telling/labels.ts";

/** A drawing for wide pages and one for narrow ones, with the same content. */
export interface Drawing {
  wide: string;
  narrow: string;
}
export const WIDE = 720;
export const NARROW = 350;

/** Draws both widths; `name` is unique on the page, `alt` says in words what is to be seen. */
export function drawing({ name, alt }: { name: string; alt: string }, draw: (width: number) => Element): Drawing {
  const one = (width: number, size: string): string => standing(plotSvg(draw(width)), { name: `${name}-${size}`, alt });
  return { wide: one(WIDE, "wide"), narrow: one(NARROW, "narrow") };
}

/** What horizontal charts with a labelled row each share, drawn in a document; on narrow pages a label stands above its row. */
export function rows(
  labels: readonly string[],
  width: number,
  {
    document,
    axis,
    step = 30,
    below = 46,
    right = 16,
  }: { document: Document; axis: string; step?: number; below?: number; right?: number },
) {
  const narrow = width < 500;
  const marginLeft = narrow ? 18 : Math.min(230, Math.max(60, ...labels.map((label) => textWidth(label)))) + 14;
  const high = narrow ? Math.max(42, step + 16) : step;
  const base: Plot.PlotOptions = {
    document,
    style: plotStyle,
    width,
    height: labels.length * high + below + 8,
    marginLeft,
    marginRight: right,
    marginTop: 8,
    marginBottom: below,
    x: {
      label: axis,
      labelArrow: "none",
      labelAnchor: "center",
      labelOffset: 40,
      ticks: narrow ? 4 : 7,
      nice: true,
      tickFormat: tickText,
    },
    y: {
      type: "band",
      domain: labels.map((_, at) => at),
      label: null,
      paddingInner: narrow ? 0.5 : 0.28,
      paddingOuter: narrow ? 0.36 : 0.14,
      tickSize: 0,
      axis: narrow ? null : "left",
      tickFormat: (at: number) => shorten(clean(labels[at]), 34),
    },
  };
  const above = narrow
    ? [
        Plot.text(
          labels.map((label, at) => ({ at, label: shorten(clean(label), 50) })),
          { y: "at", text: "label", textAnchor: "start", dx: -8, dy: -high / 4 - 8, frameAnchor: "left", ...HALO },
        ),
      ]
    : [];
  return { base, above, narrow };
}

/** Text keeps clear of the rules that it stands on; the page makes white its paper. */
export const HALO = { stroke: "white", strokeWidth: 4, fill: "currentColor" } as const;

export const zero = (): Plot.Markish => Plot.ruleX([0], { strokeOpacity: 0.7, strokeWidth: 1.25 });
export const grid = (ticks: number): Plot.Markish => Plot.gridX({ ticks, strokeOpacity: 0.11 });
export const [GAIN, LOSS, THIRD] = HUES;

import { parseHTML } from "linkedom";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { textWidth, TITLE_SIZE, VEGA_CONFIG } from "./theme.ts";

/** Vega exports how wide it thinks text is, but its types do not say so. */
const { textMetrics } = vega as unknown as {
  textMetrics: { width(item: { text?: string; fontSize?: number }, text?: string): number };
};

/** A document in which Plot can draw outside a browser. */
export const newDocument = (): Document => parseHTML("<!doctype html><body></body>").document;

/** Draws a Vega-Lite chart without a browser; the same specification gives the same bytes. */
export async function vegaSvg(spec: TopLevelSpec): Promise<string> {
  // Widths come from our own table: node-canvas, where installed, would move titles by a pixel.
  textMetrics.width = (item, text) => textWidth(text ?? item.text ?? "", item.fontSize ?? TITLE_SIZE);
  const { spec: full } = compile({ ...spec, config: VEGA_CONFIG });
  const view = new vega.View(vega.parse(full), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

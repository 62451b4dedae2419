import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { TEXT, textWidth } from "./charts/look.ts";
import { VEGA_LOOK } from "./charts/vega-look.ts";

/** Vega exports how wide it thinks text is, but its types do not say so. */
const { textMetrics } = vega as unknown as {
  textMetrics: { width(item: { text?: string; fontSize?: number }, text?: string): number };
};

/** Draws a Vega-Lite chart without a browser; the same specification gives the same bytes. */
export async function vegaSvg(spec: TopLevelSpec): Promise<string> {
  // Widths come from our own table, since node-canvas, where installed, would move titles by a pixel.
  textMetrics.width = (item, text) => textWidth(text ?? item.text ?? "", item.fontSize ?? TEXT);
  const { spec: full } = compile({ ...spec, config: VEGA_LOOK });
  const view = new vega.View(vega.parse(full), { renderer: "none" });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

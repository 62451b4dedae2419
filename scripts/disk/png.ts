import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { withoutVariables } from "../../models/studies/telling/standing.ts";

const require = createRequire(import.meta.url);
const face = (weight: string): string => require.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`);

/**
 * A chart as PNG at twice its size. Letters come from the Inter files in the font package alone, so
 * a machine without fonts draws the same bytes as any other. Scripts Inter lacks (it has Latin,
 * Greek and Cyrillic) leave gaps; the SVG and the tables have them.
 */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  const drawing = new Resvg(withoutVariables(svg), {
    background: "white",
    fitTo: { mode: "zoom", value: 2 },
    font: {
      loadSystemFonts: false,
      fontFiles: [face("400Regular"), face("600SemiBold")],
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
  });
  return new Uint8Array(drawing.render().asPng());
}

import * as Plot from "@observablehq/plot";
import { base, type Drawn, LINE, textLines } from "./look.ts";

/** A drawing with a sentence that says why there is nothing to draw. */
export function sentence(who: string, drawn: Drawn, text: string): Element {
  const lines = textLines(text, drawn.width - 16, 8);
  return Plot.plot({
    ...base(who, drawn),
    height: lines.length * LINE + 24,
    margin: 8,
    axis: null,
    marks: [
      Plot.text([lines.join("\n")], {
        text: (line: string) => line,
        frameAnchor: "left",
        lineHeight: LINE / 12,
        fontStyle: "italic",
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { hueOf, LINE, PAPER, shapeOf, textLines, textWidth } from "./look.ts";

export interface KeyItem {
  text: string;
  hue: string;
  shape: ReturnType<typeof shapeOf>;
  /** A ring in place of a filled shape. */
  hollow?: boolean;
}

/** The hue and shape of each group, in their order. */
export const groupItems = (names: readonly string[]): KeyItem[] =>
  names.map((text, at) => ({ text, hue: hueOf(at), shape: shapeOf(at) }));

/**
 * A key in a drawing, in as many lines as its width needs, from `x` and `y` at the top left. `height` is how far down
 * it reaches; `marks` draws it on a chart with the given margins.
 */
export function key(items: readonly KeyItem[], width: number, { x = 4, y = 0 } = {}) {
  const placed = items.map((item) => {
    const [text] = textLines(item.text, width - 28, 1);
    const wide = 18 + textWidth(text);
    if (x > 4 && x + wide > width - 4) [x, y] = [4, y + LINE + 4];
    const own = { ...item, text, x, y };
    x += wide + 16;
    return own;
  });
  const marks = (marginLeft: number, marginTop: number): Plot.Markish[] =>
    placed.flatMap((item) => {
      const from = { frameAnchor: "top-left", dy: item.y + LINE / 2 - marginTop } as const;
      const look = item.hollow
        ? { stroke: item.hue, strokeWidth: 2.5 }
        : { fill: item.hue, stroke: PAPER, strokeWidth: 0.75 };
      return [
        Plot.dot([0], { ...from, ...look, dx: item.x + 6 - marginLeft, symbol: item.shape, r: 5, className: "key" }),
        Plot.text([item.text], {
          ...from,
          text: (own: string) => own,
          dx: item.x + 16 - marginLeft,
          textAnchor: "start",
          lineAnchor: "middle",
        }),
      ];
    });
  return { height: y + LINE + 8, marks };
}

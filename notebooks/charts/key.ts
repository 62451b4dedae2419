import * as Plot from "@observablehq/plot";
import { hueOf, LINE, PAPER, shapeOf, textLines, textWidth } from "./look.ts";

/** A line of a key: what an item is called, how it looks, and where it stands from the top left. */
interface Placed {
  text: string;
  at: number;
  x: number;
  y: number;
}

/** A key of shapes and hues inside the drawing, in as many lines as the width takes; `height` is what it needs. */
export function key(names: readonly string[], width: number, marginLeft: number, marginTop: number): { height: number; marks: Plot.Markish[] } {
  const placed = placedItems(names, width - 8);
  const marks = placed.flatMap(({ text, at, x, y }) => {
    const from = { dx: 4 + x - marginLeft, dy: y - marginTop + LINE / 2 };
    return [
      Plot.dot([0], { frameAnchor: "top-left", ...from, dx: from.dx + 6, symbol: shapeOf(at), fill: hueOf(at), stroke: PAPER, strokeWidth: 0.75, r: 5, className: "key" }),
      Plot.text([text], { text: (own: string) => own, frameAnchor: "top-left", ...from, dx: from.dx + 16, textAnchor: "start", lineAnchor: "middle" }),
    ];
  });
  return { height: keyHeight(names, width), marks };
}

/** What a key of these names needs above a chart, in pixels. */
export const keyHeight = (names: readonly string[], width: number): number => (placedItems(names, width - 8).at(-1)?.y ?? -LINE) + LINE + 8;

function placedItems(names: readonly string[], width: number): Placed[] {
  let [x, y] = [0, 0];
  return names.map((name, at) => {
    const [text] = textLines(name, width - 16, 1);
    const wide = 16 + textWidth(text);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE + 4];
    const own = { text, at, x, y };
    x += wide + 16;
    return own;
  });
}

import * as Plot from "@observablehq/plot";
import { key, type KeyItem } from "./key.ts";
import { BOLD, LINE, LOSS, MISSING, PALE, STRONG, textLines, textWidth } from "./look.ts";
import { titleText } from "./axes.ts";

const STEPS = 24;
const STEP = 6;

/** The key to a map: what its shades show, from the least to the most, and its other marks. */
export function ramp({
  label,
  low,
  high,
  width,
  missing,
  mark,
}: {
  label: string;
  low: string;
  high: string;
  width: number;
  missing: boolean;
  mark?: string;
}) {
  const lines = textLines(label, width - 8, 3, BOLD);
  const y = lines.length * LINE + 4;
  const from = 4 + textWidth(low) + 6;
  const to = from + STEPS * STEP + 6;
  const extras: KeyItem[] = [
    ...(missing ? [{ text: "missing", hue: MISSING, shape: "square" } as const] : []),
    ...(mark === undefined ? [] : [{ text: mark, hue: LOSS, shape: "circle", hollow: true } as const]),
  ];
  const others = key(extras, width, { x: to + textWidth(high) + 18, y });
  const marks = (marginLeft: number, marginTop: number): Plot.Markish[] => {
    const end = (text: string, x: number): Plot.Markish =>
      Plot.text([text], {
        text: (own: string) => own,
        frameAnchor: "top-left",
        lineAnchor: "middle",
        dx: x - marginLeft,
        dy: y + LINE / 2 - marginTop,
      });
    return [
      titleText(lines, { frameAnchor: "top-left", lineAnchor: "top", dx: 4 - marginLeft, dy: -marginTop }),
      end(low, 4),
      end(high, to),
      (_index, _scales, _channels, _dimensions, { document }) => shades(document, from, y),
      ...others.marks(marginLeft, marginTop),
    ];
  };
  return { height: others.height, marks };
}

/** The ramp itself: strong over pale, as in the cells. */
function shades(document: Document, x: number, y: number): SVGElement {
  const svg = (tag: "g" | "rect", facts: Record<string, string | number>): SVGElement => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, fact] of Object.entries(facts)) made.setAttribute(name, String(fact));
    return made;
  };
  const group = svg("g", { "shape-rendering": "crispEdges" });
  for (let step = 0; step < STEPS; step++) {
    const place = { x: x + step * STEP, y: y + 2, width: STEP, height: LINE - 4 };
    group.append(
      svg("rect", { ...place, fill: PALE }),
      svg("rect", { ...place, fill: STRONG, "fill-opacity": step / (STEPS - 1) }),
    );
  }
  return group;
}

import * as Plot from "@observablehq/plot";
import { titleText } from "./axes.ts";
import { key, type KeyItem } from "./key.ts";
import { base, BOLD, type Drawn, LINE, textLines, textWidth } from "./look.ts";

export interface HeadingOptions extends Drawn {
  /** The key to the groups, and its title. */
  groups?: { readonly title: string; readonly items: readonly KeyItem[] };
}

/** Draws the heading of panels: their common title and, where they have groups, the key to them. */
export function heading(title: string, { groups, ...drawn }: HeadingOptions): Element {
  const lines = textLines(title, drawn.width - 8, 3, BOLD);
  const y = lines.length * LINE + 6;
  const [named] = textLines(groups?.title ?? "", 0.5 * drawn.width, 1, BOLD);
  const legend = key(groups?.items ?? [], drawn.width, { x: 4 + textWidth(named, BOLD) + 14, y });
  return Plot.plot({
    ...base("heading", drawn),
    height: (groups ? legend.height : y) + 6,
    margin: 0,
    axis: null,
    marks: [
      titleText(lines, { frameAnchor: "top-left", lineAnchor: "top", dx: 4, dy: 2 }),
      titleText([named], { frameAnchor: "top-left", lineAnchor: "middle", dx: 4, dy: y + LINE / 2 }),
      ...legend.marks(0, 0),
    ],
  });
}

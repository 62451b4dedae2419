import * as Plot from "@observablehq/plot";
import { type ChartAxis, scaleOf, titleShift, titleText } from "./axes.ts";
import { BOLD, LINE, NARROW, PAPER, TEXT, textLines, textWidth } from "./look.ts";
import { tickText } from "../numbers.ts";

/** What charts of named rows share: where the rows stand, and their names next to or above them. */
export interface RowLayout {
  options: Plot.PlotOptions & { marginLeft: number; marginTop: number };
  /** Names of rows and the title of the axis. */
  titles: Plot.Markish[];
  /** True where names are above their rows. */
  narrow: boolean;
  /** Pixels between the ends of the axis. */
  across: number;
  /** The height of a pixel on y, where a row is 1. */
  pixel: number;
}

export interface RowOptions {
  width: number;
  axis: ChartAxis;
  title: string;
  /** Height of a row in pixels. */
  thick?: number;
  /** Pixels kept free above the rows. */
  above?: number;
  marginRight?: number;
  /** The most that names at the left may take, in pixels. */
  names?: number;
  text?: (value: number) => string;
}

/**
 * Places rows at 0, 1, 2, … from the top. On a narrow page a name stands above its row, in up to two lines; else it
 * stands to the left.
 */
export function rowLayout(
  names: readonly string[],
  { width, axis, title, thick = 30, above = 0, marginRight = 18, text = tickText, names: most = 240 }: RowOptions,
): RowLayout {
  const narrow = width < NARROW;
  const lines = names.map((name) =>
    textLines(name, narrow ? width - 16 : Math.min(most, (most > 240 ? 0.5 : 0.36) * width), 2),
  );
  const longest = Math.max(0, ...lines.map((own) => own.length)) * LINE;
  const [first, last] = [axis.ticks[0], axis.ticks[axis.ticks.length - 1]].map((tick) => textWidth(text(tick)) / 2 + 4);
  const marginLeft = narrow ? Math.max(14, first) : Math.max(40, ...lines.flat().map((line) => textWidth(line))) + 14;
  const step = narrow ? longest + 7 + thick : Math.max(thick, longest + 6);
  const bottom = textLines(title, width - 16, 3, BOLD);
  const marginBottom = bottom.length * LINE + 32;
  const marginTop = above + 8;
  const right = Math.max(marginRight, last);
  const half = narrow ? thick / step / 2 : 0.5; // below its name where that stands above it
  const titles = [
    rowNames(lines, narrow ? { half, marginLeft } : null),
    titleText(bottom, {
      frameAnchor: "bottom",
      lineAnchor: "bottom",
      dy: marginBottom - 4,
      dx: titleShift(bottom, width, marginLeft, right),
    }),
  ];
  const options = {
    width,
    marginLeft,
    marginRight: right,
    marginTop,
    marginBottom,
    height: names.length * step + marginTop + marginBottom,
    x: scaleOf(axis, text),
    y: { type: "linear", axis: null, domain: [names.length - 1 + half, narrow ? half - 1 : -half] },
  } satisfies Plot.PlotOptions;
  return { options, titles, narrow, across: width - marginLeft - right, pixel: 1 / step };
}

/** The names of the rows: `half` a row above each on a narrow page, else to its left. */
function rowNames(lines: readonly string[][], narrow: { half: number; marginLeft: number } | null): Plot.Markish {
  const named = lines.map((own, at) => ({ at, text: own.join("\n") }));
  const look = { text: "text", frameAnchor: "left", lineHeight: LINE / TEXT } as const;
  if (!narrow) return Plot.text(named, { ...look, y: "at", textAnchor: "end", dx: -10 });
  return Plot.text(named, {
    ...look,
    y: ({ at }: { at: number }) => at - narrow.half,
    textAnchor: "start",
    lineAnchor: "bottom",
    dx: 6 - narrow.marginLeft,
    dy: -4,
    fill: "currentColor",
    stroke: PAPER,
    strokeWidth: 4,
  });
}

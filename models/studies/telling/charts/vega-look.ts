import { GRID, HUES, TEXT } from "./look.ts";

const INK = "currentColor";
const TITLE = { titleColor: INK, titleFontSize: TEXT, titleFontWeight: 600 } as const;

/** Vega's names for shapes, in the order of those of `look.ts`. */
export const SYMBOLS = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"];

/** The look of all Vega charts; hues and ink come from the page, so they follow light and dark. */
export const VEGA_LOOK = {
  aria: false,
  background: "transparent",
  font: "system-ui, sans-serif", // a canvas measures it, and does not support variables
  padding: 6,
  view: { stroke: null },
  range: { category: HUES, symbol: SYMBOLS, ramp: { scheme: "viridis" }, heatmap: { scheme: "viridis" } },
  mark: { color: HUES[0] },
  rule: { color: INK },
  text: { color: INK, fontSize: TEXT },
  title: { color: INK, fontSize: TEXT + 2 },
  axis: {
    domainColor: INK,
    domainOpacity: 0.5,
    tickColor: INK,
    tickOpacity: 0.5,
    gridColor: INK,
    gridOpacity: GRID.strokeOpacity,
    labelColor: INK,
    labelFontSize: TEXT,
    labelLimit: 260,
    labelOverlap: true,
    titlePadding: 8,
    titleLimit: 560,
    ...TITLE,
  },
  axisX: { labelAngle: 0 },
  legend: {
    orient: "top",
    direction: "horizontal",
    columns: 2,
    labelColor: INK,
    labelFontSize: TEXT,
    labelLimit: 220,
    symbolOpacity: 1,
    ...TITLE,
    titleLimit: 560,
  },
  header: { labelColor: INK, labelFontSize: TEXT, ...TITLE },
} as const;

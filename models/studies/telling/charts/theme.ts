/** The face of charts: in the PNG it comes with the project, in a page the reader's own may stand in. */
export const FACE = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** Ink on paper; in the report's page both follow the page. */
export const INK = "#1b2430";
export const PAPER = "#ffffff";

/**
 * Six hues that readers with any common colour blindness tell apart and that keep a contrast of 3:1
 * to white and to the report's dark ground; shapes go with them, so colour never speaks alone.
 * After Okabe & Ito 2008 (Color Universal Design), the light ones darkened.
 */
export const HUES = ["#0072b2", "#d55e00", "#00966d", "#b5578c", "#b87f00", "#3a93c9"];
export const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"];

export const TEXT_SIZE = 12;
export const TITLE_SIZE = 13;

const CLASSES: [RegExp, number][] = [
  [/[iljtfI.,:;'|!() ]/, 0.31],
  [/[mwMW@%—]/, 0.88],
  [/[A-HJ-LN-VX-Z0-9+=−<>#]/, 0.67],
  [/[\u1100-\uffff]/, 1],
];

/** Width of one line of text in pixels, on the wide side, by the widths of Inter's letters. */
export function textWidth(text: string, size = TEXT_SIZE): number {
  let ems = 0;
  for (const letter of text) ems += CLASSES.find(([letters]) => letters.test(letter))?.[1] ?? 0.58;
  return Math.ceil(ems * size);
}

/** What every Vega-Lite chart here looks like; text and lines take the colour of their page. */
export const VEGA_CONFIG = {
  aria: false,
  background: "transparent",
  font: FACE,
  padding: 8,
  view: { stroke: null },
  range: { category: HUES, symbol: SHAPES },
  axis: {
    domainColor: "currentColor",
    domainOpacity: 0.45,
    tickColor: "currentColor",
    tickOpacity: 0.45,
    tickSize: 4,
    gridColor: "currentColor",
    gridOpacity: 0.11,
    labelColor: "currentColor",
    labelFontSize: TEXT_SIZE,
    labelPadding: 5,
    labelLimit: 260,
    labelOverlap: true,
    titleColor: "currentColor",
    titleFontSize: TITLE_SIZE,
    titleFontWeight: 600,
    titlePadding: 10,
    titleLimit: 560,
  },
  legend: {
    orient: "top",
    direction: "horizontal",
    columns: 3,
    columnPadding: 18,
    rowPadding: 4,
    offset: 12,
    labelColor: "currentColor",
    labelFontSize: TEXT_SIZE,
    labelLimit: 220,
    symbolSize: 90,
    symbolOpacity: 1,
    titleColor: "currentColor",
    titleFontSize: TITLE_SIZE,
    titleFontWeight: 600,
    titleLimit: 560,
  },
  header: {
    labelColor: "currentColor",
    labelFontSize: TITLE_SIZE,
    labelFontWeight: 600,
    labelLimit: 330,
    labelPadding: 6,
    title: null,
  },
} as const;

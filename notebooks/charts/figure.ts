import { element } from "../element.ts";
import { picture } from "../picture.ts";
import { downloads, type Row } from "../views/download.ts";

export interface ChartFigure {
  /** What the files are called, without ending. */
  name: string;
  chart: Element;
  /** What to look for. */
  caption: string | Node;
  /** What is to be seen, for who cannot see it. */
  text: string;
  /** The rows behind the chart, all of them. */
  rows: readonly Row[];
  /** A finding, above the chart. */
  heading?: string;
}

/** The table under a figure has at most so many rows; the CSV has all. */
const MOST_ROWS = 200;

/** A chart with all that goes with it: caption, text alternative, files to save, and its rows as a table. */
export function chartFigure({ name, chart, caption, text, rows, heading }: ChartFigure): HTMLElement {
  const above = heading === undefined ? [] : [element("h3", {}, heading)];
  return element("figure", { class: "chart" }, ...above, picture(chart, text), element("figcaption", {}, caption), downloads({ name, chart, rows }), rowTable(name, rows));
}

/** The same as text: a table of the rows, made when it is opened. */
function rowTable(name: string, rows: readonly Row[]): HTMLDetailsElement {
  const details = element("details", { class: "as-text" }, element("summary", {}, "The same as text"));
  details.addEventListener("toggle", () => {
    details.append(element("div", { class: "box", tabindex: 0, role: "region", "aria-label": `${name} as text` }, tableOf(name, rows)));
  }, { once: true });
  return details;
}

function tableOf(name: string, rows: readonly Row[]): HTMLElement {
  if (rows.length === 0) return element("p", {}, "There are no rows yet.");
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const all = rows.length.toLocaleString("en-US");
  const caption = rows.length > MOST_ROWS ? `${name}: the first ${MOST_ROWS} of ${all} rows; the CSV has all of them` : `${name}: ${all} ${rows.length === 1 ? "row" : "rows"}`;
  const head = element("tr", {}, ...names.map((column) => element("th", { scope: "col" }, column)));
  const body = rows.slice(0, MOST_ROWS).map((row) => element("tr", {}, ...names.map((column) => element("td", {}, fieldText(row[column])))));
  return element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body));
}

/** Numbers to six figures; what is missing is a dash. */
function fieldText(value: Row[string]): string {
  if (value === undefined || value === null || Number.isNaN(value)) return "–";
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value);
}

import { element } from "../element.ts";
import { rowBox } from "../page/table.ts";
import { picture } from "../picture.ts";
import { downloads } from "../views/download.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";

export interface ChartFigure {
  /** What the files are called, without ending. */
  name: string;
  chart: Element;
  /** What to look for. */
  caption: string | Node;
  /** What is to be seen, for who cannot see it. */
  text: string;
  /** The rows behind the chart, all of them. */
  rows: readonly DataRow[];
  /** A finding, above the chart. */
  heading?: string;
}

/** A chart with all that goes with it: caption, text alternative, files to save, and its rows as a table. */
export function chartFigure({ name, chart, caption, text, rows, heading }: ChartFigure): HTMLElement {
  const above = heading === undefined ? [] : [element("h3", {}, heading)];
  return element(
    "figure",
    { class: "chart" },
    ...above,
    picture(chart, text),
    element("figcaption", {}, caption),
    downloads({ name, chart, rows }),
    asText(name, rows),
  );
}

/** The same as text: a table of the rows, made when it is opened. */
function asText(name: string, rows: readonly DataRow[]): HTMLDetailsElement {
  const details = element("details", { class: "as-text" }, element("summary", {}, "The same as text"));
  details.addEventListener(
    "toggle",
    () => {
      details.append(
        rows.length === 0 ? element("p", {}, "There are no rows yet.") : rowBox({ caption: `${name}, as text.`, rows }),
      );
    },
    { once: true },
  );
  return details;
}

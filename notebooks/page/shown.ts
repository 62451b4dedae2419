import { type Parameters, type Values } from "../../models/core/index.ts";
import { chartFigure } from "../charts/figure.ts";
import { type PageStudy } from "../study/study.ts";
import { rowTable } from "./table.ts";

/** The greatest width of a chart that is easy to read. */
const WIDEST = 760;

/**
 * A chart of a study as a figure, with its caption, its text and its downloads. While the page has no width, as when a
 * handout is printed, the chart has its greatest width.
 */
export function figureOf<P extends Parameters, R, G, C extends string, T extends string>(
  study: PageStudy<P, R, G, C, T>,
  name: C,
  results: R,
  settings: Values<P>,
  width: number,
): HTMLElement {
  const { caption, text, rows, draw } = study.charts[name];
  return chartFigure({
    name: `${study.name} ${name}`,
    chart: draw(results, settings, { width: Math.min(width || WIDEST, WIDEST) }),
    caption,
    text: text(results, settings),
    rows: rows(results, settings),
  });
}

/** A table of a study, with its downloads; its id is its name. */
export function tableOf<P extends Parameters, R, G, C extends string, T extends string>(
  study: PageStudy<P, R, G, C, T>,
  name: T,
  results: R,
  settings: Values<P>,
): HTMLElement {
  const { caption, rows } = study.tables[name];
  return rowTable({ name: `${study.name} ${name}`, caption, rows: rows(results, settings), id: name });
}

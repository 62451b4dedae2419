import "../no-eval.ts";
import { parseHTML } from "linkedom";
import { type Given, type Parameters, resolve, type Values } from "../../models/core/index.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type PageStudy } from "./study.ts";
import { finish } from "./computation.ts";

/** A value that a Jupyter kernel can show: its content by media type. */
export interface Shown {
  [JUPYTER](): Record<string, string>;
}
const JUPYTER = Symbol.for("Jupyter.display");
const WIDTH = 720;

/** A study in a kernel without a page: its results, charts and tables, in the form the kernel shows. */
export interface Kernel<S, R> {
  compute(given?: Record<string, unknown>): Promise<{ settings: S; results: R; commands: string[] }>;
  chart(name: string, found: { settings: S; results: R }): Shown;
  table(name: string, found: { settings: S; results: R }): Shown;
}

/**
 * Gives the same numbers as the page with the same settings; settings left out have their defaults. Throws `RangeError`
 * for invalid settings.
 */
export function kernelOf<P extends Parameters, R, C extends string, T extends string>(
  study: PageStudy<P, R, undefined, C, T>,
): Kernel<Values<P>, R> {
  return {
    async compute(given = {}) {
      const settings = resolve(study.name, study.parameters, given as Given<P>);
      return {
        settings,
        results: await finish(study.work(settings, undefined)),
        commands: study.commands(settings).map(({ command }) => command),
      };
    },
    chart(name, { settings, results }) {
      const { draw, text } = study.charts[name as C];
      const { document } = parseHTML("<!doctype html><body></body>");
      const drawn = draw(results, settings, { width: WIDTH, document });
      const svg = drawn.localName === "svg" ? drawn : [...drawn.querySelectorAll("svg")].at(-1);
      const words = text(results, settings);
      if (!svg) return { [JUPYTER]: () => ({ "text/plain": drawn.textContent || words }) };
      svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
      return { [JUPYTER]: () => ({ "image/svg+xml": svg.outerHTML, "text/plain": words }) };
    },
    table(name, { settings, results }) {
      const { caption, rows } = study.tables[name as T];
      const all = rows(results, settings);
      return {
        [JUPYTER]: () => ({ "text/html": tableText(caption, all), "text/plain": `${caption}: ${all.length} rows` }),
      };
    },
  };
}

/** Rows as an HTML table at full precision; every field is inserted as text. */
function tableText(caption: string, rows: readonly DataRow[]): string {
  const { document } = parseHTML("<!doctype html><body></body>");
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const made = (tag: string, text = ""): HTMLElement =>
    Object.assign(document.createElement(tag), { textContent: text });
  const line = (cells: readonly HTMLElement[]): HTMLElement => {
    const row = made("tr");
    row.append(...cells);
    return row;
  };
  const table = made("table");
  table.append(
    made("caption", caption),
    line(columns.map((column) => made("th", column))),
    ...rows.map((row) => line(columns.map((column) => made("td", String(row[column] ?? ""))))),
  );
  return table.outerHTML;
}

import { element } from "../element.ts";
import { exact, plain } from "../exact.ts";
import { downloads } from "../views/download.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";

/** A longer table shows its first rows only, and says so; its file has all rows. */
const MOST_SHOWN = 200;

export interface TableOptions {
  /** The name of the files. */
  name: string;
  caption: string;
  rows: readonly DataRow[];
  id?: string;
}

/** Rows as a table, with buttons to save it. */
export function rowTable({ name, ...options }: TableOptions): HTMLElement {
  return element("div", { class: "table" }, rowBox(options), downloads({ name, rows: options.rows }));
}

/**
 * Rows as a table. Numbers are rounded for reading and exact in their `value`. The first column names the row. Wide
 * tables scroll in their own box, which the keyboard can reach.
 */
export function rowBox({ caption, rows, id }: Omit<TableOptions, "name">): HTMLElement {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = rows.slice(0, MOST_SHOWN);
  const cut =
    rows.length > shown.length
      ? ` The first ${shown.length} of ${rows.length.toLocaleString("en-US")} rows are shown; the file has all.`
      : "";
  const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column)));
  const body = shown.map((row) =>
    element(
      "tr",
      {},
      ...columns.map((column, at) =>
        element(at === 0 ? "th" : "td", at === 0 ? { scope: "row" } : {}, cell(row[column])),
      ),
    ),
  );
  const table = element(
    "table",
    { id },
    element("caption", {}, caption + cut),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "box", tabindex: 0, role: "region", "aria-label": caption }, table);
}

function cell(value: DataRow[string]): Node | string {
  if (typeof value === "number") return exact(value, plain);
  return value === undefined || value === null ? "" : String(value);
}

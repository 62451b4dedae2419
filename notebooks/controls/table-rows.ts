import { type Parameter, type TableForm, valueFaults } from "../../models/core/index.ts";
import { element } from "../element.ts";

/** The rows of a table next to its text: cells to type in, and buttons to add and remove rows. */
export interface TableRows {
  readonly element: HTMLElement;
  /** Shows the rows of a text; the rows do not change if the text is invalid. */
  follow(text: string): void;
}

/** What is typed into a cell goes into the text at once, valid or not, and `change` is called with the text. */
export function tableRows(
  name: string,
  parameter: Parameter,
  form: TableForm,
  change: (text: string) => void,
): TableRows {
  const fields = Object.entries(form.fields);
  const body = element("tbody");
  const heads = fields.map(([field, { about, unit }]) =>
    element("th", { scope: "col", title: about }, unit === undefined ? field : `${field} (${unit})`),
  );
  const add = element("button", { type: "button", class: "add-row" }, "Add a row");
  let shown = "";

  function rows(): Record<string, string>[] {
    return [...body.rows].map((row) =>
      Object.fromEntries(fields.map(([field], at) => [field, row.querySelectorAll("input")[at].value.trim()])),
    );
  }
  function tell(): void {
    shown = form.write(rows());
    change(shown);
  }
  function append(values: Readonly<Record<string, unknown>>): void {
    const filled = fields.map(([field]): [string, string] => [field, String(values[field])]);
    body.append(tableRow(name, body.rows.length + 1, filled, tell));
  }
  add.addEventListener("click", () => {
    const last = rows().at(-1);
    append(last ?? Object.fromEntries(fields.map(([field, { fallback }]) => [field, fallback])));
    tell();
  });
  body.addEventListener("input", (event) => {
    event.stopPropagation(); // the text sends the event
    tell();
  });
  function follow(text: string): void {
    if (text === shown || valueFaults(name, parameter, text).length > 0) return;
    shown = text;
    body.replaceChildren();
    for (const row of (parameter.read?.(text) ?? []) as Record<string, unknown>[]) append(row);
  }
  const whole = element(
    "table",
    { class: "rows" },
    element("thead", {}, element("tr", {}, ...heads, element("td"))),
    body,
  );
  return { element: element("div", { class: "table-rows" }, whole, add), follow };
}

/** One row: an input for each field, and a button that removes the row. */
function tableRow(
  name: string,
  at: number,
  fields: readonly (readonly [field: string, value: string])[],
  removed: () => void,
): HTMLElement {
  const cells = fields.map(([field, value]) =>
    element(
      "td",
      {},
      element("input", { type: "text", autocomplete: "off", value, "aria-label": `${name}, row ${at}, ${field}` }),
    ),
  );
  const remove = element("button", { type: "button", "aria-label": `Remove row ${at} of ${name}` }, "×");
  const row = element("tr", {}, ...cells, element("td", {}, remove));
  remove.addEventListener("click", () => {
    row.remove();
    removed();
  });
  return row;
}

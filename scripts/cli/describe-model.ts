import { type Column, type Model, type Parameter, type TableForm } from "../../models/core/index.ts";
import { wrapped } from "../../models/studies/telling/text.ts";

/** The page of a model, from its definition alone. Fits 80 columns. */
export function describeModel(model: Model, room: string): string {
  const parameters = Object.entries<Parameter>(model.parameters).map(
    ([name, { must, fallback, unit, lever, about, table }]) => {
      const start = Array.isArray(fallback) && fallback.length === 0 ? "none" : String(fallback);
      return entry(
        name,
        `${must}${unit ? ` (${unit})` : ""}; default ${start}${lever ? "; lever" : ""}`,
        [about, ...(table ? [rowText(table)] : [])].join("; "),
      );
    },
  );
  const state = Object.entries<Column>(model.state).map(([name, { type, about }]) => entry(name, type, about));
  const streams = Object.entries<string>(model.streams).map(([name, kind]) =>
    entry(name, `belongs to ${BELONGS[kind]}`),
  );
  const measures = Object.entries<{ about: string; unit: string }>(model.measures).map(([name, { unit, about }]) =>
    entry(name, unit, about),
  );
  return [
    `${model.name}  (${room})`,
    wrapped(model.about),
    wrapped(`Source: ${model.source}`),
    `Runs ${model.steps === "rest" ? "until nothing can change" : `${model.steps} steps by default`}.`,
    section("Parameters", parameters),
    section("State, a value a customer", state),
    section("Chance", streams),
    section("Measures", measures),
  ].join("\n");
}

/** The fields of a row. */
export const rowText = ({ fields }: TableForm): string =>
  `a row has ${Object.entries(fields)
    .map(([name, { must, unit, about }]) => `${name} (${about}: ${must}${unit ? `, ${unit}` : ""})`)
    .join(", ")}`;

const BELONGS: Record<string, string> = {
  node: "a customer",
  arc: "an arc",
  pair: "a pair of customers, or a customer and a count",
  "node-step": "a customer and a step",
  "arc-step": "an arc and a step",
  sequence: "the world, read in order",
};

const WIDTH = 80;

const entry = (name: string, facts: string, about?: string): string =>
  [`  ${name}: ${facts}`, ...(about ? [wrapped(about, WIDTH, "      ")] : [])].join("\n");

const section = (title: string, entries: string[]): string => `\n${title}\n${entries.join("\n") || "  none"}`;

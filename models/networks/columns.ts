import { type Attribute } from "../core/index.ts";

/** The column at these places, in this order. */
export function picked(column: Attribute, places: ArrayLike<number>): Attribute {
  if (column.kind === "number") return { kind: "number", values: Float64Array.from(places, (at) => column.values[at]) };
  return { kind: "category", codes: Uint32Array.from(places, (at) => column.codes[at]), labels: column.labels };
}

/** All columns at these places. */
export function pickedAll(
  columns: Readonly<Record<string, Attribute>> = {},
  places: ArrayLike<number>,
): Record<string, Attribute> {
  return Object.fromEntries(Object.entries(columns).map(([title, column]) => [title, picked(column, places)]));
}

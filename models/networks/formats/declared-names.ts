import { unknownName } from "../../core/index.ts";
import { type Choices } from "./choices.ts";
import { shown } from "./text.ts";

/** Nodes as they were gathered. */
interface Naming {
  name: string;
  place: ReadonlyMap<string, number>;
  columns: Map<string, unknown[]>;
  choices: Choices;
  told: string[];
}

/** The names of the nodes: their ids, or the column that `key` names, in which each must have one of its own. */
export function namesBy({ name, place, columns, choices, told }: Naming): string[] {
  const ids = [...place.keys()];
  const { key } = choices;
  if (key === undefined || key === "id") return ids;
  const values = columns.get(key);
  if (!values)
    throw new RangeError(`${name}: ${unknownName(key, "a column of its nodes for ?key=", ["id", ...columns.keys()])}`);
  const names = ids.map((_, i) => (typeof values[i] === "number" ? String(values[i]) : values[i]));
  const at = names.findIndex((text) => typeof text !== "string" || text === "");
  if (at >= 0)
    throw new RangeError(`${name}: each node must have a ${key} for ?key=${key}; ${shown(ids[at])} has none`);
  const seen = new Set<unknown>();
  const twice = names.find((text) => seen.has(text) || !seen.add(text));
  if (twice !== undefined)
    throw new RangeError(`${name}: each node must have a ${key} of its own for ?key=${key}; one comes twice`);
  columns.delete(key);
  if (!columns.has("id")) columns.set("id", ids);
  told.push(`nodes go by their ${key}`);
  return names as string[];
}

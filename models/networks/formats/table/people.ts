import { type Attribute, network, type Network, numberKeys, textKeys } from "../../../core/index.ts";
import { type Dropped, fromEdges } from "../../edges.ts";
import { columnOf } from "../../graphology.ts";
import { edgeRows } from "../edge-rows.ts";
import { checkWidth } from "./table-rows.ts";
import { NUMBER, plural, type Reading } from "../reading.ts";
import { records, type Row } from "./records.ts";
import { refuse, shown, textOf } from "../text.ts";
import { edgesOf } from "../written.ts";

/** Who there is and what is known of them, by key. */
export interface People {
  texts: readonly string[];
  attributes: Record<string, Attribute>;
  told: string[];
}

const KEYS = ["id", "key", "name"];
const MISSING = new Set(["", "NA", "na", "N/A", "n/a", "NaN", "null"]);
const DELIMITERS = ["\t", ";", ",", "|"];

/**
 * A table of people with a header: a column id, key or name (else the first) is the key, the others are columns:
 * numbers where all cells known are, categories otherwise (`007` is no number). Empty cells and NA are not known.
 * Throws `RangeError` on an empty table, a missing or repeated key and rows of another width, naming the line.
 */
export function readPeople(content: string | Uint8Array, name: string): People {
  const text = textOf(content, name);
  const rows = rowsOf(text, name);
  const [head, ...body] = rows;
  const header = head.fields;
  const seen = new Set<string>();
  const twice = header.find((title) => seen.has(title) || !seen.add(title));
  if (twice !== undefined) refuse(name, head.line, "each column must have a name of its own", `${shown(twice)} twice`);
  if (body.length === 0)
    refuse(name, head.line, "a table of people must have a header and at least one person", "one row");
  const lower = header.map((title) => title.toLowerCase());
  const keyColumn = Math.max(0, lower.indexOf(KEYS.find((key) => lower.includes(key)) ?? ""));
  const lines = new Map<string, number>();
  for (const { fields, line } of body) {
    checkWidth(fields, header.length, line, name);
    const key = fields[keyColumn];
    if (key === "") refuse(name, line, `each person must have a key in column ${shown(header[keyColumn])}`, "nothing");
    const before = lines.get(key);
    if (before !== undefined)
      refuse(name, line, "each person must come once", `${shown(key)} again, first in line ${before}`);
    lines.set(key, line);
  }
  const others = header.flatMap((title, column) =>
    column === keyColumn ? [] : [[title, columnOf(valuesOf(body.map(({ fields }) => fields[column])))] as const],
  );
  return { texts: [...lines.keys()], attributes: Object.fromEntries(others), told: [] };
}

/** The rows under the delimiter that gives the header the most fields; a single column has none. */
function rowsOf(text: string, name: string): Row[] {
  let best = ",";
  let most = 1;
  for (const delimiter of DELIMITERS) {
    try {
      const first = records(text, delimiter, name).next();
      if (!first.done && first.value.fields.length > most) [best, most] = [delimiter, first.value.fields.length];
    } catch {
      // A quote that fits another delimiter: not this one.
    }
  }
  const rows = [...records(text, best, name)];
  if (rows.length === 0)
    refuse(name, null, "a table of people must have a header and at least one person", "comments only");
  return rows;
}

/** Numbers where all known cells are plain numbers, else the texts. */
function valuesOf(cells: readonly string[]): (string | number | undefined)[] {
  const known = cells.filter((cell) => !MISSING.has(cell));
  const numeric = known.every((cell) => NUMBER.test(cell) && !/^[+-]?0\d/.test(cell) && Number.isFinite(Number(cell)));
  return cells.map((cell) => (MISSING.has(cell) ? undefined : numeric ? Number(cell) : cell));
}

/**
 * A network among the people of a table, in the table's order: those without ties stand alone, ties that name
 * anybody else are dangling, columns are joined by key (the table's win over the file's). Edges + dropped = rows still.
 */
export function joinPeople(reading: Reading, people: People): Reading {
  const { network: old, rows } = reading;
  const keys = keysOf(people.texts);
  const place = Uint32Array.from({ length: old.size }, (_, i) => keys.find(old.keys.key(i)) + 1);
  const edges = edgeRows(old.out.weights !== null);
  let dangling = 0;
  let first: string | null = null;
  for (const [i, j, weight] of edgesOf(old)) {
    if (place[i] > 0 && place[j] > 0) edges.add(place[i] - 1, place[j] - 1, weight ?? 1);
    else {
      dangling++;
      first ??= [i, j].map((k) => shown(old.keys.key(k))).join(" to ");
    }
  }
  const carried = Object.entries(old.attributes).map(
    ([title, attribute]) => [title, moved(attribute, place, keys.size)] as const,
  );
  const attributes = { ...Object.fromEntries(carried), ...people.attributes };
  const list = {
    size: keys.size,
    directed: old.directed,
    sources: edges.sources(),
    targets: edges.targets(),
    weights: edges.weights(),
    count: edges.count,
    keys,
    attributes,
  };
  const joined = fromEdges(list).network;
  const dropped: Dropped = { ...reading.dropped, dangling: reading.dropped.dangling + dangling };
  const told = [...reading.told, ...people.told];
  if (dangling > 0)
    told.push(
      `dropped: ${plural(dangling, "edge")} naming somebody who is not in the table of people, the first ${first ?? ""}`,
    );
  const alone = joined.nodes.filter((i) => joined.out.degree(i) + joined.in.degree(i) === 0).length;
  if (alone > 0) told.push(`${alone} of ${plural(keys.size, "person").replace("persons", "people")} have no ties`);
  return { network: joined, dropped, rows, told };
}

/**
 * A generated network with the names and columns of real people. Throws `RangeError` unless there are as many of each.
 */
export function namePeople(generated: Network, people: People, who: string): Network {
  if (generated.size !== people.texts.length) {
    throw new RangeError(
      `${who}: the network must have as many nodes as the table has people, ${people.texts.length}, got ${generated.size}`,
    );
  }
  const { directed, out, in: into, attributes } = generated;
  return network({
    directed,
    out,
    in: into,
    keys: keysOf(people.texts),
    attributes: { ...attributes, ...people.attributes },
  });
}

function keysOf(texts: readonly string[]): ReturnType<typeof textKeys> {
  return texts.every((key, i) => key === String(i)) ? numberKeys(texts.length) : textKeys(texts);
}

/** A column in the order of the table; what is not known of new people is missing. */
function moved(attribute: Attribute, place: Uint32Array, size: number): Attribute {
  if (attribute.kind === "number") {
    const values = new Float64Array(size).fill(NaN);
    place.forEach((at, i) => {
      if (at > 0) values[at - 1] = attribute.values[i];
    });
    return { kind: "number", values };
  }
  const codes = new Uint32Array(size);
  place.forEach((at, i) => {
    if (at > 0) codes[at - 1] = attribute.codes[i];
  });
  return { kind: "category", codes, labels: attribute.labels };
}

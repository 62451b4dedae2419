import { type Attribute, network, type Network, numberKeys, textKeys, unknownName } from "../../../core/index.ts";
import { type Dropped, fromEdges } from "../../edges.ts";
import { pickedAll } from "../../columns.ts";
import { columnOf } from "../../graphology.ts";
import { edgeRows } from "../edge-rows.ts";
import { headOf } from "./head.ts";
import { widthFault } from "./table-rows.ts";
import { wholeNames } from "./whole-names.ts";
import { badRows, badSentence } from "../bad-rows.ts";
import { valuesOf } from "../cells.ts";
import { type Choices } from "../choices.ts";
import { type Reading } from "../reading.ts";
import { records, type Row } from "./records.ts";
import { guessedText, plural, refuse, shown, textOf } from "../text.ts";
import { edgesOf } from "../written.ts";

/** Who there is and what is known of them, by key. */
export interface People {
  texts: readonly string[];
  attributes: Record<string, Attribute>;
  told: string[];
}

const KEYS = ["id", "key", "name"];

/**
 * A table of people with a header: a column id, key or name (else the first, or the one that `key` names) is the key,
 * the others are columns: numbers where all cells known are, categories otherwise (`007` is no number, nor is a whole
 * number beyond 2^53). Empty cells and NA are not known. Rows without a key or of another width are dropped and
 * counted. Throws `RangeError` on an empty table and on a repeated key, naming the line.
 */
export function readPeople(content: string | Uint8Array, name: string, choices: Choices = {}): People {
  const { text, told } =
    typeof content === "string" || choices.encoding !== undefined
      ? { text: textOf(content, name, choices.encoding), told: [] }
      : guessedText(content, name);
  const { head, header, body } = tableOf(text, name);
  const seen = new Set<string>();
  const twice = header.find((title) => seen.has(title) || !seen.add(title));
  if (twice !== undefined) refuse(name, head.line, "each column must have a name of its own", `${shown(twice)} twice`);
  if (body.length === 0)
    refuse(name, head.line, "a table of people must have a header and at least one person", "one row");
  const keyColumn = keyColumnOf(header, name, choices);
  const bad = badRows(name, choices);
  const lines = new Map<string, number>();
  const kept: Row[] = [];
  for (const row of body) {
    const fault = widthFault(row.fields, header.length) ?? (row.fields[keyColumn] === "" ? "no key" : null);
    if (fault !== null) {
      bad.drop(fault, row.line);
      continue;
    }
    const key = row.fields[keyColumn];
    const before = lines.get(key);
    if (before !== undefined)
      refuse(name, row.line, "each person must come once", `${shown(key)} again, first in line ${before}`);
    lines.set(key, row.line);
    kept.push(row);
  }
  bad.check(body.length);
  const attributes = header.flatMap((title, column) => {
    if (column === keyColumn) return [];
    const { values, long } = valuesOf(kept.map(({ fields }) => fields[column]));
    if (long) told.push(`column ${shown(title)} holds whole numbers beyond 2^53, so it is kept as text`);
    return [[title, columnOf(values)] as const];
  });
  const texts = [...lines.keys()];
  told.push(...bad.reasons().map((row) => `dropped of the table of people: ${badSentence(row)}`));
  return { texts: wholeNames(texts) ?? texts, attributes: Object.fromEntries(attributes), told };
}

function keyColumnOf(header: readonly string[], name: string, { key }: Choices): number {
  if (key === undefined) {
    const lower = header.map((title) => title.toLowerCase());
    return Math.max(0, lower.indexOf(KEYS.find((known) => lower.includes(known)) ?? ""));
  }
  if (header.includes(key)) return header.indexOf(key);
  throw new RangeError(`${name}: ${unknownName(key, "a column of people for ?key=", header)}`);
}

/**
 * The header and the rows. A line that begins with #, % or // is a comment before them, unless it has as many fields as
 * they have and no blank after its sign.
 */
function tableOf(text: string, name: string): { head: Row; header: string[]; body: Row[] } {
  const { delimiter, first, width, titles } = headOf(text, name);
  const own = delimiter === " " && !text.slice(0, 65_536).includes(" ") ? "," : delimiter;
  const rows = [...records(text, own, name, { from: first, width: Math.max(width, 1) })].filter(
    ({ line }) => line >= first,
  );
  if (rows.length === 0)
    refuse(name, null, "a table of people must have a header and at least one person", "comments only");
  if (titles && KEYS.includes(titles[0].toLowerCase())) return { head: rows[0], header: titles, body: rows };
  const header = rows[0].fields.map((title, k) => (k === 0 ? title.replace(/^(?:#|%|\/\/)\s*/, "") : title));
  return { head: rows[0], header, body: rows.slice(1) };
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
  const arcs: number[] = [];
  const traced = Object.keys(old.tieColumns).length > 0;
  for (const [i, j, weight, e] of edgesOf(old)) {
    if (place[i] > 0 && place[j] > 0) {
      edges.add(place[i] - 1, place[j] - 1, weight ?? 1);
      if (traced) arcs.push(e);
    } else {
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
    tieColumns: pickedAll(old.tieColumns, arcs),
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
  return { network: joined, dropped, unusable: reading.unusable, rows, told };
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

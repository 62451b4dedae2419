import { type Attribute, network, type Network, textKeys } from "../../../core/index.ts";
import { plural } from "../text.ts";
import { type People } from "./people.ts";

/** Ties and people who go by the same names. */
export interface Matched {
  network: Network;
  people: People;
}

/**
 * Makes the names of ties and people meet. Names must be equal; where none is, a column of the nodes or of the people
 * in which all names are found serves instead, and is reported. Names that differ by case, blanks or accents alone are
 * counted, and joined where `loose`. Throws `RangeError` where no two of the people have a tie.
 */
export function matchPeople(
  ties: Network,
  people: People,
  loose: boolean,
  name: string,
): { matched: Matched; told: string[] } {
  const known = new Set(people.texts);
  const names = Array.from(ties.nodes, (i) => ties.keys.key(i));
  const missing = names.filter((key) => !known.has(key));
  if (missing.length === 0) return { matched: { network: ties, people }, told: [] };
  const similar = loosely(people.texts);
  const near = missing.filter((key) => similar.has(looseForm(key))).length;
  if (loose && near > 0) {
    const renamed = names.map((key) => (known.has(key) ? key : (similar.get(looseForm(key)) ?? key)));
    if (new Set(renamed).size === renamed.length)
      return {
        matched: { network: named(ties, renamed), people },
        told: [`${plural(near, "name")} of ties joined by ?match=loose: case, blanks and accents do not count`],
      };
  }
  const told =
    near === 0
      ? []
      : [`${plural(near, "name")} of ties would match but for case, blanks or accents (?match=loose joins them)`];
  if (missing.length < names.length) return { matched: { network: ties, people }, told };
  const other = near > 0 ? null : byColumn(ties, people, names);
  if (other) return other;
  refuseStrangers(ties, people, name, told);
}

/** The names by their loose form, those that several share left out. */
function loosely(texts: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const text of texts) {
    const form = looseForm(text);
    if (found.has(form)) twice.add(form);
    found.set(form, text);
  }
  for (const form of twice) found.delete(form);
  return found;
}

/** A name without case, accents, and blanks at its ends or in a row. */
const looseForm = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** Where a column of the nodes holds the people's keys, or a column of the people the nodes'. */
function byColumn(
  ties: Network,
  people: People,
  names: readonly string[],
): { matched: Matched; told: string[] } | null {
  const known = new Set(people.texts);
  const own = Object.entries(ties.attributes).find(([, column]) => fits(column, ties.size, (text) => known.has(text)));
  if (own) {
    const [title, column] = own;
    const renamed = Array.from(ties.nodes, (i) => textAt(column, i) ?? "");
    return {
      matched: { network: named(ties, renamed), people },
      told: [`nodes are joined to people by their column ${title}, for their ids are no keys of people`],
    };
  }
  const nodes = new Set(names);
  const found = Object.entries(people.attributes).find(
    ([, column]) =>
      fits(column, people.texts.length, () => true) &&
      people.texts.filter((_, i) => nodes.has(textAt(column, i) ?? "")).length === names.length,
  );
  if (!found) return null;
  const [title, column] = found;
  const texts = people.texts.map((_, i) => textAt(column, i) ?? "");
  return {
    matched: { network: ties, people: { ...people, texts } },
    told: [`people are joined to ties by their column ${title}, for their keys are no names of ties`],
  };
}

/** Whether each has a value of its own in a column, and all are such. */
function fits(column: Attribute, size: number, holds: (text: string) => boolean): boolean {
  const seen = new Set<string>();
  for (let i = 0; i < size; i++) {
    const text = textAt(column, i);
    if (text === undefined || seen.has(text) || !holds(text)) return false;
    seen.add(text);
  }
  return size > 0;
}

function textAt(column: Attribute, i: number): string | undefined {
  if (column.kind === "category") return column.codes[i] === 0 ? undefined : column.labels[column.codes[i]];
  return Number.isNaN(column.values[i]) ? undefined : String(column.values[i]);
}

function named({ directed, out, attributes, tieColumns }: Network, texts: readonly string[]): Network {
  return network({
    directed,
    out,
    keys: textKeys(texts),
    attributes: { ...attributes },
    tieColumns: { ...tieColumns },
  });
}

/** Throws where no tie is between two people of the table: it is of other people, or another column is the key. */
export function refuseStrangers(
  ties: Network,
  { texts, attributes }: People,
  name: string,
  told: readonly string[] = [],
): never {
  const met = (names: readonly string[]): number => names.filter((text) => ties.keys.find(text) >= 0).length;
  const columns = Object.entries(attributes).map(
    ([title, column]) =>
      [title, met(column.kind === "category" ? column.labels : Array.from(column.values, String))] as const,
  );
  const [best, many] = columns.reduce((most, column) => (column[1] > most[1] ? column : most), ["", met(texts)]);
  const hint = best === "" ? "" : `; column ${best} has ${many} of them (?key=${best})`;
  throw new RangeError(
    `${name}: people must have the keys of the ties, such as ${ties.keys.key(0)}, got keys such as ${texts[0]}, of whom no two have a tie${hint}${told.map((text) => `; ${text}`).join("")}`,
  );
}

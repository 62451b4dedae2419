import { type Attribute, type Network, unknownName } from "../../models/core/index.ts";

/** Who has a trait: those with this value in this column. */
export interface Trait {
  column: string;
  value: string;
}
/** A trait that can be asked about, and how many have it of how many of whom it is known. */
export interface Offered extends Trait {
  people: number;
  known: number;
}

/** Columns of more values than this tell nothing that a trait could be made of. */
const MOST_VALUES = 12;

/** A trait as it is typed: `club=president`. Only in the column's name are % and = written as %25 and %3D. */
export const traitText = ({ column, value }: Trait): string =>
  `${column.replace(/[%=]/g, (sign) => (sign === "%" ? "%25" : "%3D"))}=${value}`;

/**
 * The trait of such a text; the value may hold any sign. Throws `RangeError` where it holds none that parts the two.
 */
export function traitOfText(text: string): Trait {
  const at = text.indexOf("=");
  if (at < 1) throw new RangeError(`trait must be a column and one of its values, as in club=president, got ${text}`);
  return {
    column: text.slice(0, at).replace(/%25|%3D/g, (code) => (code === "%25" ? "%" : "=")),
    value: text.slice(at + 1),
  };
}

/**
 * Every value of every column that some have and some have not: categories, and numbers of at most twelve values; of
 * 0 and 1 only 1. In the order of the columns and, within each, of the values.
 */
export function traitsOf({ attributes }: Network): Offered[] {
  return Object.entries(attributes).flatMap(([column, attribute]) => {
    const counts = countsOf(attribute);
    const known = counts.reduce((sum, { people }) => sum + people, 0);
    const flag = counts.length === 2 && counts[0].value === "0" && counts[1].value === "1";
    if (counts.length > MOST_VALUES || counts.length < 2) return [];
    return (flag ? counts.slice(1) : counts).map((count) => ({ column, ...count, known }));
  });
}

function countsOf(attribute: Attribute): { value: string; people: number }[] {
  if (attribute.kind === "category") {
    const people = new Array<number>(attribute.labels.length).fill(0);
    for (const code of attribute.codes) people[code]++;
    return attribute.labels
      .map((value, code) => ({ value, people: people[code] }))
      .filter((_, code) => code > 0 && people[code] > 0);
  }
  const people = new Map<number, number>();
  for (const value of attribute.values) {
    if (!Number.isNaN(value)) people.set(value, (people.get(value) ?? 0) + 1);
    if (people.size > MOST_VALUES) break;
  }
  return [...people].sort(([a], [b]) => a - b).map(([value, count]) => ({ value: String(value), people: count }));
}

/**
 * The trait asked for, or unless told the first of 0 and 1, else the commonest value of the first column that has any;
 * undefined where there is none. Throws `RangeError` naming the nearest where there is no such column or value.
 */
export function chosenTrait(text: string, offered: readonly Offered[]): Offered | undefined {
  if (text !== "") {
    const { column, value } = traitOfText(text);
    const found = offered.find((one) => one.column === column && one.value === value);
    if (!found)
      throw new RangeError(
        `trait: ${unknownName(text, "a column and a value that some people have and others have not", offered.map(traitText))}`,
      );
    return found;
  }
  const flag = offered.find(
    ({ column, value }) => value === "1" && offered.filter((one) => one.column === column).length === 1,
  );
  return (
    flag ??
    offered
      .filter(({ column }) => column === offered[0].column)
      .reduce<Offered | undefined>((best, one) => (best && best.people >= one.people ? best : one), undefined)
  );
}

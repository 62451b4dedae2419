import { type Layout } from "./layout.ts";
import { type Choices } from "../choices.ts";
import { records } from "./records.ts";
import { plural, refuse, shown } from "../text.ts";

/** Which rows of a table to keep, and which column says whether an edge is directed. */
export interface Relations {
  keeps: (fields: readonly string[]) => boolean;
  kind: number | null;
  told: string[];
}

/**
 * Looks through the column of relations, if there is one. Throws `RangeError` listing them where there are several and
 * none is chosen.
 */
export function relationsOf(
  text: string,
  { relation: column, delimiter, first, width, headed }: Layout,
  name: string,
  { relation }: Choices,
): Relations {
  const all = { keeps: () => true, kind: null, told: [] };
  if (column === null) {
    if (relation !== undefined)
      refuse(
        name,
        null,
        "a relation can be chosen where a column relation, type or layer tells them apart",
        `relation=${relation}`,
      );
    return all;
  }
  const counts = new Map<string, number>();
  let header = headed;
  for (const { fields, line } of records(text, delimiter, name, { from: first, width })) {
    if (line < first) continue;
    if (!header && fields.length > column) counts.set(fields[column], (counts.get(fields[column]) ?? 0) + 1);
    if (fields.length > 1) header = false;
  }
  const names = [...counts.keys()];
  if (relation === undefined && names.length > 0 && names.every((kind) => KINDS.test(kind.trim())))
    return { ...all, kind: column };
  const chosen = pickRelation(counts, relation, name);
  if (chosen === null) return all;
  return { keeps: (fields) => fields[column] === chosen, kind: null, told: [chosenSentence(chosen, counts.size)] };
}

/** What Gephi writes of an edge in the languages it speaks. */
const KINDS =
  /^(?:(?:un)?directed|mutual|(?:non[ -]?)?orienté|(?:no[ -]|não[ -])?(?:dirigid|direcionad)[oa]|(?:un)?gerichtet|(?:non )?diretto|)$/i;

export function chosenSentence(chosen: string, of: number): string {
  return `read: relation ${shown(chosen)} of ${plural(of, "relation")}`;
}

/** The relation asked for, or null where there is only one. Throws `RangeError` listing all with their counts. */
export function pickRelation(
  counts: ReadonlyMap<string, number>,
  asked: string | undefined,
  name: string,
): string | null {
  if (asked === undefined && counts.size <= 1) return null;
  if (asked !== undefined && counts.has(asked)) return asked;
  const list = [...counts].slice(0, 20).map(([key, count]) => `${key || '""'} (${plural(count, "row")})`);
  const known = `${list.join(", ")}${counts.size > 20 ? ", …" : ""}` || "none, for the file tells none apart";
  if (asked !== undefined) refuse(name, null, `the relation must be one of ${known}`, shown(asked));
  const example = [...counts.keys()].find((key) => key !== "") ?? "";
  refuse(
    name,
    null,
    `one relation must be chosen, as by ?relation=${encodeURIComponent(example)}`,
    `${counts.size} relations: ${known}`,
  );
}

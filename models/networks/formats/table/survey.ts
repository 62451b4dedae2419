import { edgeRows } from "../edge-rows.ts";
import { type Layout } from "./layout.ts";
import { listDraft } from "./list-draft.ts";
import { endOf, place, tableRows } from "./table-rows.ts";
import { type Draft, weightOf } from "../reading.ts";
import { shown } from "../text.ts";

/** Cells that say nobody was named. */
const NOBODY = new Set(["", "NA", "na", "N/A", "NaN", "null", "-"]);

/**
 * A table with a row a person and columns of whom they name (`?source=id&target=net1+net2`): an arc from each person
 * to each one named. Who has no row of their own was not asked, so naming them is dangling. With `group`, names
 * are unique within it only, and become `group/name`. Directed unless told otherwise.
 */
export function readSurvey(text: string, layout: Layout, name: string): Draft {
  const { source, targets, weight, group } = layout;
  const people = new Map<string, number>();
  const named: { from: number; to: string; weight: number }[] = [];
  const told = [...layout.told];
  for (const { fields, line } of tableRows(text, layout, name, told)) {
    const within = group === null ? "" : `${fields[group]}/`;
    const from = place(people, within + endOf(fields, source, "source", line, name));
    const tie = weight === null ? 1 : weightOf(fields[weight], name, line);
    for (const column of targets)
      if (!NOBODY.has(fields[column])) named.push({ from, to: within + fields[column], weight: tie });
  }
  const edges = edgeRows(weight !== null);
  const unknown = named.filter(({ to }) => !people.has(to));
  for (const { from, to, weight: tie } of named) {
    const j = people.get(to);
    if (j !== undefined) edges.add(from, j, tie);
  }
  if (unknown.length > 0) told.push(`the first one named who has no row: ${shown(unknown[0].to)}`);
  return listDraft({ texts: [...people.keys()], edges, header: true, told, directed: true, dangling: unknown.length });
}

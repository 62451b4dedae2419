import { badRows } from "../bad-rows.ts";
import { isNobody } from "../cells.ts";
import { type Choices } from "../choices.ts";
import { type Draft } from "../draft.ts";
import { edgeRows } from "../edge-rows.ts";
import { shown } from "../text.ts";
import { tieWeights } from "../tie-weight.ts";
import { type Layout } from "./layout.ts";
import { listDraft } from "./list-draft.ts";
import { endOf, place, tableRows } from "./table-rows.ts";

/**
 * A table with a row a person and columns of whom they name (`?source=id&target=net1+net2`): an arc from each person
 * to each one named. Who has no row of their own was not asked, so naming them is dangling. With `group`, names
 * are unique within it only, and become `group/name`. Directed unless told otherwise.
 */
export function readSurvey(text: string, layout: Layout, name: string, choices: Choices): Draft {
  const { source, targets, weight, group } = layout;
  const people = new Map<string, number>();
  const named: { from: number; to: string; weight: number }[] = [];
  const told = [...layout.told];
  const bad = badRows(name, choices);
  const weigh = tieWeights(choices, bad);
  for (const row of tableRows(text, layout, { name, told, bad })) {
    const { fields, line, quoted } = row;
    const within = group === null ? "" : `${fields[group]}/`;
    const key = endOf(row, source);
    if (key === null) {
      bad.drop("no source", line);
      continue;
    }
    const from = place(people, within + key);
    const tie = weigh(weight === null ? "1" : fields[weight], line);
    if (!tie) continue;
    for (const column of targets) {
      const cell = fields[column];
      const nobody = cell === "" || cell === "-" || (isNobody(cell) && !quoted?.has(column));
      if (!nobody) named.push({ from, to: within + cell, weight: tie.weight });
    }
  }
  bad.check(people.size + bad.count);
  const edges = edgeRows(weight !== null);
  const unknown = named.filter(({ to }) => !people.has(to));
  for (const { from, to, weight: tie } of named) {
    const j = people.get(to);
    if (j !== undefined) edges.add(from, j, tie);
  }
  if (unknown.length > 0) told.push(`the first one named who has no row: ${shown(unknown[0].to)}`);
  return listDraft({
    texts: [...people.keys()],
    edges,
    header: true,
    told,
    directed: true,
    dangling: unknown.length,
    unusable: bad.reasons(),
  });
}

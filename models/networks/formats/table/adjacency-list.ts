import { isNobody } from "../cells.ts";
import { badRows } from "../bad-rows.ts";
import { type Choices } from "../choices.ts";
import { type Draft } from "../draft.ts";
import { edgeRows } from "../edge-rows.ts";
import { type Head } from "./head.ts";
import { listDraft } from "./list-draft.ts";
import { records } from "./records.ts";
import { place } from "./table-rows.ts";

/** An adjacency list: each row a person and then their contacts, a tie to each. Empty cells are passed over. */
export function readAdjacencyList(text: string, head: Head, name: string, choices: Choices): Draft {
  const people = new Map<string, number>();
  const edges = edgeRows(false);
  const bad = badRows(name, choices);
  for (const { fields, line, quoted } of records(text, head.delimiter, name, { from: head.first, width: null })) {
    if (isNobody(fields[0]) && !quoted?.has(0)) {
      bad.drop("no name at the start", line);
      continue;
    }
    const i = place(people, fields[0]);
    fields.forEach((key, k) => {
      if (k > 0 && key !== "") edges.add(i, place(people, key), 1);
    });
  }
  bad.check(edges.count + bad.count);
  const told = ["read as an adjacency list: a person and their contacts a row"];
  return listDraft({ texts: [...people.keys()], edges, header: true, told, unusable: bad.reasons() });
}

import { isLong, isMissing } from "./cells.ts";
import { type Choices } from "./choices.ts";
import { declared } from "./declared.ts";
import { entries, type Entry, type Value } from "./gml-entries.ts";
import { type Draft } from "./draft.ts";
import { refuse, shown, textOf } from "./text.ts";

/**
 * GML (Himsolt 1997). A node's key is its label where every node has a label of its own, its id otherwise;
 * other plain values are columns, lists of a node (positions, colours) are not read. Weight: weight, or else value.
 */
export function readGml(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const text = textOf(content, name);
  const top = entries(text, name);
  const graphs = top.filter(({ key }) => key === "graph");
  if (graphs.length !== 1)
    refuse(
      name,
      graphs.at(1)?.line ?? null,
      "a GML file must hold one graph [ … ]",
      graphs.length === 0 ? "none" : "a second one",
    );
  const [{ value, line: start }] = graphs;
  if (value.kind !== "list") refuse(name, start, "graph must be a list in brackets", shown(value.text));
  const parts = value.list;
  const nodes = parts.filter(({ key }) => key === "node").map((entry) => record(entry, name));
  const labels = nodes.map(({ one }) => one("label"));
  const labelled =
    nodes.length > 0 &&
    labels.every((label) => label !== undefined && label !== "") &&
    new Set(labels).size === nodes.length;
  const graph = declared(name, choices);
  const keys = new Map<string, string>();
  const told: string[] = [];
  nodes.forEach(({ one, entries: facts, line }, k) => {
    const id = one("id");
    if (id !== undefined && keys.has(id)) refuse(name, line, "each node must have an id of its own", `${id} again`);
    if (id === undefined) told.push(`the node in line ${line} has no id, so no tie can name it`);
    const key = labelled ? labels[k]! : (id ?? `node ${k + 1}`);
    if (id !== undefined) keys.set(id, key);
    const i = graph.node(key);
    for (const { key: title, value: fact } of facts)
      if (title !== "id" && !(labelled && title === "label") && fact.kind !== "list")
        graph.set(i, title, valueOf(fact));
  });
  const directed = parts.some(
    ({ key, value: fact }) => key === "directed" && fact.kind === "number" && Number(fact.text) === 1,
  );
  for (const entry of parts) {
    if (entry.key !== "edge") continue;
    const { one, entries: facts, line } = record(entry, name);
    const end = (which: string): string => {
      const id = one(which) ?? refuse(name, line, `an edge must have a ${which}`, "none");
      // A name that no key can be stands for a node that does not exist.
      return keys.get(id) ?? `\0${id}`;
    };
    const data = Object.fromEntries(
      facts.flatMap(({ key, value: fact }) =>
        fact.kind === "list" || key === "source" || key === "target" ? [] : [[key, fact.text] as const],
      ),
    );
    graph.tie(end("source"), end("target"), data, directed, line);
  }
  if (!labelled && labels.some((label) => label !== undefined))
    told.push("labels are missing or repeat, so nodes go by their ids");
  return graph.draft(directed, told);
}

/** Numbers as numbers, beyond 2^53 as text; NaN and its like as missing. */
function valueOf(fact: Exclude<Value, { kind: "list" }>): string | number | undefined {
  if (fact.kind === "text" || isLong(fact.text)) return fact.text;
  return isMissing(fact.text) ? undefined : Number(fact.text);
}

function record(
  entry: Entry,
  name: string,
): { one: (key: string) => string | undefined; entries: Entry[]; line: number } {
  const { value, line, key } = entry;
  if (value.kind !== "list") refuse(name, line, `${key} must be a list in brackets`, shown(value.text));
  const facts = new Map<string, string>();
  for (const { key: title, value: fact } of value.list)
    if (fact.kind !== "list" && !facts.has(title)) facts.set(title, fact.text);
  return { one: (title) => facts.get(title), entries: value.list, line };
}

import { unknownName } from "../../core/index.ts";
import { type Choices } from "./choices.ts";
import { declared } from "./declared.ts";
import { type Draft } from "./draft.ts";
import { records } from "./table/records.ts";
import { refuse, textOf } from "./text.ts";
import { textColumns } from "./text-columns.ts";

/**
 * GDF of GUESS, as Netvizz and Gephi write it: a heading `nodedef>name VARCHAR,…` and a row for each node, then
 * `edgedef>node1 VARCHAR,node2 VARCHAR,…` and a row for each tie. Texts stand in single or double quotes. Other columns
 * of nodes are columns; `directed` says whether a tie is an arc; ties may name nodes without a row of their own.
 */
export function readGdf(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const text = textOf(content, name);
  const graph = declared(name, choices);
  const columns = textColumns();
  const known = new Set<string>();
  let heading: { kind: "node" | "edge"; titles: string[] } | null = null;
  let edges = 0;
  for (const { fields, line } of records(text, ",", name)) {
    const begins = /^\s*(node|edge)def>\s*/i.exec(fields[0]);
    if (begins) {
      const titles = [fields[0].slice(begins[0].length), ...fields.slice(1)].map(
        (field) => field.trim().split(/\s+/)[0],
      );
      heading = { kind: begins[1].toLowerCase() === "node" ? "node" : "edge", titles };
      continue;
    }
    if (!heading) refuse(name, line, "a GDF file must begin with nodedef>", "a row");
    const cells = unquoted(fields);
    const { titles, kind } = heading;
    const cell = (title: string): string | undefined =>
      cells[titles.findIndex((known) => known.toLowerCase() === title)];
    if (kind === "node") {
      const id = cell("name") || null;
      if (id === null) graph.drop("no name", line);
      else {
        known.add(id);
        const node = graph.node(id);
        titles.forEach((title, k) => {
          if (title.toLowerCase() !== "name" && k < cells.length) columns.set(node, title, cells[k]);
        });
      }
      continue;
    }
    edges++;
    const [source, target] = [cell("node1"), cell("node2")];
    if (source === undefined || target === undefined)
      if (!titles.some((title) => /^node1$/i.test(title)))
        throw new RangeError(`${name}, line ${line}: ${unknownName("node1", "a column of its ties", titles)}`);
    if (!source || !target) {
      graph.drop(source ? "no target" : "no source", line);
      continue;
    }
    for (const id of [source, target])
      if (!known.has(id)) {
        known.add(id);
        graph.node(id);
      }
    const data = Object.fromEntries(titles.map((title, k) => [title, cells[k]] as const).filter(([, value]) => value));
    graph.tie(source, target, data, /^(true|1|t)$/i.test(cell("directed") ?? ""), line);
  }
  columns.into(graph);
  return graph.draft(edges > 0 ? undefined : false);
}

/** Cells without single quotes, a comma inside of which has cut them in two. */
function unquoted(fields: readonly string[]): string[] {
  const cells: string[] = [];
  for (let k = 0; k < fields.length; k++) {
    let cell = fields[k];
    if (cell.startsWith("'"))
      while (k + 1 < fields.length && !(cell.length > 1 && /(^|[^\\])'$/.test(cell))) cell += `,${fields[++k]}`;
    cells.push(
      cell.length > 1 && cell.startsWith("'") && cell.endsWith("'") ? cell.slice(1, -1).replaceAll("\\'", "'") : cell,
    );
  }
  return cells;
}

import { type Choices } from "./choices.ts";
import { declared } from "./declared.ts";
import { type Draft } from "./draft.ts";
import { records } from "./table/records.ts";
import { plural, refuse, shown, textOf } from "./text.ts";
import { textColumns } from "./text-columns.ts";

/**
 * VNA of NetDraw: `*node data` with a header and a row for each node, then `*tie data` with a header `from to …` and
 * a row for each tie, an arc. Columns are separated by blanks or commas, texts with blanks stand in quotes. A single
 * column after the two ends is the weight; where there are several, `?weight=` chooses one. `*node properties` and
 * `*tie properties` say how to draw, and are passed over.
 */
export function readVna(content: string | Uint8Array, name: string, choices: Choices): Draft {
  const graph = declared(name, choices);
  const columns = textColumns();
  const known = new Map<string, number>();
  const told: string[] = [];
  const node = (id: string): number => {
    const number = known.get(id) ?? graph.node(id);
    known.set(id, number);
    return number;
  };
  for (const { kind, line: start, header, rows } of sections(textOf(content, name), name)) {
    if (kind === "node data") {
      for (const { fields, line } of rows) {
        if (fields.length > header.length) graph.drop("more cells than columns", line);
        else
          header.slice(1).forEach((title, k) => {
            const at = node(fields[0]);
            if (k + 1 < fields.length) columns.set(at, title, fields[k + 1]);
          });
        node(fields[0]);
      }
    } else if (kind === "tie data") {
      if (header.length < 2) refuse(name, start, "*tie data must have columns from and to", shown(header.join(" ")));
      const extra = header.slice(2);
      const title = extra.length === 1 ? "weight" : null;
      if (extra.length > 1 && choices.weight === undefined)
        told.push(`not read: ${extra.map(shown).join(", ")} (a weight is chosen by ?weight=…)`);
      for (const { fields, line } of rows) {
        if (fields.length < 2) graph.drop("one end only", line);
        else {
          const data = extra.map((column, k) => [
            title !== null && choices.weight !== column ? title : column,
            fields[k + 2],
          ]);
          node(fields[0]);
          node(fields[1]);
          graph.tie(fields[0], fields[1], Object.fromEntries(data) as Record<string, string>, true, line);
        }
      }
    } else told.push(`not read: *${kind}, ${plural(rows.length, "row")} on how to draw`);
  }
  columns.into(graph);
  return graph.draft(true, told);
}

interface Section {
  kind: string;
  line: number;
  header: string[];
  rows: { fields: string[]; line: number }[];
}

function sections(text: string, name: string): Section[] {
  const found: Section[] = [];
  const commas = /^\s*\*tie\s+data\s*\n[^\n]*,/im.test(text);
  for (const { fields, line } of records(text, commas ? "," : " ", name)) {
    if (fields[0].startsWith("*")) {
      const kind = fields.join(" ").slice(1).trim().toLowerCase().replace(/\s+/g, " ");
      if (!/^(node|tie) (data|properties)$/.test(kind))
        refuse(name, line, "a section must be *node data, *tie data, *node properties or *tie properties", shown(kind));
      found.push({ kind, line, header: [], rows: [] });
      continue;
    }
    const section =
      found.at(-1) ?? refuse(name, line, "a VNA file must begin with a section such as *node data", shown(fields[0]));
    if (section.header.length === 0) section.header = fields;
    else section.rows.push({ fields, line });
  }
  if (!found.some(({ kind }) => kind === "tie data")) refuse(name, null, "a VNA file must have *tie data", "none");
  return found;
}

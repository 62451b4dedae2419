import { edgeRows } from "../edge-rows.ts";
import { scanEdges } from "./edge-scanner.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { listDraft } from "./list-draft.ts";
import { type Choices, type Draft, weightOf } from "../reading.ts";
import { LONELY } from "./records.ts";
import { relationsOf } from "./relations.ts";
import { readSurvey } from "./survey.ts";
import { endOf, place, tableRows } from "./table-rows.ts";
import { checkBytes, encodingOf, textOf } from "../text.ts";

/**
 * An edge list: `.csv`, `.tsv`, `.txt`. Rows of two ends and perhaps a weight, with or without a header,
 * delimited by tabs, semicolons, commas, bars or blanks. Bytes without quotes go through the scanner,
 * which is several times faster and holds no text; everything else comes to the same by `records`.
 */
export function readEdgeList(content: string | Uint8Array, name: string, choices: Choices): Draft {
  if (typeof content !== "string" && encodingOf(content) === "utf-8" && !content.includes(QUOTE)) {
    checkBytes(content, name);
    const layout = layoutOf(textOf(headOf(content), name), name, choices);
    if (isPlain(layout) && choices.relation === undefined) return scanEdges(content, layout, name);
  }
  const text = textOf(content, name);
  const layout = layoutOf(text, name, choices);
  return layout.targets.length > 1 || layout.group !== null
    ? readSurvey(text, layout, name)
    : readRows(text, layout, name, choices);
}

const QUOTE = 34;
const HEAD = 1 << 16;

/** The first whole lines: enough to see how the file is laid out. */
function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD) return bytes;
  const end = Math.max(bytes.lastIndexOf(10, HEAD), bytes.lastIndexOf(13, HEAD));
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

function isPlain({ relation, group, targets }: Layout): boolean {
  return relation === null && group === null && targets.length === 1;
}

function readRows(text: string, layout: Layout, name: string, choices: Choices): Draft {
  const { source, weight } = layout;
  const target = layout.targets[0];
  const people = new Map<string, number>();
  const relations = relationsOf(text, layout, name, choices);
  const edges = edgeRows(weight !== null);
  const directions: number[] = [];
  const lonely: string[] = [];
  const told = [...layout.told, ...relations.told];
  const comment = (line: string): void => {
    if (line.startsWith(LONELY)) lonely.push(unwrapped(line.slice(LONELY.length)));
  };
  for (const { fields, line } of tableRows(text, layout, name, told, comment)) {
    const from = endOf(fields, source, "source", line, name);
    const tie = weight === null ? 1 : weightOf(fields[weight], name, line);
    const to = endOf(fields, target, "target", line, name);
    // Those named in another relation are people too.
    const [i, j] = [place(people, from), place(people, to)];
    if (!relations.keeps(fields)) continue;
    edges.add(i, j, tie);
    if (relations.kind !== null) directions.push(/^directed$/i.test(fields[relations.kind]) ? 1 : 0);
  }
  for (const key of lonely) place(people, key);
  const kinds = relations.kind === null ? null : Uint8Array.from(directions);
  const directed = kinds && kinds.length > 0 ? kinds[0] === 1 : undefined;
  return listDraft({
    texts: [...people.keys()],
    edges,
    header: layout.header !== null,
    told,
    directions: kinds,
    directed,
  });
}

/** A name in a comment of ours: as it is, or as JSON where it holds anything special. */
function unwrapped(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : text;
  } catch {
    return text;
  }
}

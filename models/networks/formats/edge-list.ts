import { type Choices, type Draft, plural, weightOf } from "./reading.ts";
import { edgeRows } from "./edge-rows.ts";
import { scanEdges } from "./edge-scanner.ts";
import { isCount, type Layout, layoutOf } from "./layout.ts";
import { LONELY, records } from "./records.ts";
import { checkBytes, encodingOf, refuse, shown, textOf } from "./text.ts";

/**
 * An edge list: `.csv`, `.tsv`, `.txt`. Rows of two ends and perhaps a weight, with or without a header,
 * delimited by tabs, semicolons, commas, bars or blanks. Bytes without quotes go through the scanner,
 * which is several times faster and holds no text; everything else comes to the same by `records`.
 */
export function readEdgeList(content: string | Uint8Array, name: string, choices: Choices): Draft {
  if (typeof content !== "string" && encodingOf(content) === "utf-8" && !content.includes(QUOTE)) {
    checkBytes(content, name);
    const head = textOf(headOf(content), name);
    const layout = layoutOf(head, name, choices);
    if (isPlain(layout)) return scanEdges(content, layout, name);
  }
  const text = textOf(content, name);
  return readRows(text, layoutOf(text, name, choices), name, choices);
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

/** The same as `scanEdges`, by rows of text. */
export function readRows(text: string, layout: Layout, name: string, choices: Choices = {}): Draft {
  const { delimiter, header, source, targets, weight, width } = layout;
  const people = new Map<string, number>();
  const place = (key: string): number => {
    const known = people.get(key);
    if (known !== undefined) return known;
    people.set(key, people.size);
    return people.size - 1;
  };
  const lonely: string[] = [];
  const rows = records(text, delimiter, name, (comment) => {
    if (comment.startsWith(LONELY)) lonely.push(unwrapped(comment.slice(LONELY.length)));
  });
  const relations = relationsOf(text, layout, name, choices);
  const edges = edgeRows(weight !== null);
  const directions: number[] = [];
  const told = [...layout.told, ...relations.told];
  let counts = 0;
  let closing = 0;
  let skipHeader = header !== null;
  let surveyed: Set<string> | null = null;
  if (targets.length > 1 || layout.group !== null) surveyed = new Set();
  const nominations: { from: string; to: string; weight: number }[] = [];
  for (const row of rows) {
    const { fields, line } = row;
    if (isCount(row)) {
      if (fields[0] === "-1") closing ||= line;
      else if (edges.count === 0 && nominations.length === 0) counts++;
      else refuse(name, line, "a row must name two ends", `only ${shown(fields[0])}`);
      continue;
    }
    if (closing > 0) refuse(name, closing, "a line of -1 alone must end the file", `more rows, from line ${line}`);
    if (skipHeader) {
      skipHeader = false;
      continue;
    }
    checkWidth(fields, width, line, name);
    const from = keyOf(fields, source, "source", line, name, layout);
    const tie = weight === null ? 1 : weightOf(fields[weight], name, line);
    if (surveyed) {
      surveyed.add(from);
      place(from);
      for (const column of targets) {
        if (!MISSING.has(fields[column])) nominations.push({ from, to: grouped(fields[column], fields, layout), weight: tie });
      }
      continue;
    }
    const to = keyOf(fields, targets[0], "target", line, name, layout);
    const [i, j] = [place(from), place(to)];
    if (!relations.keeps(fields)) continue;
    edges.add(i, j, tie);
    if (relations.kind !== null) directions.push(/^directed$/i.test(fields[relations.kind]) ? 1 : 0);
  }
  if (counts > 0) told.push(`${plural(counts, "line")} with a count alone before the first edge ${counts === 1 ? "is" : "are"} not an edge`);
  if (closing > 0) told.push(`line ${closing}, -1 alone, ends the list`);
  lonely.forEach(place);
  let dangling = 0;
  for (const { from, to, weight: tie } of nominations) {
    if (surveyed?.has(to)) edges.add(place(from), place(to), tie);
    else dangling++;
  }
  const kinds = relations.kind === null ? null : Uint8Array.from(directions);
  const declared = kinds && kinds.length > 0 ? kinds[0] === 1 : undefined;
  const texts = [...people.keys()];
  return inNumberOrder({
    size: texts.length,
    texts,
    sources: edges.sources(),
    targets: edges.targets(),
    weights: edges.weights(),
    count: edges.count,
    directions: kinds,
    directed: surveyed ? true : declared,
    dangling,
    told,
  });
}

/** Cells that say nobody was named. */
const MISSING = new Set(["", "NA", "na", "N/A", "NaN", "null", "-"]);

export function checkWidth(fields: readonly string[], width: number, line: number, name: string): void {
  const extra = fields.slice(width).some((field) => field !== "");
  if (fields.length < width || extra) refuse(name, line, `a row must have ${width} fields like the first`, `${fields.length} fields`);
}

function keyOf(fields: readonly string[], column: number, end: string, line: number, name: string, layout: Layout): string {
  if (fields[column] === "") refuse(name, line, `a row must name its ${end}`, "nothing");
  return grouped(fields[column], fields, layout);
}

function grouped(key: string, fields: readonly string[], { group }: Layout): string {
  return group === null ? key : `${fields[group]}/${key}`;
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

interface Relations {
  keeps(fields: readonly string[]): boolean;
  /** The column that says whether an edge is directed, or null. */
  kind: number | null;
  told: string[];
}

/** Which rows to keep of a table with a column of relations. Throws `RangeError` listing them where there are several and none is chosen. */
function relationsOf(text: string, layout: Layout, name: string, { relation }: Choices): Relations {
  const column = layout.relation;
  const all = { keeps: () => true, kind: null, told: [] };
  if (column === null) {
    if (relation !== undefined) refuse(name, null, "a relation can be chosen where a column relation, type or layer tells them apart", `relation=${relation}`);
    return all;
  }
  const counts = new Map<string, number>();
  let first = true;
  for (const { fields } of records(text, layout.delimiter, name)) {
    if (!first && fields.length > column) counts.set(fields[column], (counts.get(fields[column]) ?? 0) + 1);
    first = false;
  }
  const names = [...counts.keys()];
  if (names.length > 0 && names.every((kind) => /^(un)?directed$|^mutual$/i.test(kind))) return { ...all, kind: column };
  const chosen = pickRelation(counts, relation, name);
  if (chosen === null) return all;
  return { keeps: (fields) => fields[column] === chosen, kind: null, told: [`relation ${shown(chosen)} of ${plural(counts.size, "relation")}`] };
}

/** The relation asked for, or null where there is only one. Throws `RangeError` listing all with their counts. */
export function pickRelation(counts: ReadonlyMap<string, number>, asked: string | undefined, name: string): string | null {
  if (asked === undefined && counts.size <= 1) return null;
  if (asked !== undefined && counts.has(asked)) return asked;
  const list = [...counts].slice(0, 20).map(([key, count]) => `${key} (${plural(count, "row")})`);
  const known = `${list.join(", ")}${counts.size > 20 ? ", …" : ""}`;
  if (asked !== undefined) refuse(name, null, `the relation must be one of ${known}`, shown(asked));
  const example = [...counts.keys()][0];
  refuse(name, null, `one relation must be chosen, as by ?relation=${encodeURIComponent(example)}`, `${counts.size} relations: ${known}`);
}

/** Where names are just 0, 1, 2, … in some order, nodes are put in that order and need no names. */
export function inNumberOrder(draft: Draft): Draft {
  const { texts, size, count } = draft;
  if (!texts?.every((key) => /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < size)) return draft;
  const order = Uint32Array.from(texts, Number);
  const sources = draft.sources.subarray(0, count).map((i) => order[i]);
  const targets = draft.targets.subarray(0, count).map((i) => order[i]);
  return { ...draft, texts: null, sources, targets };
}

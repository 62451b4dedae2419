import { badRows } from "../bad-rows.ts";
import { type Choices } from "../choices.ts";
import { type Draft } from "../draft.ts";
import { edgeRows } from "../edge-rows.ts";
import { encodingOf, refuseZeros, textOf } from "../text.ts";
import { tieWeights } from "../tie-weight.ts";
import { readAdjacencyList } from "./adjacency-list.ts";
import { scanEdges } from "./edge-scanner.ts";
import { columnOf } from "../../graphology.ts";
import { settledHeader } from "./guessed-header.ts";
import { headOf } from "./head.ts";
import { kindOfTable } from "./kind.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { listDraft } from "./list-draft.ts";
import { readMatrix } from "./matrix.ts";
import { LONELY } from "./records.ts";
import { relationsOf } from "./relations.ts";
import { readSurvey } from "./survey.ts";
import { endOf, place, type TableRow, tableRows } from "./table-rows.ts";
import { valuesOf } from "../cells.ts";

/**
 * A table of ties: `.csv`, `.tsv`, `.txt` and the like. Rows of two ends and perhaps a weight, with or without a
 * header, delimited by tabs, semicolons, commas, bars or blanks; or a matrix, or an adjacency list. Bytes without
 * quotes go through the scanner, which is several times faster and holds no text; everything else comes to the same
 * by `records`.
 */
export function readEdgeList(content: string | Uint8Array, name: string, choices: Choices): Draft {
  // `readNetwork` hands bytes on only where they are UTF-8 or have a mark.
  if (typeof content !== "string" && encodingOf(content) === "utf-8" && isBare(content)) {
    refuseZeros(content, name);
    const text = textOf(startOf(content), name);
    const head = headOf(text, name);
    if (kindOfTable(head, text, name, choices) === "list") {
      const layout = layoutOf(head, name, choices);
      if (isPlain(layout) && choices.relation === undefined) return scanEdges(content, layout, name, choices);
    }
  }
  const text = textOf(content, name);
  const head = headOf(text, name);
  const kind = kindOfTable(head, text, name, choices);
  if (kind === "matrix") return readMatrix(text, head, name, choices);
  if (kind === "adjacency") return readAdjacencyList(text, head, name, choices);
  const layout = layoutOf(head, name, choices);
  return layout.targets.length > 1 || layout.group !== null
    ? readSurvey(text, layout, name, choices)
    : readRows(text, layout, name, choices);
}

const QUOTE = 34;
const START = 1 << 16;

/** Whether no byte is a quote, and none begins a no-break space, which texts are trimmed of. */
function isBare(bytes: Uint8Array): boolean {
  if (bytes.includes(QUOTE)) return false;
  for (let at = bytes.indexOf(0xa0); at >= 0; at = bytes.indexOf(0xa0, at + 1))
    if (bytes[at - 1] === 0xc2) return false;
  return !bytes.includes(0xe2) || !new TextDecoder().decode(bytes.subarray(0, START)).includes("\u202f");
}

/** The first whole lines: enough to see how the file is laid out. */
function startOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= START) return bytes;
  const end = Math.max(bytes.lastIndexOf(10, START), bytes.lastIndexOf(13, START));
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

function isPlain({ relation, group, targets, bringer, time, comma, banner }: Layout): boolean {
  return (
    relation === null &&
    group === null &&
    targets.length === 1 &&
    bringer === null &&
    time === null &&
    !comma &&
    !banner.twoMode
  );
}

function readRows(text: string, layout: Layout, name: string, choices: Choices): Draft {
  const { weight, banner, header } = layout;
  const people = new Map<string, number>();
  const relations = relationsOf(text, layout, name, choices);
  const bad = badRows(name, choices);
  const weigh = tieWeights(choices, bad);
  const edges = edgeRows(weight !== null);
  const known = { directions: [] as number[], signs: [] as number[], times: [] as string[] };
  const lonely: string[] = [];
  const told = [...layout.told, ...relations.told];
  if (layout.comma) told.push("weights are read with a decimal comma");
  const comment = (line: string): void => {
    if (line.startsWith(LONELY)) lonely.push(unwrapped(line.slice(LONELY.length)));
  };
  const side = (key: string, which: string): number => place(people, banner.twoMode ? `${which} ${key}` : key);
  for (const row of tableRows(text, layout, { name, told, bad, comment })) {
    const { fields, line } = row;
    const [from, to] = endsIn(row, layout, (key) => place(people, key), bad.skip, bad.drop);
    if (from === null || to === null) continue;
    const cell = weight === null ? "1" : layout.comma ? fields[weight].replace(",", ".") : fields[weight];
    const tie = weigh(cell, line);
    if (!tie) continue;
    // Those named in another relation are people too.
    const [i, j] = [side(from, "left"), side(to, "right")];
    if (!relations.keeps(fields)) continue;
    edges.add(i, j, tie.weight);
    known.signs.push(tie.sign);
    if (relations.kind !== null) known.directions.push(DIRECTED.test(fields[relations.kind].trim()) ? 1 : 0);
    if (layout.time !== null) known.times.push(fields[layout.time]);
  }
  bad.check(edges.count + bad.count);
  for (const key of lonely) place(people, key);
  const kinds = relations.kind === null ? null : Uint8Array.from(known.directions);
  const settled = settledHeader(layout, [...people.keys()], edges, told);
  const draft = listDraft({
    ...settled,
    header: header !== null,
    directions: kinds,
    directed: kinds && kinds.length > 0 ? kinds[0] === 1 : banner.directed,
    unusable: bad.reasons(),
    tieColumns: columnsOf(known, layout, choices),
  });
  if (!banner.twoMode) return draft;
  return {
    ...draft,
    directed: false,
    modes: Uint8Array.from(draft.texts ?? [], (key) => (key.startsWith("left ") ? 0 : 1)),
  };
}

/** What Gephi calls a directed edge in the languages it speaks. */
const DIRECTED = /^(?:directed|orienté|dirigido|dirigida|direcionado|gerichtet|diretto|mutual)$/i;

/** The two ends of a row; a blank one drops it, or leaves a customer whom nobody brought without a tie. */
function endsIn(
  row: TableRow,
  { source, targets: [target], bringer, header }: Layout,
  keep: (key: string) => void,
  skip: (reason: string, line: number | null) => void,
  drop: (reason: string, line: number | null) => void,
): [string | null, string | null] {
  const [from, to] = [endOf(row, source), endOf(row, target)];
  if (from !== null && to !== null) return [from, to];
  const [blank, other] = from === null ? [source, to] : [target, from];
  if (other !== null && blank === bringer) {
    keep(other);
    skip(`nothing under ${header?.[blank] ?? "that column"}, so the customer stays without this tie`, row.line);
  } else drop(from === null ? "no source" : "no target", row.line);
  return [null, null];
}

/** What is known of each tie beside its weight. */
function columnsOf(
  { signs, times }: { signs: readonly number[]; times: readonly string[] },
  { time, header }: Layout,
  { negative }: Choices,
): Draft["tieColumns"] {
  return {
    ...(negative === "keep" && signs.includes(-1) ? { sign: columnOf(signs) } : {}),
    ...(time === null ? {} : { [header?.[time] ?? "time"]: columnOf(valuesOf(times).values) }),
  };
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

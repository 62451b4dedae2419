import { type BadRow } from "../bad-rows.ts";
import { type EdgeRows } from "../edge-rows.ts";
import { type Draft } from "../draft.ts";
import { plural } from "../text.ts";
import { unharmed } from "./formula.ts";
import { WHOLE, withoutSizeLine } from "./size-line.ts";
import { wholeEnds } from "./whole-names.ts";

/** What an edge list gave. */
export interface ListParts {
  /** Names in the order they first came. */
  texts: readonly string[];
  edges: EdgeRows;
  told: string[];
  /** Whether the list has a header, and so no line of sizes. */
  header: boolean;
  directions?: Uint8Array | null;
  directed?: boolean;
  dangling?: number;
  unusable?: readonly BadRow[];
  tieColumns?: Draft["tieColumns"];
}

/**
 * The draft of an edge list. Where names are just 0, 1, 2, … in some order, nodes are put in that order and
 * need no names: then the order of rows changes nothing, and a generated network comes back as it was.
 */
export function listDraft({
  texts: found,
  edges: rows,
  told: notes,
  header,
  directions = null,
  directed,
  dangling = 0,
  unusable = [],
  tieColumns,
}: ListParts): Draft {
  const { texts: all, edges, told } = withNames(found, rows, notes);
  const rest = header ? null : withoutSizeLine(all, edges);
  const { texts, sources, targets, count } = rest ?? {
    texts: all,
    sources: edges.sources(),
    targets: edges.targets(),
    count: edges.count,
  };
  const sentences = rest
    ? [...told, `the first row, ${texts.length} ${count}, says how many people and ties follow, and is no edge`]
    : told;
  const size = texts.length;
  const numbered = texts.every((key) => WHOLE.test(key) && Number(key) < size);
  const order = numbered ? Uint32Array.from(texts, Number) : null;
  const ends = (rows: Uint32Array): Uint32Array => (order ? rows.subarray(0, count).map((i) => order[i]) : rows);
  const list = {
    sources: ends(sources),
    targets: ends(targets),
    weights: edges.weights(),
    count,
    directions,
    directed,
  };
  return { size, texts: numbered ? null : texts, ...list, dangling, unusable, tieColumns, told: sentences };
}

/** The list with names as they are meant: whole numbers of a column of decimals, and none made harmless. */
function withNames(
  found: readonly string[],
  edges: EdgeRows,
  told: string[],
): Pick<ListParts, "texts" | "edges" | "told"> {
  const texts = found.some((text) => text.startsWith("'")) ? found.map(unharmed) : found;
  const plain = new Set(texts).size === found.length ? texts : found;
  const whole = wholeEnds(plain, edges);
  if (!whole) return { texts: plain, edges, told };
  return { ...whole, told: [...told, "names such as 1.0 are read as 1, for their column holds whole numbers"] };
}

/** What was passed over around the edges, in sentences. */
export function passedOver(counts: number, closing: number): string[] {
  const told: string[] = [];
  if (counts > 0)
    told.push(
      `${plural(counts, "line")} with counts alone before the first edge ${counts === 1 ? "is" : "are"} no edge`,
    );
  if (closing > 0) told.push(`line ${closing}, -1 alone, ends the list`);
  return told;
}

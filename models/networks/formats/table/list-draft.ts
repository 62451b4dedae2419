import { type EdgeRows } from "../edge-rows.ts";
import { type Draft, plural } from "../reading.ts";
import { WHOLE, withoutSizeLine } from "./size-line.ts";

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
}

/**
 * The draft of an edge list. Where names are just 0, 1, 2, … in some order, nodes are put in that order and
 * need no names: then the order of rows changes nothing, and a generated network comes back as it was.
 */
export function listDraft({
  texts: all,
  edges,
  told,
  header,
  directions = null,
  directed,
  dangling = 0,
}: ListParts): Draft {
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
  return { size, texts: numbered ? null : texts, ...list, dangling, told: sentences };
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

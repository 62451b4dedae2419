import { type Network, textKeys } from "../../core/index.ts";
import { type Dropped, fromEdges } from "../edges.ts";
import { pickedAll } from "../columns.ts";
import { type BadRow, badSentence } from "./bad-rows.ts";
import { type Choices } from "./choices.ts";
import { type Draft } from "./draft.ts";
import { plural, refuse } from "./text.ts";
import { oneMode } from "./two-mode.ts";

export interface Reading {
  network: Network;
  dropped: Dropped;
  /** The rows that could not be used, by reason. */
  unusable: BadRow[];
  /** Edge rows of the file before repair: edges + self-loops + duplicates + dangling + unusable. */
  rows: number;
  /** A sentence for each repair and each guess, for people. */
  told: string[];
}

/**
 * The network of a draft: mode and direction decided, self-loops and repeats dropped and told.
 *
 * A file with both kinds of edge is read as undirected, for a tie without direction says nothing
 * of who leads; with `directed=true` each of its undirected edges becomes two arcs, which `rows` then
 * counts as two. `reverse` makes an edge list directed and throws `RangeError` on what is undirected.
 */
export function finish(found: Draft, choices: Choices, name: string): Reading {
  const draft = oneMode(found, choices, name);
  const told = [...draft.told];
  const mixed = isMixed(draft);
  const declared = mixed ? false : draft.directed;
  const directed = choices.directed ?? declared ?? choices.reverse === true;
  if (choices.reverse === true && !directed) {
    refuse(name, null, "reverse=true needs arcs to turn (add directed=true)", "an undirected network");
  }
  if (directed && choices.directed === undefined && declared === undefined)
    told.push("read as directed, for reverse=true turns arcs round");
  const list = mixed && directed ? bothWays(draft) : draft;
  if (mixed) told.push(mixedSentence(draft, directed));
  else if (declared !== undefined && declared !== directed) {
    const kind = (arcs: boolean): string => (arcs ? "directed" : "undirected");
    told.push(`the file calls its edges ${kind(declared)}; they are read as ${kind(directed)}, as asked`);
  }
  const [sources, targets] = choices.reverse === true ? [list.targets, list.sources] : [list.sources, list.targets];
  const { size, count, attributes, tieColumns } = list;
  const weights = allOnes(list.weights, count) ? null : list.weights;
  const keys = draft.texts === null ? undefined : textKeys(draft.texts);
  const { repeats } = choices;
  const edges = { size, directed, sources, targets, weights, count, keys, attributes, tieColumns, repeats };
  const made = fromEdges(edges);
  const unusable = draft.unusable.reduce((sum, { rows }) => sum + rows, 0);
  const dropped = { ...made.dropped, dangling: draft.dangling, unusable };
  return {
    network: made.network,
    dropped,
    unusable: [...draft.unusable],
    rows: count + draft.dangling + unusable,
    told: [...told, ...droppedSentences(dropped, draft.unusable, directed, repeats)],
  };
}

function isMixed({ directions, count }: Draft): boolean {
  if (!directions) return false;
  for (let e = 1; e < count; e++) if (directions[e] !== directions[0]) return true;
  return false;
}

/** Undirected edges of a mixed list as two arcs each, the second right after the first. */
function bothWays(draft: Draft): Draft {
  const { directions, count, weights, sources, targets } = draft;
  const single = (e: number): boolean => directions === null || directions[e] === 1 || sources[e] === targets[e];
  const from: number[] = [];
  const flipped: boolean[] = [];
  for (let e = 0; e < count; e++) {
    from.push(e);
    flipped.push(false);
    if (single(e)) continue;
    from.push(e);
    flipped.push(true);
  }
  return {
    ...draft,
    sources: Uint32Array.from(from, (e, at) => (flipped[at] ? targets : sources)[e]),
    targets: Uint32Array.from(from, (e, at) => (flipped[at] ? sources : targets)[e]),
    weights: weights && Float64Array.from(from, (e) => weights[e]),
    count: from.length,
    tieColumns: pickedAll(draft.tieColumns, from),
  };
}

function mixedSentence({ directions, count }: Draft, directed: boolean): string {
  let arcs = 0;
  for (let e = 0; e < count; e++) arcs += directions?.[e] ?? 0;
  const both = `the file has ${arcs} directed and ${count - arcs} undirected edges`;
  return directed
    ? `${both}; each undirected one is read as two arcs, and counted as two rows`
    : `${both}; all are read as undirected (directed=true makes two arcs of an undirected one)`;
}

function allOnes(weights: Float64Array | null, count: number): boolean {
  return weights === null || weights.subarray(0, count).every((weight) => weight === 1);
}

function droppedSentences(
  { selfLoops, duplicates, dangling }: Dropped,
  unusable: readonly BadRow[],
  directed: boolean,
  repeats: Choices["repeats"] = "first",
): string[] {
  const sentences = unusable.map((row) => `dropped: ${badSentence(row)}`);
  if (selfLoops > 0) sentences.push(`dropped: ${plural(selfLoops, "self-loop")}`);
  if (duplicates > 0) {
    const kept = { first: "first one's weight", last: "last one's weight", sum: "sum of the weights" };
    const rule = { ...kept, mean: "mean of the weights", max: "largest weight" }[repeats];
    const reversed = directed ? "" : " (reversed ones included)";
    sentences.push(`dropped: ${plural(duplicates, "repeated edge")}${reversed}; the ${rule} is kept`);
  }
  if (dangling > 0) sentences.push(`dropped: ${plural(dangling, "edge")} naming nobody who is in the file`);
  return sentences;
}

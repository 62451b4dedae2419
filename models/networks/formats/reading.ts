import { type Attribute, type Network, textKeys } from "../../core/index.ts";
import { type Dropped, fromEdges } from "../edges.ts";
import { refuse, shown } from "./text.ts";

/** How to read a file where it does not say so itself. */
export interface Choices {
  /** Overrides what the file declares; edge lists are undirected unless told. */
  directed?: boolean;
  /** Turns every arc round: for lists of who follows, asks or trusts whom. */
  reverse?: boolean;
  /** Which of several relations in the file to read. */
  relation?: string;
  /** Columns of a table with a header, where their names are not the usual ones. */
  source?: string;
  /** Several columns of nominations are joined by `+`. */
  target?: string;
  weight?: string;
  /** A column within whose values names are unique: names become `group/name`. */
  group?: string;
}

export interface Reading {
  network: Network;
  dropped: Dropped;
  /** Edge rows of the file before repair: edges + self-loops + duplicates + dangling. */
  rows: number;
  /** A sentence a repair, for people. */
  told: string[];
}

/** What a parser found, before repair: edges as pairs of node numbers. */
export interface Draft {
  size: number;
  /** Names in node order; null where they are just 0, 1, 2, … */
  texts: readonly string[] | null;
  sources: Uint32Array;
  targets: Uint32Array;
  weights: Float64Array | null;
  count: number;
  /** For each edge 1 where the file says it has a direction, 0 where not; null where it says nothing. */
  directions: Uint8Array | null;
  /** What the file declares of edges in general. */
  directed: boolean | undefined;
  /** Edges already left out because an end does not exist. */
  dangling: number;
  attributes?: Record<string, Attribute>;
  told: string[];
}

/**
 * The network of a draft: direction decided, self-loops and repeats dropped and told.
 *
 * A file with both kinds of edge is read as undirected, for a tie without direction says nothing
 * of who leads; with `directed=true` each of its undirected edges becomes two arcs, which `rows` then
 * counts as two. `reverse` makes an edge list directed and throws `RangeError` on what is undirected.
 */
export function finish(draft: Draft, choices: Choices, name: string): Reading {
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
    told.push(
      `the file calls its edges ${declared ? "directed" : "undirected"}; they are read as ${directed ? "directed" : "undirected"}, as asked`,
    );
  }
  const [sources, targets] = choices.reverse === true ? [list.targets, list.sources] : [list.sources, list.targets];
  const weights = allOnes(list.weights, list.count) ? null : list.weights;
  const keys = draft.texts === null ? undefined : textKeys(draft.texts);
  const result = fromEdges({
    size: draft.size,
    directed,
    sources,
    targets,
    weights,
    count: list.count,
    keys,
    attributes: draft.attributes,
  });
  const dropped = { ...result.dropped, dangling: draft.dangling };
  return {
    network: result.network,
    dropped,
    rows: list.count + draft.dangling,
    told: [...told, ...droppedSentences(dropped, directed)],
  };
}

function isMixed({ directions, count }: Draft): boolean {
  if (!directions) return false;
  for (let e = 1; e < count; e++) if (directions[e] !== directions[0]) return true;
  return false;
}

/** Undirected edges of a mixed list as two arcs each, the second right after the first. */
function bothWays(draft: Draft): Draft {
  const { directions, count, weights } = draft;
  const single = (e: number): boolean =>
    directions === null || directions[e] === 1 || draft.sources[e] === draft.targets[e];
  let length = count;
  for (let e = 0; e < count; e++) if (!single(e)) length++;
  const sources = new Uint32Array(length);
  const targets = new Uint32Array(length);
  const carried = weights && new Float64Array(length);
  let at = 0;
  const put = (from: number, to: number, e: number): void => {
    sources[at] = from;
    targets[at] = to;
    if (carried) carried[at] = weights[e];
    at++;
  };
  for (let e = 0; e < count; e++) {
    put(draft.sources[e], draft.targets[e], e);
    if (!single(e)) put(draft.targets[e], draft.sources[e], e);
  }
  return { ...draft, sources, targets, weights: carried, count: length };
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

function droppedSentences({ selfLoops, duplicates, dangling }: Dropped, directed: boolean): string[] {
  const sentences: string[] = [];
  if (selfLoops > 0) sentences.push(`dropped: ${plural(selfLoops, "self-loop")}`);
  if (duplicates > 0)
    sentences.push(
      `dropped: ${plural(duplicates, "repeated edge")}${directed ? "" : " (reversed ones included)"}; the first one's weight is kept`,
    );
  if (dangling > 0) sentences.push(`dropped: ${plural(dangling, "edge")} naming nobody who is in the file`);
  return sentences;
}

/** `1 edge`, `2 edges`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * A tie's weight from text: a positive finite number, for a tie that weighs nothing is none. Throws `RangeError`
 * otherwise.
 */
export function weightOf(text: string, name: string, line: number | null): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (!(value > 0 && value < Infinity)) refuse(name, line, "a weight must be a positive finite number", shown(text));
  return value;
}

/** A number as files write them; no hexadecimal, no blanks, no `Infinity`. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

import { type Attribute } from "../../core/index.ts";
import { pickedAll } from "../columns.ts";
import { edgeRows } from "./edge-rows.ts";
import { type Choices } from "./choices.ts";
import { type Draft } from "./draft.ts";
import { plural, refuse } from "./text.ts";

/**
 * A draft of one kind of nodes. Two modes (people and the events, firms or pages that they share) become one only when
 * asked: `mode=left` or `mode=right` ties two of that side by each one of the other side that they share, the weight
 * counting these; `mode=both` keeps all nodes and the ties as they are, and adds a column `mode`. Takes time in the
 * sum of squared degrees of the other side. Throws `RangeError` with that choice where none is made, and where there
 * is nothing to choose.
 */
export function oneMode(draft: Draft, { mode }: Choices, name: string): Draft {
  const { modes, size, count } = draft;
  if (!modes) {
    if (mode !== undefined) refuse(name, null, "mode needs a network of two modes", "one of one mode");
    return draft;
  }
  const right = modes.reduce((sum, side) => sum + side, 0);
  if (mode === undefined)
    refuse(
      name,
      null,
      "a network of two modes must be read as one, by ?mode=left (who share right ones), ?mode=right or ?mode=both",
      `${size - right} left and ${right} right nodes with ${plural(count, "tie")}`,
    );
  if (mode === "both") {
    const column: Attribute = { kind: "category", codes: Uint32Array.from(modes, (m) => m + 1), labels: MODES };
    return { ...draft, modes: undefined, attributes: { ...draft.attributes, mode: column } };
  }
  return shared(draft, modes, mode, name);
}

/** Beyond it the count of pairs would fill the memory. */
const MOST_PAIRS = 10_000_000;
const MODES = ["", "left", "right"];

/** The nodes of one side, tied by how many of the other side they share. */
function shared(draft: Draft, modes: Uint8Array, mode: "left" | "right", name: string): Draft {
  const { size, sources, targets, count } = draft;
  const kept = mode === "left" ? 0 : 1;
  const place = new Int32Array(size).fill(-1);
  const chosen: number[] = [];
  for (let i = 0; i < size; i++) if (modes[i] === kept) place[i] = chosen.push(i) - 1;
  const members = new Map<number, Set<number>>();
  for (let e = 0; e < count; e++) {
    const [own, other] = modes[sources[e]] === kept ? [sources[e], targets[e]] : [targets[e], sources[e]];
    const known = members.get(other) ?? new Set();
    members.set(other, known.add(place[own]));
  }
  const pairs = [...members.values()].reduce((sum, set) => sum + (set.size * (set.size - 1)) / 2, 0);
  if (pairs > MOST_PAIRS)
    refuse(
      name,
      null,
      `two of a side may share at most ${MOST_PAIRS} ones in all (?mode=both keeps the ties)`,
      `${pairs}`,
    );
  const counts = new Map<number, number>();
  for (const set of members.values()) {
    const all = [...set].sort((a, b) => a - b);
    for (let a = 0; a < all.length; a++)
      for (let b = a + 1; b < all.length; b++) {
        const pair = all[a] * chosen.length + all[b];
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
  }
  const edges = edgeRows(true);
  for (const [pair, weight] of counts) edges.add(Math.floor(pair / chosen.length), pair % chosen.length, weight);
  return {
    ...draft,
    size: chosen.length,
    texts: draft.texts === null ? chosen.map(String) : chosen.map((i) => draft.texts![i]),
    sources: edges.sources(),
    targets: edges.targets(),
    weights: edges.weights(),
    count: edges.count,
    directions: null,
    directed: false,
    modes: undefined,
    attributes: pickedAll(draft.attributes, chosen),
    tieColumns: {},
    told: [
      ...draft.told,
      `${plural(count, "tie")} of two modes: ${mode} nodes are tied by how many ${mode === "left" ? "right" : "left"} ones they share`,
    ],
  };
}

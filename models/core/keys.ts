import { unknownName } from "./nearest.ts";
import { refuse } from "./resolve.ts";

/** The names of nodes: unique texts, in node order. */
export interface Keys {
  readonly size: number;
  key(i: number): string;
  /** The node with this name, or -1. */
  find(key: string): number;
  /** The names as an array, or null if they are 0, 1, 2, … */
  readonly texts: readonly string[] | null;
}

/** The names 0, 1, 2, … of generated nodes; needs no memory. */
export function numberKeys(size: number): Keys {
  return {
    size,
    key: String,
    find: (key) => (/^(0|[1-9]\d*)$/.test(key) && Number(key) < size ? Number(key) : -1),
    texts: null,
  };
}

/**
 * Keys from the given names. The index is built on the first `find`, which throws `RangeError` if a name is
 * repeated.
 */
export function textKeys(texts: readonly string[]): Keys {
  let index: Map<string, number> | undefined;
  function table(): Map<string, number> {
    if (index) return index;
    const made = new Map<string, number>();
    for (let i = 0; i < texts.length; i++) {
      if (made.has(texts[i])) throw new RangeError(`keys: every name must be unique, got ${texts[i]} twice`);
      made.set(texts[i], i);
    }
    return (index = made);
  }
  return { size: texts.length, key: (i) => texts[i], find: (key) => table().get(key) ?? -1, texts };
}

/** The nodes with these names. Throws one `RangeError` listing unknown keys, with the nearest known ones. */
export function indices(keys: Keys, wanted: readonly string[], who: string): number[] {
  refuse(keyFaults(keys, wanted).map((fault) => `${who}: ${fault}`));
  return wanted.map((key) => keys.find(key));
}

const MOST_FAULTS = 20;
const MOST_SUGGESTIONS = 5000; // enough names to suggest one from, never a whole large network

/** Which keys belong to no node, one line each with the nearest known key; at most 20 lines. */
export function keyFaults(keys: Keys, wanted: readonly string[]): string[] {
  const unknown = wanted.filter((key) => keys.find(key) < 0);
  if (unknown.length === 0) return [];
  const known = Array.from({ length: Math.min(keys.size, MOST_SUGGESTIONS) }, (_, i) => keys.key(i));
  const more = unknown.length > MOST_FAULTS ? [`${unknown.length - MOST_FAULTS} more are not nodes`] : [];
  return [...unknown.slice(0, MOST_FAULTS).map((key) => unknownName(key, "a node", known)), ...more];
}

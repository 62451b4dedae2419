import { unknownName } from "./nearest.ts";
import { refuse } from "./resolve.ts";

/** Names of nodes: text, unique, in node order. */
export interface Keys {
  readonly size: number;
  key(i: number): string;
  /** The node of that name, or -1. */
  find(key: string): number;
  /** The names as an array, or null where they are just 0, 1, 2, … */
  readonly texts: readonly string[] | null;
}

/** The names 0, 1, 2, … of generated nodes; takes no memory. */
export function numberKeys(size: number): Keys {
  return {
    size,
    key: String,
    find: (key) => (/^(0|[1-9]\d*)$/.test(key) && Number(key) < size ? Number(key) : -1),
    texts: null,
  };
}

/** Given names. The index is built on the first `find`, which throws `RangeError` if a name is repeated. */
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

/** The nodes of these names. Throws one `RangeError` naming the unknown keys and the nearest right ones. */
export function indices(keys: Keys, wanted: readonly string[], who: string): number[] {
  refuse(keyFaults(keys, wanted).map((fault) => `${who}: ${fault}`));
  return wanted.map((key) => keys.find(key));
}

const MOST_FAULTS = 20;
const MOST_SUGGESTIONS = 5000; // enough names to suggest one from, never a whole large network

/** Which keys are no node's, a line each with the nearest right one; at most 20 lines. */
export function keyFaults(keys: Keys, wanted: readonly string[]): string[] {
  const unknown = wanted.filter((key) => keys.find(key) < 0);
  if (unknown.length === 0) return [];
  const known = Array.from({ length: Math.min(keys.size, MOST_SUGGESTIONS) }, (_, i) => keys.key(i));
  const more = unknown.length > MOST_FAULTS ? [`${unknown.length - MOST_FAULTS} more are not nodes`] : [];
  return [...unknown.slice(0, MOST_FAULTS).map((key) => unknownName(key, "a node", known)), ...more];
}

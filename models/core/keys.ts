import { unknownName } from "./nearest.ts";

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

/** The nodes of these names. Throws one `RangeError` naming every unknown key and the nearest right one. */
export function indices(keys: Keys, wanted: readonly string[], who: string): number[] {
  const found = wanted.map((key) => keys.find(key));
  const faults = wanted.filter((_, at) => found[at] < 0).map((key) => `${who}: ${unknownName(key, "a node", sample(keys))}`);
  if (faults.length > 0) throw new RangeError(faults.slice(0, 20).join("\n"));
  return found;
}

/** Enough names to suggest one from, never a whole large network. */
function sample(keys: Keys): string[] {
  return Array.from({ length: Math.min(keys.size, 5000) }, (_, i) => keys.key(i));
}

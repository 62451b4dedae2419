import { type EdgeRows, edgeRows } from "../edge-rows.ts";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.0+)?$/;
const DECIMAL = /^-?(?:0|[1-9]\d*)\.0+$/;
const whole = (text: string): string => text.replace(/\.0+$/, "");

/** The names of a column without `.0`, where all are whole numbers and some have it; null otherwise. */
export function wholeNames(texts: readonly string[]): string[] | null {
  return texts.some((text) => DECIMAL.test(text)) && texts.every((text) => NUMBER.test(text)) ? texts.map(whole) : null;
}

/**
 * The names and edges of a list in which a column of ends was written as decimals, as pandas does where a cell is
 * missing: `1.0` is `1` there. Each of the two columns is looked at on its own. Null where neither is such; time
 * linear.
 */
export function wholeEnds(texts: readonly string[], edges: EdgeRows): { texts: string[]; edges: EdgeRows } | null {
  if (!texts.some((text) => DECIMAL.test(text))) return null;
  const [sources, targets, weights] = [edges.sources(), edges.targets(), edges.weights()];
  const fits = (ends: Uint32Array): boolean => {
    for (let e = 0; e < edges.count; e++) if (!NUMBER.test(texts[ends[e]])) return false;
    return true;
  };
  const [first, second] = [fits(sources), fits(targets)];
  if (!first && !second) return null;
  const places = new Map<string, number>();
  const place = (text: string): number => {
    const known = places.get(text);
    if (known === undefined) places.set(text, places.size);
    return known ?? places.size - 1;
  };
  const moved = edgeRows(weights !== null);
  const used = new Uint8Array(texts.length);
  for (let e = 0; e < edges.count; e++) {
    used[sources[e]] = used[targets[e]] = 1;
    const from = texts[sources[e]];
    const to = texts[targets[e]];
    const i = place(first ? whole(from) : from);
    moved.add(i, place(second ? whole(to) : to), weights?.[e] ?? 1);
  }
  texts.forEach((text, i) => {
    if (used[i] === 0) place(text);
  });
  return { texts: [...places.keys()], edges: moved };
}

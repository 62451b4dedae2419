import { type EdgeRows } from "../edge-rows.ts";

/** Names and edges of a list, by number of name. */
export interface Listed {
  texts: readonly string[];
  sources: Uint32Array;
  targets: Uint32Array;
  count: number;
}

/** A whole number as text, in its one way of writing it. */
export const WHOLE = /^(0|[1-9]\d{0,9})$/;

/**
 * The list without a first row such as `15233 58891` that is no edge but says how many people and rows follow, or
 * null where it has none: both numbers must be exactly those of the rest, which a real edge all but never meets.
 */
export function withoutSizeLine(texts: readonly string[], edges: EdgeRows): Listed | null {
  const { count } = edges;
  const [sources, targets] = [edges.sources(), edges.targets()];
  if (count < 2 || edges.weights() !== null) return null;
  const [people, rows] = [texts[sources[0]], texts[targets[0]]];
  if (!WHOLE.test(people) || !WHOLE.test(rows) || Number(rows) !== count - 1) return null;
  // Names in the order in which the rest has them, then those without ties.
  const order = new Int32Array(texts.length).fill(-1);
  const kept: string[] = [];
  const number = (i: number): number => {
    if (order[i] < 0) order[i] = kept.push(texts[i]) - 1;
    return order[i];
  };
  const rest: Listed = {
    texts: kept,
    sources: new Uint32Array(count - 1),
    targets: new Uint32Array(count - 1),
    count: count - 1,
  };
  for (let e = 1; e < count; e++) {
    rest.sources[e - 1] = number(sources[e]);
    rest.targets[e - 1] = number(targets[e]);
  }
  for (let i = 0; i < texts.length; i++) if (i !== sources[0] && i !== targets[0]) number(i);
  return kept.length === Number(people) ? rest : null;
}

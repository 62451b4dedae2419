import { type EdgeRows, edgeRows } from "../edge-rows.ts";
import { type Layout } from "./layout.ts";

/** A list whose first row may be a header. */
interface Settled {
  texts: string[];
  edges: EdgeRows;
  told: string[];
}

/**
 * The list once it is known whether its first row is a header. Where that was a guess and a name of it returns below,
 * it is a tie, and counts as the last one; its names come last too. Takes time linear in edges where there was a
 * guess.
 */
export function settledHeader(
  { guess, header, source, targets, told: own }: Layout,
  texts: string[],
  edges: EdgeRows,
  told: string[],
): Settled {
  if (!guess || !header) return { texts, edges, told };
  const ends = [header[source], header[targets[0]]];
  const places = ends.map((end) => texts.indexOf(end));
  if (places.every((place) => place < 0)) return { texts, edges, told };
  const [i, j] = ends.map((end) => {
    const known = texts.indexOf(end);
    return known >= 0 ? known : texts.push(end) - 1;
  });
  const more = edgeRows(edges.weights() !== null);
  const [sources, others, weights] = [edges.sources(), edges.targets(), edges.weights()];
  for (let e = 0; e < edges.count; e++) more.add(sources[e], others[e], weights?.[e] ?? 1);
  more.add(i, j, 1);
  return {
    texts,
    edges: more,
    told: told.filter((sentence) => !own.includes(sentence) || !sentence.includes("taken for a header")),
  };
}

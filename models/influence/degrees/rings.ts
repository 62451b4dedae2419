import { type Rows } from "../../core/index.ts";

/** The people at each distance from one person. The next search overwrites it. */
export interface Rings {
  /** People in the order found, the person first. */
  order: Uint32Array;
  /** The people at distance d are order[ends[d - 1]] up to order[ends[d]]. */
  ends: Uint32Array;
}

/**
 * A function that searches outward in the rows up to `distances` steps and reuses its memory. Time is linear in the
 * arcs visited.
 */
export function ringFinder({ offsets, targets }: Rows, distances: number): (source: number) => Rings {
  const size = offsets.length - 1;
  const met = new Uint32Array(size); // number of the search that last reached a node
  const rings: Rings = { order: new Uint32Array(size), ends: new Uint32Array(distances + 1) };
  const { order, ends } = rings;
  let search = 0;
  return (source) => {
    if (++search === 2 ** 32) {
      met.fill(0);
      search = 1;
    }
    order[0] = source;
    met[source] = search;
    let end = (ends[0] = 1);
    for (let d = 1, at = 0; d <= distances; d++) {
      for (const stop = end; at < stop; at++) {
        const i = order[at];
        for (let e = offsets[i]; e < offsets[i + 1]; e++) {
          const j = targets[e];
          if (met[j] === search) continue;
          met[j] = search;
          order[end++] = j;
        }
      }
      ends[d] = end;
    }
    return rings;
  };
}

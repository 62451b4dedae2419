import { type Network, network, type Sequence, shuffled, transpose } from "../../core/index.ts";

/**
 * The undirected network with about this share of its ties rewired, everyone keeping as many contacts:
 * ties are taken two by two, each at most once, and swap an end (Maslov & Sneppen 2002, Science 296:910);
 * two that would make a loop or a repeated tie stay. From one source, more rewired contains less.
 * Weights and attributes are left out. Time grows with ties, times the contacts of their ends where rewired.
 */
export function rewired({ size, out: { offsets, targets } }: Network, share: number, source: Sequence): Network {
  const rows = targets.slice();
  const ties: number[] = []; // the two ends of each, one after the other
  for (let u = 0; u < size; u++)
    for (let e = offsets[u]; e < offsets[u + 1]; e++) if (targets[e] > u) ties.push(u, targets[e]);
  const order = shuffled(
    Uint32Array.from({ length: ties.length / 2 }, (_, tie) => tie),
    source,
  );
  const tied = (u: number, v: number): boolean => {
    for (let e = offsets[u]; e < offsets[u + 1]; e++) if (rows[e] === v) return true;
    return false;
  };
  const turn = (u: number, from: number, to: number): void => {
    rows[rows.indexOf(from, offsets[u])] = to;
  };
  const pairs = Math.floor(Math.round(share * order.length) / 2);
  for (let pair = 0; pair < pairs; pair++) {
    const [a, b] = [2 * order[2 * pair], 2 * order[2 * pair + 1]];
    const [u, v] = [ties[a], ties[a + 1]];
    const side = source.below(2); // either tie may be read from either end
    const [x, y] = [ties[b + side], ties[b + 1 - side]];
    if (u === y || x === v || tied(u, y) || tied(x, v)) continue;
    turn(u, v, y);
    turn(v, u, x);
    turn(x, y, v);
    turn(y, x, u);
  }
  // its own transpose, but rising
  return network({ directed: false, out: transpose({ offsets, targets: rows, weights: null }) });
}

import { type Rows } from "../../core/index.ts";
import { distancesFrom, sweep } from "./breadth-first.ts";
import { type Components } from "./components.ts";

/**
 * Lower and upper limits of the diameter of the largest component (the first, in a tie); equal once the diameter is
 * known. Two double sweeps find a long path and its middle. Then nodes are searched from in order of falling
 * distance from that middle: once all nodes at distance d or more are done, no path can be longer than 2(d − 1)
 * (iFUB: Crescenzi et al. 2013, TCS 514:84). Stops before about `searches` searches, each linear in arcs. Most
 * networks with long paths are solved exactly soon; if all distances are about equal, the limits may stay apart.
 */
export function diameterOf(
  rows: Rows,
  { of, sizes, largest }: Components,
  searches = 256,
): readonly [low: number, high: number] {
  const component = sizes.indexOf(largest);
  let hub = of.indexOf(component);
  for (let i = hub; i < of.length; i++) if (of[i] === component && degree(rows, i) > degree(rows, hub)) hub = i;
  const first = doubleSweep(rows, hub);
  const second = doubleSweep(rows, first.middle);
  let low = Math.max(first.length, second.length);
  const { distance, order } = distancesFrom(rows, second.middle);
  let level = distance[order[order.length - 1]];
  let high = Math.min(2 * level, first.longest, second.longest);
  let end = order.length;
  let left = searches;
  while (low < high && left > 0) {
    let start = end;
    while (start > 0 && distance[order[start - 1]] === level) start--;
    const affordable = end - start <= left;
    const ring = order.subarray(start, affordable ? end : start + Math.min(left, 32)); // a few for the lower limit
    for (const far of sweep(rows, ring).farthest) low = Math.max(low, far);
    if (!affordable) break;
    left -= ring.length;
    level--;
    high = Math.max(low, Math.min(high, 2 * level));
    end = start;
  }
  return [low, high];
}

const degree = ({ offsets }: Rows, i: number): number => offsets[i + 1] - offsets[i];

/** A long path: its length, its middle, and an upper limit for all paths in the component. */
function doubleSweep(rows: Rows, start: number): { length: number; longest: number; middle: number } {
  const there = distancesFrom(rows, start);
  const back = distancesFrom(rows, there.order[there.order.length - 1]);
  let middle = back.order[back.order.length - 1];
  const length = back.distance[middle];
  const { offsets, targets } = rows;
  for (let steps = length; steps > length / 2; steps--) {
    let e = offsets[middle];
    while (back.distance[targets[e]] !== steps - 1) e++;
    middle = targets[e];
  }
  return { length, longest: 2 * there.distance[there.order[there.order.length - 1]], middle };
}

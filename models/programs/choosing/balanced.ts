import { degrees } from "../../networks/structure/degrees.ts";
import { costOf } from "./limits.ts";
import { type Asked } from "./question.ts";
import { type Choice, highest } from "./ranking.ts";

/**
 * From each community its share by size, and of those the ones with the most contacts. Shares are
 * rounded by largest remainder (Hamilton), equal remainders to the larger community, and go to
 * communities that have candidates left. In the order: whose community is furthest behind its share.
 */
export function balanced(asked: Asked, of: ArrayLike<number>): Choice {
  const { network, limits } = asked;
  const degree = degrees(network.out);
  const everybody = highest({ ...asked, limits: { ...limits, count: Infinity, budget: Infinity } }, degree).chosen;
  const queues = new Map<number, number[]>();
  for (const i of everybody) {
    const queue = queues.get(of[i]);
    if (queue) queue.push(i);
    else queues.set(of[i], [i]);
  }
  const groups = [...queues].map(([name, queue]) => ({ name, queue, taken: 0 }));
  groups.sort((a, b) => b.queue.length - a.queue.length || a.name - b.name);
  const quota = quotas(
    groups.map(({ queue }) => queue.length),
    Math.min(limits.count, everybody.length),
  );
  const chosen: number[] = [];
  let cost = 0;
  const take = (i: number): void => {
    if (cost + costOf(limits, i) > limits.budget) return;
    cost += costOf(limits, i);
    chosen.push(i);
  };
  // Rounds over communities: the j-th of a quota q stands at (j − ½)/q of the way, so that a short budget keeps the
  // balance.
  const places = groups.flatMap(({ queue }, g) =>
    queue.slice(0, quota[g]).map((i, j) => ({ i, g, at: (j + 0.5) / quota[g] })),
  );
  places.sort((a, b) => a.at - b.at || a.g - b.g);
  for (const { i } of places) take(i);
  return {
    chosen,
    tied: null,
    notes: [`${groups.length} communities, ${quota.filter((q) => q > 0).length} of them with somebody chosen`],
  };
}

/** Whole shares of `count` in proportion to sizes, which add up to count and exceed no size. */
export function quotas(sizes: readonly number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size * count) / total);
  const shares = exact.map((share, g) => Math.min(sizes[g], Math.floor(share)));
  const order = sizes
    .map((_, g) => g)
    .sort(
      (a, b) => exact[b] - Math.floor(exact[b]) - (exact[a] - Math.floor(exact[a])) || sizes[b] - sizes[a] || a - b,
    );
  let left = count - shares.reduce((sum, share) => sum + share, 0);
  for (const g of order) {
    if (left === 0) break;
    if (shares[g] === sizes[g]) continue;
    shares[g]++;
    left--;
  }
  return shares;
}

import { bestFirst } from "./best-first.ts";
import { costOf } from "./limits.ts";
import { bitWords, liveWorlds, type LiveWorlds } from "./live-worlds.ts";
import { type Asked } from "./question.ts";
import { type Choice } from "./ranking.ts";
import { type Spread } from "./spread.ts";

/** Worlds a candidate is tried in, unless told: fewer in large networks. */
const worldsFor = (candidates: number): number => Math.min(10_000, Math.max(100, Math.floor(1e7 / candidates)));

/** Arcs the first look at all candidates may follow, some minutes of work. */
const MOST_ARCS = 2e10;

/**
 * One after the other whoever adds the most worth reached, in the same worlds for all, looked at again
 * only when on top (Leskovec et al. 2007, KDD; laziness: Minoux 1978). Under a budget the better of
 * greedy by gain and greedy by gain over cost. What it finds in its worlds flatters it: judge it in
 * others. Throws `RangeError` where cascades are so large that it would take many minutes.
 */
export function greedy(asked: Asked, spread: Spread, { worlds: wanted }: { worlds?: number } = {}): Choice {
  const { network, limits, candidates, worth, seed } = asked;
  const count = wanted ?? worldsFor(candidates.length);
  const worlds = liveWorlds({ network, spread, worth, seed, stream: "choosing/greedy" });
  refuseLong(worlds, asked, count);
  const notes = [`gains are means of ${count} worlds`];
  const byGain = climb(asked, worlds, count, () => 1);
  if (limits.budget === Infinity) return { ...byGain, notes };
  const byRatio = climb(asked, worlds, count, (i) => costOf(limits, i));
  return { ...(byRatio.sum > byGain.sum ? byRatio : byGain), tied: null, notes };
}

/** Tries some candidates, spread over all, a world each, to see how much all of them would take. */
function refuseLong(worlds: LiveWorlds, { network, candidates }: Asked, count: number): void {
  const seen = new Int32Array(bitWords(network.size));
  let tries = 0;
  for (; tries < 1024 && worlds.looked() < 1e7; tries++) {
    const at = (tries * 619) % 1024; // in an order that leaves no stretch for the end
    worlds.reach(tries % count, candidates[Math.floor((at * candidates.length) / 1024)], seen, false);
  }
  const arcs = (worlds.looked() / tries) * candidates.length * count;
  if (arcs <= MOST_ARCS) return;
  const right = `must follow at most ${MOST_ARCS} arcs in ${count} worlds of ${candidates.length} candidates, would follow about ${Number(arcs.toPrecision(2))}`;
  throw new RangeError(`greedy: ${right}: choose by guaranteed, or fewer candidates`);
}

function climb(
  { network, limits, candidates, rank }: Asked,
  worlds: LiveWorlds,
  count: number,
  price: (i: number) => number,
): Omit<Choice, "notes"> & { sum: number } {
  const words = bitWords(network.size);
  const seen = Array.from({ length: count }, () => new Int32Array(words));
  const gains = new Map<number, { after: number; gain: number }>();
  const chosen: number[] = [];
  let cost = 0;
  let sum = 0;
  function gainOf(i: number): number {
    const known = gains.get(i);
    if (known?.after === chosen.length) return known.gain;
    let gain = 0;
    for (let world = 0; world < count; world++) gain += worlds.reach(world, i, seen[world], false);
    gains.set(i, { after: chosen.length, gain });
    return gain;
  }
  const worthOf = (i: number): number => gainOf(i) / price(i);
  const heap = bestFirst(rank);
  for (const i of candidates) heap.push(i, worthOf(i));
  let tied = 0;
  while (chosen.length < limits.count) {
    const i = heap.top(worthOf);
    if (i < 0) break;
    heap.pop();
    if (cost + costOf(limits, i) > limits.budget) continue;
    if (chosen.length === limits.count - 1) tied = equals(heap, worthOf, worthOf(i));
    sum += gainOf(i);
    for (let world = 0; world < count; world++) worlds.reach(world, i, seen[world], true);
    chosen.push(i);
    cost += costOf(limits, i);
  }
  return { chosen, tied, sum };
}

/** How many have just this key, the one taken from the top included; empties that part of the heap. */
function equals(heap: ReturnType<typeof bestFirst>, now: (i: number) => number, key: number): number {
  let count = 1;
  for (let i = heap.top(now); i >= 0 && now(i) === key; i = heap.top(now)) {
    heap.pop();
    count++;
  }
  return count;
}

import { bestFirst } from "../best-first.ts";
import { costOf, type Limits } from "../limits.ts";
import { type Listing } from "./listing.ts";

export interface Coverage {
  chosen: number[];
  /** Sets hit by the chosen. */
  covered: number;
  /** No choice within the limits hits more sets than this. */
  bound: number;
  cost: number;
  /** Candidates who would have added as much as the last one chosen, itself included; null under a budget. */
  tied: number | null;
}

export interface CoverJob {
  limits: Limits;
  /** Gain alone, or gain over cost. */
  by: "gain" | "ratio";
  /** Breaks ties: the lowest first, then the lowest index. */
  rank: (i: number) => number;
  /** 1 for those who may be chosen; null for all. */
  candidates: Uint8Array | null;
}

/**
 * Greedy choice of customers that together hit the most sets; who no longer fits the budget is passed
 * over. The bound is the least over all choices on the way of what they hit plus the most that others
 * could add to them (Tang, Tang, Xiao & Yuan 2018, section 5). Time: some passes over all
 * customers, and the members of the sets hit.
 */
export function cover(listing: Listing, { limits, by, rank, candidates }: CoverJob): Coverage {
  const { sets } = listing;
  const size = listing.counts.length;
  const gains = listing.counts.slice();
  const levels = levelsOf(gains);
  const done = new Uint8Array(sets.count);
  const first = by === "ratio" ? perCost(listing.counts, limits) : listing.counts;
  const atFirst = levels.slice();
  const worth = by === "ratio" ? (i: number) => gains[i] / costOf(limits, i) : (i: number) => gains[i];
  const heap = bestFirst(rank);
  const result: Coverage = { chosen: [], covered: 0, bound: Infinity, cost: 0, tied: null };
  let bar = Infinity; // whoever had at least this at first is in the heap

  function lowerBar(): void {
    const old = bar;
    const wanted = 2 * (Math.min(limits.count, size) - result.chosen.length) + 256;
    bar = by === "ratio" ? halved(first, old) : levelOf(atFirst, old, wanted);
    for (const i of between(first, bar, old)) if (candidates === null || candidates[i] !== 0) heap.push(i, worth(i));
  }

  function best(): number {
    for (;;) {
      const i = heap.top(worth);
      if ((i >= 0 && worth(i) >= bar) || bar === 0) return i;
      lowerBar();
    }
  }

  function take(i: number): void {
    result.chosen.push(i);
    result.cost += costOf(limits, i);
    result.covered += gains[i];
    strike(listing, i, done, gains, levels);
  }

  let most = levels.length - 1; // no gain is above it
  result.bound = boundAfter(result, gains, levels, most, limits);
  let nextLook = 1; // under a budget the bound takes many passes: looked at after 1, 2, 4, … choices
  while (result.chosen.length < limits.count) {
    const i = best();
    if (i < 0) break;
    heap.pop();
    if (result.cost + costOf(limits, i) > limits.budget) continue;
    if (limits.budget === Infinity && result.chosen.length === limits.count - 1)
      result.tied = equals(gains, gains[i], result.chosen, candidates);
    take(i);
    if (limits.budget < Infinity && result.chosen.length < nextLook) continue;
    nextLook *= 2;
    while (most > 0 && levels[most] === 0) most--;
    result.bound = Math.min(result.bound, boundAfter(result, gains, levels, most, limits));
  }
  return result;
}

/** Candidates not among the chosen whose gain is just this. */
function equals(gains: Int32Array, gain: number, chosen: readonly number[], candidates: Uint8Array | null): number {
  let count = 0;
  for (let i = 0; i < gains.length; i++) if (gains[i] === gain && (candidates === null || candidates[i] !== 0)) count++;
  for (const i of chosen) if (gains[i] === gain) count--;
  return count;
}

/** Strikes out the sets of customer i that are not done: one set fewer to gain for each of their members. */
function strike(
  { sets: { members, starts }, heads, links }: Listing,
  i: number,
  done: Uint8Array,
  gains: Int32Array,
  levels: Int32Array,
): void {
  for (let at = heads[i]; at >= 0; at = links[2 * at]) {
    const r = links[2 * at + 1];
    if (done[r] !== 0) continue;
    done[r] = 1;
    const stop = starts[r + 1];
    for (let k = starts[r]; k < stop; k++) {
      const gain = gains[members[k]];
      gains[members[k]] = gain - 1;
      levels[gain]--;
      levels[gain - 1]++;
    }
  }
}

/** How many customers have each gain, from 0 to the largest. */
function levelsOf(gains: Int32Array): Int32Array {
  let most = 0;
  for (let i = 0; i < gains.length; i++) if (gains[i] > most) most = gains[i];
  const levels = new Int32Array(most + 1);
  for (let i = 0; i < gains.length; i++) levels[gains[i]]++;
  return levels;
}

const perCost = (counts: Int32Array, limits: Limits): Float64Array =>
  Float64Array.from(counts, (count, i) => count / costOf(limits, i));

/** The gain below `old` from which on there are as many customers as wanted; 0 where there are fewer. */
function levelOf(levels: Int32Array, old: number, wanted: number): number {
  let bar = Math.min(old, levels.length);
  for (let more = 0; bar > 0 && more < wanted;) more += levels[--bar];
  return bar;
}

/** Half the largest key below `old`; 0 where all of those are 0. */
function halved(keys: Float64Array | Int32Array, old: number): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] >= old || keys[i] === 0) continue;
    best = Math.max(best, keys[i]);
    least = Math.min(least, keys[i]);
  }
  return best === 0 ? 0 : Math.max(best / 2, least);
}

/** Customers whose key is at least `bar` and below `old`. */
function between(keys: Float64Array | Int32Array, bar: number, old: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < keys.length; i++) if (keys[i] >= bar && keys[i] < old) found.push(i);
  return found;
}

/**
 * What is covered and the most that any choice within the limits could add, by gains that can only shrink; none is
 * above `best`.
 */
function boundAfter(
  { covered }: Coverage,
  gains: Int32Array,
  levels: Int32Array,
  best: number,
  limits: Limits,
): number {
  let left = limits.count;
  let sum = 0;
  for (let gain = best; gain > 0 && left > 0; gain--) {
    const many = Math.min(left, levels[gain]);
    sum += many * gain;
    left -= many;
  }
  return covered + (limits.budget < Infinity ? Math.min(sum, mostForBudget(gains, limits)) : sum);
}

/**
 * The most that customers within the budget could add, where parts of customers may be had: by the dual
 * Σ max(0, gain − price·cost) + price·budget, which no price can bring below the truth.
 */
function mostForBudget(gains: Int32Array, limits: Limits): number {
  const { budget } = limits;
  let low = 0;
  let high = 0;
  for (let i = 0; i < gains.length; i++) high = Math.max(high, gains[i] / costOf(limits, i));
  let best = Infinity;
  for (let round = 0; round < 30; round++) {
    const price = round === 0 ? 0 : (low + high) / 2;
    let sum = price * budget;
    let spent = 0;
    for (let i = 0; i < gains.length; i++) {
      const rest = gains[i] - price * costOf(limits, i);
      if (rest <= 0) continue;
      sum += rest;
      spent += costOf(limits, i);
    }
    best = Math.min(best, sum);
    if (spent > budget) low = price;
    else high = price;
  }
  return best;
}

import { type Network, streamKey } from "../../../core/index.ts";
import { type Spread } from "../spread.ts";
import { cascadeLaw } from "./cascade.ts";
import { type Desk, emptyDesk, type Law, longer, makeSets } from "./lanes.ts";
import { type Roots } from "./roots.ts";
import { thresholdLaw } from "./threshold.ts";

/**
 * Reverse-reachable sets: who would have reached a customer drawn in proportion to worth, in a world of
 * its own (Borgs et al. 2014). The share of sets that some customers hit, times all worth, is what they
 * reach in the mean. Each set is a function of the key and its number alone.
 */
export interface ReverseSets {
  /** Members of all sets in turn, candidates alone; those of the r-th made stand from starts[r] up to starts[r + 1]. */
  members: Int32Array;
  starts: Int32Array;
  /** Sets made so far: those numbered below this, in some order. */
  count: number;
  /** Makes sets until there are so many. */
  grow(count: number): void;
}

/** What it takes to make sets on a network under a law; made once for several collections. */
export interface Workshop {
  desk: Desk;
  law: Law;
}

export function workshop(network: Network, spread: Spread): Workshop {
  return {
    desk: emptyDesk(network),
    law: spread.rule === "cascade" ? cascadeLaw(network, spread) : thresholdLaw(network, spread),
  };
}

export interface ReverseJob {
  workshop: Workshop;
  roots: Roots;
  /** 1 for those who may be chosen; null for all. */
  candidates: Uint8Array | null;
  seed: string | number;
  /** Sets under different names are independent. */
  stream: string;
}

/** An empty collection that grows on demand. Takes 4 bytes a member and 4 a set. */
export function reverseSets({ workshop: { desk, law }, roots, candidates, seed, stream }: ReverseJob): ReverseSets {
  const key = streamKey(seed, stream);
  const sets: ReverseSets = { members: new Int32Array(1 << 16), starts: new Int32Array(1 << 12), count: 0, grow };

  function take(members: Int32Array, count: number): void {
    const end = sets.starts[sets.count];
    if (end + count > sets.members.length) sets.members = longer(sets.members, end + count);
    sets.starts[++sets.count] =
      candidates === null
        ? copied(members, count, sets.members, end)
        : chosen(members, count, sets.members, end, candidates);
  }
  function grow(count: number): void {
    if (count + 1 > sets.starts.length) sets.starts = longer(sets.starts, count + 1);
    makeSets(desk, law, { roots, key, next: sets.count, last: count, stops: null, take });
  }
  return sets;
}

/** Copies members and returns the end; a loop, since most sets are small. */
function copied(members: Int32Array, count: number, into: Int32Array, at: number): number {
  for (let k = 0; k < count; k++) into[at + k] = members[k];
  return at + count;
}

function chosen(members: Int32Array, count: number, into: Int32Array, at: number, candidates: Uint8Array): number {
  for (let k = 0; k < count; k++) if (candidates[members[k]] !== 0) into[at++] = members[k];
  return at;
}

/**
 * How many of the first `count` sets of a stream hold at least one of the chosen (1). The sets are not
 * kept, and each is made only until it meets one: large sets are met soonest.
 */
export function hits(
  { workshop: { desk, law }, roots, seed, stream }: Omit<ReverseJob, "candidates">,
  count: number,
  chosen: Uint8Array,
): number {
  let found = 0;
  const take = (_members: Int32Array, _count: number, stopped: boolean): void => {
    if (stopped) found++;
  };
  makeSets(desk, law, { roots, key: streamKey(seed, stream), next: 0, last: count, stops: chosen, take });
  return found;
}

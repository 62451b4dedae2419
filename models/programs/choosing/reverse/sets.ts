import { type Key, type Network, streamKey, word } from "../../../core/index.ts";
import { reverseCascade } from "./cascade.ts";
import { reverseThreshold } from "./threshold.ts";
import { rootAt, type Roots } from "./roots.ts";
import { type Spread } from "../spread.ts";

/**
 * Reverse-reachable sets: who would have reached a customer drawn in proportion to worth, in a world of
 * its own (Borgs et al. 2014). The share of sets that some customers hit, times all worth, is what they
 * reach in the mean. Set r is a function of the key and r alone, whoever makes it and when.
 */
export interface ReverseSets {
  /** Members of all sets in turn, candidates alone; those of set r stand from starts[r] up to starts[r + 1]. */
  members: Int32Array;
  starts: Int32Array;
  /** Sets made so far. */
  count: number;
  /** Makes sets until there are so many. */
  grow(count: number): void;
}

export interface ReverseJob {
  network: Network;
  spread: Spread;
  roots: Roots;
  /** 1 for those who may be chosen; null for all. */
  candidates: Uint8Array | null;
  seed: string | number;
  /** Sets under different names are independent. */
  stream: string;
}

/** An empty collection that grows on demand. Takes 4 bytes a member and 4 a set. */
export function reverseSets({ network, spread, roots, candidates, seed, stream }: ReverseJob): ReverseSets {
  const { size } = network;
  const marks = new Uint8Array(size);
  const gather = spread.rule === "cascade" ? reverseCascade(network, spread, marks) : reverseThreshold(network, spread, marks);
  const key = streamKey(seed, stream);
  const sets: ReverseSets = { members: new Int32Array(size + 1024), starts: new Int32Array(1024), count: 0, grow };

  /** Set r from place `at` on; returns the end. One set a call, so that the engine compiles it whole. */
  function make(members: Int32Array, at: number, r: number): number {
    const base = r << 2;
    const k0 = wordAt(key, base);
    const k1 = wordAt(key, base + 1);
    const k2 = wordAt(key, base + 2);
    const k3 = wordAt(key, base + 3);
    const root = rootAt(roots, fraction(word(k0, k1, k2, k3, 0), word(k0, k1, k2, k3, 1)));
    members[at] = root;
    marks[root] = 1;
    const end = gather(members, at, k0, k1, k2, k3);
    for (let k = at; k < end; k++) marks[members[k]] = 0;
    return candidates === null ? end : keepCandidates(members, at, end, candidates);
  }

  function grow(count: number): void {
    if (count + 1 > sets.starts.length) sets.starts = longer(sets.starts, count + 1);
    const { starts } = sets;
    let end = starts[sets.count];
    for (let r = sets.count; r < count; r++) {
      if (end + size > sets.members.length) sets.members = longer(sets.members, end + size);
      end = make(sets.members, end, r);
      starts[r + 1] = end;
    }
    sets.count = Math.max(sets.count, count);
  }
  return sets;
}

const wordAt = (key: Key, i: number): number => word(key[0], key[1], key[2], key[3], i);

/** A number on [0, 1) from 53 bits of two words. */
const fraction = (high: number, low: number): number => ((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53;

function keepCandidates(members: Int32Array, at: number, end: number, candidates: Uint8Array): number {
  let kept = at;
  for (let k = at; k < end; k++) if (candidates[members[k]] !== 0) members[kept++] = members[k];
  return kept;
}

/** A copy with room for `least` numbers, at least half as long again. */
function longer(words: Int32Array, least: number): Int32Array {
  const copy = new Int32Array(Math.max(least, words.length + (words.length >> 1)));
  copy.set(words);
  return copy;
}

/** How many sets hold at least one of the chosen. Reads all members once. */
export function hits({ members, starts, count }: ReverseSets, chosen: Uint8Array): number {
  let found = 0;
  for (let r = 0; r < count; r++) {
    const stop = starts[r + 1];
    let k = starts[r];
    while (k < stop && chosen[members[k]] === 0) k++;
    if (k < stop) found++;
  }
  return found;
}

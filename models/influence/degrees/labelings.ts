import { allocate, childKey, type Key, sequence } from "../../core/index.ts";
import { type Trait } from "./trait.ts";

/**
 * The observed labels and the shuffled ones, one bit each: bit b of `bits[i · words + w]` says whether node i has
 * the trait in labeling 32·w + b. Labeling 0 is the observed one; labeling k is the k-th shuffle. A last row of
 * zeros stands for no node.
 */
export interface Labelings {
  bits: Int32Array;
  words: number;
  count: number;
}

/** Memory for the observed labels and `permutations` shuffles; shared between threads if possible. */
export function emptyLabelings(size: number, permutations: number): Labelings {
  const count = permutations + 1;
  const words = Math.ceil(count / 32);
  return { bits: new Int32Array(allocate(4 * words * (size + 1))), words, count };
}

/**
 * Fills words `from` to `to`: within each block, as many labels as observed, on people drawn at random. Shuffle k
 * depends only on the key and k. Time is labels times shuffles.
 */
export function fillLabelings(
  { bits, words, count }: Labelings,
  { has, known, block, blocks }: Trait,
  key: Key,
  from = 0,
  to = words,
): void {
  const size = has.length;
  const { members, starts } = byBlock(known, block, blocks);
  const carriers = new Uint32Array(blocks);
  for (let i = 0; i < size; i++) carriers[block[i]] += has[i];
  const order = new Uint32Array(members.length);
  for (let w = from; w < to; w++) {
    const column = new Int32Array(size);
    for (let b = 0; b < 32 && 32 * w + b < count; b++) {
      const labeling = 32 * w + b;
      if (labeling === 0) for (let i = 0; i < size; i++) column[i] |= has[i];
      else shuffle(labeling, 1 << b, column);
    }
    for (let i = 0; i < size; i++) bits[i * words + w] = column[i];
  }

  /** Draws the carriers of each block without replacement (the first steps of Fisher & Yates). */
  function shuffle(labeling: number, bit: number, column: Int32Array): void {
    const source = sequence(childKey(key, labeling));
    order.set(members);
    for (let c = 0; c < blocks; c++) {
      const end = starts[c + 1];
      const stop = starts[c] + carriers[c];
      for (let at = starts[c]; at < stop; at++) {
        const pick = at + source.below(end - at);
        const drawn = order[pick];
        order[pick] = order[at];
        column[drawn] |= bit;
      }
    }
  }
}

/** The people whose trait is known, block after block. */
function byBlock(known: Uint8Array, block: Uint32Array, blocks: number): { members: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(blocks + 1);
  for (let i = 0; i < known.length; i++) starts[block[i] + 1] += known[i];
  for (let c = 0; c < blocks; c++) starts[c + 1] += starts[c];
  const next = starts.slice(0, blocks);
  const members = new Uint32Array(starts[blocks]);
  for (let i = 0; i < known.length; i++) if (known[i]) members[next[block[i]]++] = i;
  return { members, starts };
}

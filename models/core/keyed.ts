/**
 * The keyed generator: a draw is a function of a key and an index, so it belongs to something.
 * Asking again, in another order or from another thread gives the same answer.
 *
 * Three rounds of multiply and xor-shift, the key entering before each; the index is folded in
 * again at the end (Davies & Meyer), so that a stream is a random function and not a permutation.
 * Integer operations only: the same bits in every engine. The multipliers are those of Wellons'
 * `triple32` (nullprogram.com, 2018, public domain); the keying is ours.
 *
 * Keys come from `streamKey` and `childKey`. Keys made by hand that differ in one bit of their last
 * words give related draws: the key is mixed thoroughly only on the way to its children.
 *
 * Chosen by measuring. Nanoseconds in Node 20 and Chromium 143: a draw 2.4 and 2.5, of a pair 6.8
 * and 7.0, a child's key 14 and 18; Threefry-2x32-20 takes 17.5 and 23 a draw, Philox-2x32-10 25 and
 * 42. TestU01 1.2.3: SmallCrush passed bits forward and reversed in 19 orders of asking (arcs,
 * worlds, steps, arcs by steps, pairs, mirrored pairs, words of child keys, strides), 24 tests of
 * Crush on arcs in turn and on pairs. `test/core/keyed-quality.test.ts` repeats what is cheap, with
 * a false alarm of 1e-6 a test, and fails with a round less, a key word less or no folding in.
 */
export type Key = Int32Array; // four words

/** A whole number below 2^31 that belongs to `i` under the key; uniform. Costs about 3 ns. */
export function draw(k0: number, k1: number, k2: number, k3: number, i: number): number {
  return word(k0, k1, k2, k3, i) >>> 1;
}

/** The 32 bits behind `draw`, as a signed integer. */
export function word(k0: number, k1: number, k2: number, k3: number, i: number): number {
  let x = i ^ k0;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb) ^ k1;
  x = Math.imul(x ^ (x >>> 11), 0xac4c1b51) ^ k2;
  x = Math.imul(x ^ (x >>> 15), 0x31848bab) ^ k3;
  return x ^ (x >>> 14) ^ i;
}

/** One draw is worth this much of the unit interval. */
export const UNIT = 2 ** -31;

/** The uniform number on [0, 1) that belongs to `i`. */
export function uniform(key: Key, i: number): number {
  return draw(key[0], key[1], key[2], key[3], i) * UNIT;
}

/**
 * The uniform number on [0, 1) that belongs to the ordered pair (i, j); not that of (j, i).
 * The first index enters through a permutation, so no two rows of pairs share their draws, and at
 * three places: rows that agree after the first round still have two rounds to part.
 */
export function pairUniform(key: Key, i: number, j: number): number {
  const row = word(key[0], key[1], key[2], key[3], i) ^ i;
  return (
    draw(key[1] ^ row, (key[2] + Math.imul(row, 0x9e3779b1)) | 0, key[3] ^ (row << 16) ^ (row >>> 16), key[0], j) * UNIT
  );
}

/** A draw `d` succeeds with probability `p` iff d < limit(p); exact to 2^-31, sure at 0 and 1. */
export function limit(p: number): number {
  return Math.ceil(p * 2 ** 31);
}

/**
 * Writes the key of child `n` of `parent` into `child` (four words at `at`) and returns it.
 * World r of a stream is child r of the stream's key; step t of that world is its child t.
 * `n` is a whole number from 0 to 2^30 - 1; children of one parent never share an index.
 */
export function childKey(parent: Key, n: number, child: Key = new Int32Array(4)): Key {
  const [k0, k1, k2, k3] = parent;
  const base = Math.imul(n, 4);
  for (let j = 0; j < 4; j++) child[j] = word(k0, k1, k2, k3, base + j);
  return child;
}

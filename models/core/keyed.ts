/**
 * The keyed generator. A draw is a function of a key and an index, so it belongs to something: asking again, in
 * another order or from another thread, gives the same answer.
 *
 * Three rounds of multiply and xor-shift, with the key added before each. The index is added again at the end
 * (Davies & Meyer), so that a stream is a random function and not a permutation. Only integer operations are used,
 * so the bits are the same in every engine. The multipliers are those of Wellons' `triple32` (nullprogram.com,
 * 2018, public domain); the keying is ours.
 *
 * Keys come from `streamKey` and `childKey`. Handmade keys that differ in one bit of their last words give related
 * draws, because a key is mixed thoroughly only on the way to its children.
 *
 * Chosen by measurement. In nanoseconds, in Node 20 and Chromium 143: a draw takes 2.4 and 2.5, a draw of a pair
 * 6.8 and 7.0, a child's key 14 and 18. Threefry-2x32-20 takes 17.5 and 23 per draw, Philox-2x32-10 takes 25 and
 * 42. TestU01 1.2.3: SmallCrush passed on forward and reversed bits in 19 orders of asking (arcs, worlds, steps,
 * arcs by steps, pairs, mirrored pairs, words of child keys, strides), and 24 tests of Crush passed on consecutive
 * arcs and on pairs. `test/core/keyed-quality.test.ts` repeats the cheap tests, with a false-alarm rate of 1e-6
 * each, and fails with one round fewer, one key word fewer, or without the final addition of the index.
 */
export type Key = Int32Array; // four words

/** A uniform whole number below 2^31 that belongs to `i` under the key. Costs about 3 ns. */
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

/** The size of one draw on the unit interval. */
export const UNIT = 2 ** -31;

/** The uniform number on [0, 1) that belongs to `i`. */
export function uniform(key: Key, i: number): number {
  return draw(key[0], key[1], key[2], key[3], i) * UNIT;
}

/**
 * The uniform number on [0, 1) that belongs to the ordered pair (i, j); the pair (j, i) has another. The first
 * index enters through a permutation, so no two rows of pairs share their draws. It enters at three places, so rows
 * that agree after the first round still have two rounds to diverge.
 */
export function pairUniform(key: Key, i: number, j: number): number {
  const row = word(key[0], key[1], key[2], key[3], i) ^ i;
  return (
    draw(key[1] ^ row, (key[2] + Math.imul(row, 0x9e3779b1)) | 0, key[3] ^ (row << 16) ^ (row >>> 16), key[0], j) * UNIT
  );
}

/** A draw `d` succeeds with probability `p` if and only if d < limit(p); exact to 2^-31, and certain at 0 and 1. */
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

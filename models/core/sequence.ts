import { type Key } from "./keyed.ts";

/**
 * A stream read in order: the small fast counting generator sfc32 (Doty-Humphrey, PractRand),
 * started from a key. For what has no index of its own, such as the order of a queue.
 */
export interface Sequence {
  /** The next 32 bits as a signed integer. */
  word(): number;
  /** The next number on [0, 1), of 32 bits. */
  uniform(): number;
  /** A whole number from 0 to n - 1; two words each, so the bias is below n / 2^53. */
  below(n: number): number;
  /** The place reached: four words that `restore` takes back. */
  save(): number[];
  restore(words: readonly number[]): void;
}

export function sequence(key: Key): Sequence {
  let a = key[0] | 0;
  let b = key[1] | 0;
  let c = key[2] | 0;
  let counter = key[3] | 0;
  function word(): number {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result;
  }
  for (let k = 0; k < 12; k++) word(); // a key is not yet a mixed state
  return {
    word,
    uniform: () => (word() >>> 0) * 2 ** -32,
    below: (n) => Math.floor(((word() >>> 5) * 2 ** 26 + (word() >>> 6)) * 2 ** -53 * n),
    save: () => [a, b, c, counter],
    restore: (words) => {
      [a, b, c, counter] = words as [number, number, number, number];
    },
  };
}

/** The items in a random order, as a new array (Fisher & Yates, Durstenfeld 1964). */
export function shuffled(items: ArrayLike<number> & Iterable<number>, source: Sequence): number[] {
  const order = Array.from(items);
  for (let last = order.length - 1; last > 0; last--) {
    const pick = source.below(last + 1);
    const held = order[last];
    order[last] = order[pick];
    order[pick] = held;
  }
  return order;
}

/**
 * `count` distinct whole numbers below `n`, in the order drawn. The first k are the same whatever
 * the count, so a larger choice contains the smaller. Throws `RangeError` if count exceeds n.
 * Takes count draws on average while count is far below n, n·ln(n) at worst.
 */
export function distinct(count: number, n: number, source: Sequence): number[] {
  if (count > n) throw new RangeError(`distinct: count must be at most ${n}, got ${count}`);
  const seen = new Set<number>();
  while (seen.size < count) seen.add(source.below(n));
  return [...seen];
}

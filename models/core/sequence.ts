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

export const sequence = (key: Key): Sequence => new CountingGenerator(key);

/** A class because its methods are shared: with closures made anew each world a draw costs 2 to 3 times as much. */
class CountingGenerator implements Sequence {
  readonly #state: Int32Array;

  constructor(key: Key) {
    this.#state = Int32Array.from(key);
    for (let k = 0; k < 12; k++) this.word(); // a key is not yet a mixed state
  }

  word(): number {
    const state = this.#state;
    const b = state[1];
    const c = state[2];
    const counter = state[3];
    const result = (((state[0] + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + result) | 0;
    state[3] = (counter + 1) | 0;
    return result;
  }

  uniform(): number {
    return (this.word() >>> 0) * 2 ** -32;
  }

  below(n: number): number {
    return Math.floor(((this.word() >>> 5) * 2 ** 26 + (this.word() >>> 6)) * 2 ** -53 * n);
  }

  save(): number[] {
    return Array.from(this.#state);
  }

  restore(words: readonly number[]): void {
    this.#state.set(words);
  }
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

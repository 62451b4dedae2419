import { type Key } from "./keyed.ts";

/**
 * A stream read in order: the small fast counting generator sfc32 (Doty-Humphrey, PractRand), started from a key.
 * For draws without an index of their own, such as the order of a queue.
 */
export interface Sequence {
  /** The next 32 bits as a signed integer. */
  word(): number;
  /** The next number on [0, 1), of 32 bits. */
  uniform(): number;
  /** A whole number from 0 to n - 1. Takes two words, so the bias is below n / 2^53. */
  below(n: number): number;
  /** Fills the array with the next words: the same as one `word` per entry, at a third of the cost. */
  fill(words: Int32Array): void;
  /** The current position: four words that `restore` accepts. */
  save(): number[];
  restore(words: readonly number[]): void;
}

export const sequence = (key: Key): Sequence => new CountingGenerator(key);

/**
 * A class, because its methods are shared: with closures, made again for each world, a draw costs 2 to 3 times as
 * much.
 */
class CountingGenerator implements Sequence {
  readonly #state: Int32Array;

  constructor(key: Key) {
    this.#state = Int32Array.from(key);
    for (let k = 0; k < 12; k++) this.word(); // the words of a key are not well mixed yet
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

  fill(words: Int32Array): void {
    const state = this.#state;
    let a = state[0] | 0; // locals stay in registers, as whole numbers
    let b = state[1] | 0;
    let c = state[2] | 0;
    let counter = state[3] | 0;
    for (let k = 0; k < words.length; k++) {
      const result = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + result) | 0;
      counter = (counter + 1) | 0;
      words[k] = result;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  }

  uniform(): number {
    return (this.word() >>> 0) * 2 ** -32;
  }

  below(n: number): number {
    const high = this.word();
    return scaled(high, this.word(), n);
  }

  save(): number[] {
    return Array.from(this.#state);
  }

  restore(words: readonly number[]): void {
    this.#state.set(words);
  }
}

/** A whole number from 0 to n - 1, from 53 of the bits of two words. */
const scaled = (high: number, low: number, n: number): number =>
  Math.floor(((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53 * n);

/**
 * The items in random order, as a new array (Fisher & Yates, Durstenfeld 1964). Takes two words per item except
 * one.
 */
export function shuffled(items: ArrayLike<number> & Iterable<number>, source: Sequence): number[] {
  const order = Array.from(items);
  const words = new Int32Array(2 * Math.max(0, order.length - 1));
  source.fill(words);
  for (let last = order.length - 1, at = 0; last > 0; last--, at += 2) {
    const pick = scaled(words[at], words[at + 1], last + 1);
    const held = order[last];
    order[last] = order[pick];
    order[pick] = held;
  }
  return order;
}

/**
 * `count` distinct whole numbers below `n`, in the order drawn. The first k are the same for every count, so a
 * larger selection contains a smaller one. Throws `RangeError` if count exceeds n. Takes about count draws while
 * count is far below n, and n·ln(n) at worst.
 */
export function distinct(count: number, n: number, source: Sequence): number[] {
  if (count > n) throw new RangeError(`distinct: count must be at most ${n}, got ${count}`);
  const seen = new Set<number>();
  while (seen.size < count) seen.add(source.below(n));
  return [...seen];
}

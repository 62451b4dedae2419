import { expect, test } from "vitest";
import fc from "fast-check";
import { distinct, type Sequence, sequence, shuffled } from "../../models/core/index.ts";
import { band, chiSquare, chiSquareLimit } from "../support/bands.ts";

const key = Int32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);

/**
 * A sequence that hands out given picks, to work examples by hand; `fill` serves a shuffle of `picks.length + 1` items.
 */
function scripted(picks: readonly number[]): Sequence {
  let at = 0;
  const refuse = (): never => {
    throw new Error("not scripted");
  };
  const fill = (words: Int32Array): void =>
    picks.forEach((pick, k) => (words[2 * k] = Math.floor(((pick + 0.5) / (picks.length + 1 - k)) * 2 ** 27) << 5));
  return { below: () => picks[at++], fill, word: refuse, uniform: refuse, save: refuse, restore: refuse };
}

test("words are those of sfc32 in exact integers, twelve steps in", () => {
  const mask = 0xffffffffn;
  let [a, b, c, counter] = Array.from(key, (k) => BigInt(k >>> 0));
  const next = (): bigint => {
    const result = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + result) & mask;
    return result;
  };
  for (let k = 0; k < 12; k++) next();
  const own = sequence(key);
  for (let k = 0; k < 1000; k++) expect(own.word() >>> 0).toBe(Number(next()));
});

test("filling an array takes the same words as asking one by one, and goes on from there", () => {
  const [bulk, single] = [sequence(key), sequence(key)];
  for (const length of [3, 0, 1, 500]) {
    const words = new Int32Array(length);
    bulk.fill(words);
    expect(words).toEqual(Int32Array.from({ length }, () => single.word()));
  }
  expect(bulk.word()).toBe(single.word());
});

test("uniform and below read the same words", () => {
  const [words, reals, wholes] = [sequence(key), sequence(key), sequence(key)];
  for (let k = 0; k < 100; k++) expect(reals.uniform()).toBe((words.word() >>> 0) / 2 ** 32);
  const again = sequence(key);
  for (let k = 0; k < 100; k++) {
    const [high, low] = [again.word() >>> 5, again.word() >>> 6];
    expect(wholes.below(1000)).toBe(Math.floor(((high * 2 ** 26 + low) / 2 ** 53) * 1000));
  }
});

test("a sequence restored from JSON goes on as if it had never stopped, and the key stays as it was", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (before, after) => {
      const whole = sequence(key);
      for (let k = 0; k < before; k++) whole.word();
      const place = whole.save();
      const other = sequence(Int32Array.of(9, 9, 9, 9));
      other.restore(JSON.parse(JSON.stringify(place)) as number[]);
      for (let k = 0; k < after; k++) expect(other.word()).toBe(whole.word());
    }),
  );
  expect([...key]).toEqual([0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344]);
});

test("a whole number below n takes each value equally often, n = 1 included", () => {
  // 600,000 draws, false alarm 1e-6; catches a face at 1/6 + 0.4 % almost surely.
  const own = sequence(key);
  const faces = new Array<number>(6).fill(0);
  for (let k = 0; k < 600_000; k++) faces[own.below(6)]++;
  expect(chiSquare(faces, new Array<number>(6).fill(100_000))).toBeLessThan(chiSquareLimit(5));
  expect(Array.from({ length: 100 }, () => own.below(1))).toEqual(new Array(100).fill(0));
});

test("a shuffle is Durstenfeld's, worked by hand", () => {
  // From the end: 3 swaps with 0, then 2 with 2, then 1 with 0.
  expect(shuffled([10, 11, 12, 13], scripted([0, 2, 0]))).toEqual([11, 13, 12, 10]);
  expect(shuffled([], scripted([]))).toEqual([]);
});

test("all 24 orders of four are equally likely, and the items stay as they were", () => {
  // 240,000 shuffles, false alarm 1e-6.
  const own = sequence(key);
  const items = Uint32Array.of(0, 1, 2, 3);
  const seen = new Map<string, number>();
  for (let k = 0; k < 240_000; k++) {
    const order = shuffled(items, own).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(24);
  expect(chiSquare([...seen.values()], new Array<number>(24).fill(10_000))).toBeLessThan(chiSquareLimit(23));
  expect([...items]).toEqual([0, 1, 2, 3]);
});

test("distinct numbers are distinct, and a larger choice contains the smaller", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (n, wanted) => {
      const count = Math.min(n, wanted);
      const chosen = distinct(count, n, sequence(key));
      expect(new Set(chosen).size).toBe(count);
      expect(chosen.every((x) => Number.isInteger(x) && x >= 0 && x < n)).toBe(true);
      expect(distinct(n, n, sequence(key)).slice(0, count)).toEqual(chosen);
    }),
  );
  expect(() => distinct(4, 3, sequence(key))).toThrow("distinct: count must be at most 3, got 4");
});

test("each customer is equally likely to be among the chosen", () => {
  // 50,000 choices of 3 of 10: each is in with chance 0.3; ten bands share a false alarm of 1e-6.
  const own = sequence(key);
  const times = new Array<number>(10).fill(0);
  for (let k = 0; k < 50_000; k++) for (const i of distinct(3, 10, own)) times[i]++;
  const [low, high] = band(50_000, 0.3, 1e-7);
  for (const count of times) {
    expect(count).toBeGreaterThanOrEqual(low);
    expect(count).toBeLessThanOrEqual(high);
  }
});

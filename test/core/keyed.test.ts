import { expect, test } from "vitest";
import fc from "fast-check";
import { childKey, draw, type Key, limit, pairUniform, uniform, UNIT, word } from "../../models/core/index.ts";

const words = fc
  .tuple(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.nat(0xffffffff), fc.nat(0xffffffff))
  .map((k) => Int32Array.from(k));
const index = fc.nat(0x7fffffff);

/** The same function in exact integers, written apart from the original. */
function exactWord(key: Key, i: number): bigint {
  const mask = 0xffffffffn;
  const unsigned = (x: number): bigint => BigInt(x >>> 0);
  let x = unsigned(i) ^ unsigned(key[0]);
  x = (((x ^ (x >> 17n)) * 0xed5ad4bbn) & mask) ^ unsigned(key[1]);
  x = (((x ^ (x >> 11n)) * 0xac4c1b51n) & mask) ^ unsigned(key[2]);
  x = (((x ^ (x >> 15n)) * 0x31848babn) & mask) ^ unsigned(key[3]);
  return x ^ (x >> 14n) ^ unsigned(i);
}

test("a word equals the same steps in exact integers", () => {
  fc.assert(
    fc.property(words, index, (key, i) => {
      expect(word(key[0], key[1], key[2], key[3], i) >>> 0).toBe(Number(exactWord(key, i)));
      expect(draw(key[0], key[1], key[2], key[3], i)).toBe(Number(exactWord(key, i) >> 1n));
      expect(uniform(key, i)).toBe(Number(exactWord(key, i) >> 1n) / 2 ** 31);
    }),
  );
});

test("a child's key is four draws of its parent that no other child has", () => {
  fc.assert(
    fc.property(words, fc.nat(2 ** 30 - 1), (key, n) => {
      const child = childKey(key, n);
      expect([...child]).toEqual([0, 1, 2, 3].map((j) => Number(BigInt.asIntN(32, exactWord(key, 4 * n + j)))));
      const held = new Int32Array(4);
      expect(childKey(key, n, held)).toBe(held);
      expect(held).toEqual(child);
    }),
  );
});

test("a draw succeeds below the limit exactly where its uniform number lies below p", () => {
  expect(limit(0)).toBe(0);
  expect(limit(1)).toBe(2 ** 31);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), index, (p, d) => {
      expect(d < limit(p)).toBe(d * UNIT < p);
      const near = Math.min(2 ** 31 - 1, Math.max(0, limit(p) - 1));
      expect(near < limit(p)).toBe(near * UNIT < p);
    }),
  );
});

test("every number lies on [0, 1), and 1 is out of reach", () => {
  expect((2 ** 31 - 1) * UNIT).toBeLessThan(1);
  fc.assert(
    fc.property(words, index, index, (key, i, j) => {
      for (const u of [uniform(key, i), pairUniform(key, i, j)])
        expect(u >= 0 && u < 1 && Number.isInteger(u / UNIT)).toBe(true);
    }),
  );
});

test("draws depend on key and index alone", () => {
  const key = Int32Array.of(1, -2, 3, -4);
  const forward = Array.from({ length: 100 }, (_, i) => uniform(key, i));
  const backward = Array.from({ length: 100 }, (_, i) => uniform(key, 99 - i)).reverse();
  expect(backward).toEqual(forward);
  expect([...key]).toEqual([1, -2, 3, -4]);
});

test("the first draws of a key stay what they were", () => {
  // Golden: every published number rests on these bits.
  const key = Int32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
  const child = childKey(key, 7);
  expect([0, 1, 2, 1e9].map((i) => draw(key[0], key[1], key[2], key[3], i))).toEqual([
    511483810, 1389386496, 297530608, 606721692,
  ]);
  expect([...child]).toEqual([-1331157326, 1346450971, -479452003, 1625623164]);
  expect([pairUniform(key, 0, 1), pairUniform(key, 1, 0), pairUniform(child, 33, 5)]).toEqual([
    0.9976403778418899, 0.3804343920201063, 0.6252030255272985,
  ]);
});

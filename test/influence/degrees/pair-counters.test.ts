import fc from "fast-check";
import { expect, test } from "vitest";
import { pairCounters } from "../../../models/influence/degrees/pair-counters.ts";

test("bits added side by side are the counts one by one", () => {
  const size = 9;
  const job = fc.record({
    count: fc.integer({ min: 1, max: 70 }),
    bits: fc.array(fc.integer(), { minLength: size * 3, maxLength: size * 3 }),
    lists: fc.array(fc.tuple(fc.nat(size - 1), fc.array(fc.nat(size - 1), { maxLength: 40 })), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(job, ({ count, bits: words, lists }) => {
      const wide = Math.ceil(count / 32);
      const bits = Int32Array.from({ length: (size + 1) * wide }, (_, k) => (k < size * wide ? words[k] : 0));
      const counters = pairCounters({ bits, words: wide, count });
      const bit = (i: number, k: number): number => (bits[i * wide + (k >> 5)] >>> (k & 31)) & 1;
      const expected = new Float64Array(count);
      for (const [ego, list] of lists) {
        counters.add(ego, Uint32Array.from([...list, ...new Array<number>(8).fill(3)]), 0, list.length);
        for (const j of list) for (let k = 0; k < count; k++) expected[k] += bit(ego, k) & bit(j, k);
      }
      expect(counters.totals()).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test("counts beyond sixteen million do not overflow", () => {
  const counters = pairCounters({ bits: Int32Array.of(-1, 5, 0), words: 1, count: 3 });
  const list = new Uint32Array(80_008).fill(1);
  for (let round = 0; round < 250; round++) counters.add(0, list, 0, 80_000);
  expect([...counters.totals()]).toEqual([20_000_000, 0, 20_000_000]);
});

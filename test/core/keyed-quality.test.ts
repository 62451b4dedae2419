import { expect, test } from "vitest";
import { childKey, draw, type Key, pairUniform, streamKey, UNIT, uniform, word } from "../../models/core/index.ts";
import { chiSquare, chiSquareLimit, normalTails } from "../support/bands.ts";

/**
 * Is the keyed generator as good as chance in the orders in which models ask it? Every test has a
 * false alarm of 1e-6, shared between its parts. The seeds are any; a failure is a fault.
 */
const ALARM = 1e-6;
const parent = streamKey(1, "quality");
const own = childKey(parent, 0);

/** Orders of asking: the n-th number that a model in that situation would see. */
const orders: Record<string, (n: number) => number> = {
  "consecutive arcs of one world": (n) => of(own, n),
  "one arc in consecutive worlds": inChildren(parent, 1, 17),
  "four arcs in consecutive worlds": inChildren(parent, 4, 0),
  "one arc in consecutive steps": inChildren(own, 1, 5),
  "sixty-four arcs step by step": inChildren(own, 64, 0),
  "two streams arc by arc": alternating(parent, streamKey(1, "qualitz")),
  "two seeds arc by arc": alternating(parent, streamKey(2, "quality")),
  "arcs in strides of 2^16": (n) => of(own, (n << 16) | (n >>> 16)),
  "bits counted backwards": (n) => of(own, reversed(n)),
  "an empty key": (n) => draw(0, 0, 0, 0, n),
  "pairs row by row": (n) => pairUniform(own, n >>> 8, n & 255) * 2 ** 31,
  "pairs column by column": (n) => pairUniform(own, n & 255, n >>> 8) * 2 ** 31,
  "pairs and their mirrors": (n) =>
    (n & 1 ? pairUniform(own, n >>> 9, 999 + ((n >>> 1) & 255)) : pairUniform(own, 999 + ((n >>> 1) & 255), n >>> 9)) *
    2 ** 31,
};

const of = (key: Key, i: number): number => draw(key[0], key[1], key[2], key[3], i);
function inChildren(key: Key, width: number, from: number): (n: number) => number {
  const child = new Int32Array(4);
  return (n) => of(childKey(key, Math.floor(n / width), child), from + (n % width));
}
function alternating(one: Key, other: Key): (n: number) => number {
  const keys = [childKey(one, 0), childKey(other, 0)];
  return (n) => of(keys[n & 1], n >>> 1);
}
function reversed(n: number): number {
  let result = 0;
  for (let bit = 0; bit < 32; bit++) result |= ((n >>> bit) & 1) << (31 - bit);
  return result;
}

const SIZE = 2 ** 18;
function drawn(at: (n: number) => number): Int32Array {
  return Int32Array.from({ length: SIZE }, (_, n) => at(n));
}

for (const [order, at] of Object.entries(orders)) {
  test(`${order}: numbers, their bits and their neighbours are as chance has them`, () => {
    // 262,144 draws; eight statistics share the alarm. A correlation of 0.01 between neighbours,
    // a bit that is 1 in 50.5 % of draws, or a value 12 % too frequent among 256 would show.
    const draws = drawn(at);
    const share = ALARM / 8;
    expect(
      uneven(draws, (d) => d >>> 23, 256),
      "top bits",
    ).toBeLessThan(chiSquareLimit(255, share));
    expect(
      uneven(draws, (d) => d & 255, 256),
      "lowest bits",
    ).toBeLessThan(chiSquareLimit(255, share));
    expect(
      uneven(draws, (d, n) => ((d >>> 27) << 4) | (draws[(n + 1) % SIZE] >>> 27), 256, 2),
      "pairs in sequence",
    ).toBeLessThan(chiSquareLimit(255, share));
    for (const lag of [1, 2, 64])
      expect(normalTails(Math.abs(correlation(draws, lag)) * Math.sqrt(SIZE - lag)), `lag ${lag}`).toBeGreaterThan(
        share,
      );
    expect(biasedBit(draws) * 31, "bits").toBeGreaterThan(share);
    expect(normalTails(Math.abs(runs(draws))), "runs").toBeGreaterThan(share);
  });
}

/** Chi-square of the cells against even use; `every` draws are looked at once. */
function uneven(draws: Int32Array, cell: (d: number, n: number) => number, cells: number, every = 1): number {
  const counts = new Array<number>(cells).fill(0);
  for (let n = 0; n < draws.length; n += every) counts[cell(draws[n], n)]++;
  return chiSquare(counts, new Array<number>(cells).fill(draws.length / every / cells));
}

/** Correlation of draws `lag` apart around the known mean and variance: normal with variance 1 / pairs. */
function correlation(draws: Int32Array, lag: number): number {
  let sum = 0;
  for (let n = lag; n < draws.length; n++) sum += (draws[n] * UNIT - 0.5) * (draws[n - lag] * UNIT - 0.5);
  return (12 * sum) / (draws.length - lag);
}

/** The smallest chance, over the 31 bits, of a bit as far from one half as seen. */
function biasedBit(draws: Int32Array): number {
  let least = 1;
  for (let bit = 0; bit < 31; bit++) {
    let ones = 0;
    for (const d of draws) ones += (d >>> bit) & 1;
    least = Math.min(least, normalTails(Math.abs(2 * ones - SIZE) / Math.sqrt(SIZE)));
  }
  return least;
}

/** Wald & Wolfowitz: standardised number of runs above and below one half, each step a fair coin. */
function runs(draws: Int32Array): number {
  let changes = 0;
  for (let n = 1; n < draws.length; n++) changes += (draws[n] ^ draws[n - 1]) >>> 30;
  return (2 * changes - (SIZE - 1)) / Math.sqrt(SIZE - 1);
}

test("draws of 31 bits coincide as often as those of a random function, not never as in a permutation", () => {
  // Repeats among 2^20 draws of 2^31: near 256, Poisson. False alarm 1e-6 over all orders.
  // A permutation of 32 bits cut to 31 gives half of them, one of 31 bits none.
  const count = 2 ** 20;
  const expected = (count * (count - 1)) / 2 / 2 ** 31;
  const few = ["consecutive arcs of one world", "sixty-four arcs step by step", "pairs row by row"];
  for (const order of few) {
    const draws = Int32Array.from({ length: count }, (_, n) => orders[order](n)).sort();
    let repeats = 0;
    for (let n = 1; n < count; n++) if (draws[n] === draws[n - 1]) repeats++;
    expect(Math.abs(repeats - expected) / Math.sqrt(expected), order).toBeLessThan(5.3);
  }
});

/** Flips one bit of an input in `samples` random settings: the least chance of any output bit's flips. */
function avalanche(bits: number, samples: number, flipped: (sample: number, bit: number) => number): number {
  let least = 1;
  for (let bit = 0; bit < bits; bit++) {
    const flips = new Array<number>(31).fill(0);
    for (let sample = 0; sample < samples; sample++) {
      const difference = flipped(sample, bit);
      for (let out = 0; out < 31; out++) flips[out] += (difference >>> out) & 1;
    }
    for (const count of flips) least = Math.min(least, normalTails(Math.abs(2 * count - samples) / Math.sqrt(samples)));
  }
  return least * bits * 31;
}

test("one bit of the index flips each bit of the draw in half of the worlds", () => {
  // 32 × 31 pairs of bits, 20,000 worlds each: a flip in 52.2 % of worlds would show.
  const key = new Int32Array(4);
  expect(avalanche(32, 20_000, (r, bit) => of(childKey(parent, r, key), r) ^ of(key, r ^ (1 << bit)))).toBeGreaterThan(
    ALARM,
  );
});

test("one bit of a stream's key flips each bit of its worlds' draws in half of the cases", () => {
  // 128 × 31 pairs of bits, 5,000 keys each. Keys never differ so little: this is the worst case.
  const [key, near, a, b] = [0, 1, 2, 3].map(() => new Int32Array(4));
  const flipped = (sample: number, bit: number): number => {
    childKey(parent, sample, key);
    near.set(key);
    near[bit >>> 5] ^= 1 << (bit & 31);
    return of(childKey(key, 3, a), sample) ^ of(childKey(near, 3, b), sample);
  };
  expect(avalanche(128, 5_000, flipped)).toBeGreaterThan(ALARM);
});

test("one bit of the world's number, or of either end of a pair, flips each bit of the draw in half of the cases", () => {
  const [a, b] = [new Int32Array(4), new Int32Array(4)];
  const world = (r: number, bit: number): number =>
    of(childKey(parent, r, a), 9) ^ of(childKey(parent, r ^ (1 << bit), b), 9);
  expect(avalanche(30, 20_000, world)).toBeGreaterThan(ALARM);
  const pair = (key: Key, i: number, j: number): number => pairUniform(key, i, j) * 2 ** 31;
  expect(
    avalanche(31, 10_000, (r, bit) => pair(childKey(parent, r, a), r, 5) ^ pair(a, r ^ (1 << bit), 5)),
  ).toBeGreaterThan(ALARM);
  expect(
    avalanche(31, 10_000, (r, bit) => pair(childKey(parent, r, a), 5, r) ^ pair(a, 5, r ^ (1 << bit))),
  ).toBeGreaterThan(ALARM);
});

test("neighbouring worlds, steps, streams and mirrored pairs do not move together", () => {
  // Correlations over 200,000 pairs of numbers: 0.011 would show. False alarm 1e-6 shared by all.
  const [here, there] = [0, 1].map((r) => childKey(parent, r));
  const [first, second] = [1, 2].map((t) => childKey(here, t));
  const other = childKey(streamKey(1, "another"), 0);
  const pairs: Record<string, (n: number) => [number, number]> = {
    worlds: (n) => [uniform(here, n), uniform(there, n)],
    steps: (n) => [uniform(first, n), uniform(second, n)],
    "world and its step": (n) => [uniform(here, n), uniform(first, n)],
    streams: (n) => [uniform(here, n), uniform(other, n)],
    mirrors: (n) => [pairUniform(here, n >>> 9, 1000 + (n & 511)), pairUniform(here, 1000 + (n & 511), n >>> 9)],
    "pair and node": (n) => [pairUniform(here, n & 511, n >>> 9), uniform(here, n >>> 9)],
    "rows of pairs": (n) => [pairUniform(here, n & 511, n >>> 9), pairUniform(here, (n & 511) + 1, n >>> 9)],
  };
  for (const [name, at] of Object.entries(pairs)) {
    let sum = 0;
    for (let n = 0; n < 200_000; n++) {
      const [u, v] = at(n);
      sum += (u - 0.5) * (v - 0.5);
    }
    expect(normalTails(Math.abs(12 * sum) / Math.sqrt(200_000)), name).toBeGreaterThan(
      ALARM / Object.keys(pairs).length,
    );
  }
});

test("rows of pairs whose permuted first indices nearly agree part all the same", () => {
  // Where the permuted indices of i and i' differ by d, (i, j) and (i', j ^ d) meet after one round;
  // were there one round left, not two, their difference would take few values. Some 7,000 couples
  // of rows have d below 2^12; of each, 64 differences cut to a byte, and how many of them agree.
  const size = 2 ** 17;
  const permuted = Float64Array.from({ length: size }, (_, i) => (word(own[0], own[1], own[2], own[3], i) ^ i) >>> 0);
  const rows = Array.from({ length: size }, (_, i) => i).sort((a, b) => permuted[a] - permuted[b]);
  let [agree, couples] = [0, 0];
  for (let at = 1; at < size; at++) {
    const [i, other] = [rows[at - 1], rows[at]];
    const apart = permuted[i] ^ permuted[other];
    if (apart >>> 12 !== 0) continue;
    couples++;
    const seen = new Uint8Array(256);
    for (let j = 0; j < 64; j++) {
      const difference = (pairUniform(own, i, j) - pairUniform(own, other, j ^ apart) + 1) % 1;
      agree += seen[Math.floor(256 * difference)]++;
    }
  }
  const pairs = (couples * 64 * 63) / 2;
  expect(couples).toBeGreaterThan(5_000);
  expect(normalTails(Math.abs(agree - pairs / 256) / Math.sqrt((pairs / 256) * (255 / 256)))).toBeGreaterThan(ALARM);
});

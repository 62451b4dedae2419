import { type Rows } from "../../core/index.ts";
import { type Labelings } from "./labelings.ts";
import { pairCounters } from "./pair-counters.ts";
import { ringFinder } from "./rings.ts";
import { type Trait } from "./trait.ts";

/** The egos whose surroundings are counted, and up to which distance. */
export interface CountingPlan {
  /** The arcs from ego to those who can influence it. */
  rows: Rows;
  distances: number;
  /** The egos, rising. */
  egos: Uint32Array;
  /** True if every pair is found from both ends, so that half of them are enough. */
  half: boolean;
}

/** The counts of one stretch of egos; whole numbers, so the order of addition never matters. */
export interface Counted {
  /** For each distance and labeling, the number of pairs of two carriers. */
  both: Float64Array[];
  /** For each distance and node, the number of egos at that distance from it. */
  egosOf: Uint32Array[];
  /** For each distance, Σ z² and Σ x·z² over egos: z carriers at that distance, x whether ego is one. */
  squares: Float64Array;
  carrierSquares: Float64Array;
  /** For each distance, Σ of squared ring sizes. */
  pairSquares: Float64Array;
  /** For each distance and ego, the expected pairs of two carriers under shuffling within blocks. */
  expected: Float64Array[];
}

/** The chance that both of two people have the trait when labels are shuffled within blocks. */
export interface BlockChances {
  /** Share of carriers in each block. */
  share: Float64Array;
  /** Chance for two people of the same block. */
  pair: Float64Array;
}

export function blockChances({ has, known, block, blocks }: Trait): BlockChances {
  const people = new Float64Array(blocks);
  const carriers = new Float64Array(blocks);
  for (let i = 0; i < has.length; i++) {
    people[block[i]] += known[i];
    carriers[block[i]] += has[i];
  }
  return {
    share: carriers.map((n, b) => n / people[b]),
    pair: carriers.map((n, b) => (people[b] > 1 ? (n * (n - 1)) / (people[b] * (people[b] - 1)) : 0)),
  };
}

/** Counts for egos `from` to `to` of the plan. Time is pairs visited times words of labelings. */
export function countEgos(
  { rows, distances, egos, half }: CountingPlan,
  trait: Trait,
  labelings: Labelings,
  from: number,
  to: number,
): Counted {
  const { has, known, block, blocks } = trait;
  const size = has.length;
  const chances = blocks > 1 ? blockChances(trait) : null;
  const each = <T>(make: (d: number) => T): T[] => Array.from({ length: distances }, (_, d) => make(d));
  const counters = each(() => pairCounters(labelings));
  const egosOf = each(() => new Uint32Array(size));
  const expected = each(() => new Float64Array(chances ? to - from : 0));
  const squares = new Float64Array(distances);
  const carrierSquares = new Float64Array(distances);
  const pairSquares = new Float64Array(distances);
  const ringsOf = ringFinder(rows, distances);
  const list = new Uint32Array(size + 8);

  for (let at = from; at < to; at++) {
    const ego = egos[at];
    const { order, ends } = ringsOf(ego);
    for (let d = 0; d < distances; d++) {
      let alters = 0;
      let carriers = 0;
      let kept = 0;
      const of = egosOf[d];
      for (let k = ends[d]; k < ends[d + 1]; k++) {
        const j = order[k];
        if (known[j] === 0) continue;
        alters++;
        carriers += has[j];
        if (!half) of[j]++;
        if (!half || j > ego) list[kept++] = j;
      }
      if (half) of[ego] = alters;
      squares[d] += carriers * carriers;
      carrierSquares[d] += has[ego] * carriers * carriers;
      pairSquares[d] += alters * alters;
      if (chances) expected[d][at - from] = expectedOf(chances, block, ego, list, kept);
      counters[d].add(ego, list, 0, kept);
    }
  }
  return { both: counters.map((counter) => counter.totals()), egosOf, squares, carrierSquares, pairSquares, expected };
}

function expectedOf(
  { share, pair }: BlockChances,
  block: Uint32Array,
  ego: number,
  list: Uint32Array,
  count: number,
): number {
  const own = block[ego];
  let same = 0;
  let others = 0;
  for (let k = 0; k < count; k++) {
    const other = block[list[k]];
    if (other === own) same++;
    else others += share[other];
  }
  return same * pair[own] + others * share[own];
}

/** The counts of two stretches together, in their order. */
export function joined(a: Counted, b: Counted): Counted {
  const plus = <A extends Float64Array | Uint32Array>(x: A, y: A): A => {
    for (let k = 0; k < x.length; k++) x[k] += y[k];
    return x;
  };
  return {
    both: a.both.map((column, d) => plus(column, b.both[d])),
    egosOf: a.egosOf.map((column, d) => plus(column, b.egosOf[d])),
    squares: plus(a.squares, b.squares),
    carrierSquares: plus(a.carrierSquares, b.carrierSquares),
    pairSquares: plus(a.pairSquares, b.pairSquares),
    expected: a.expected.map((column, d) => Float64Array.from([...column, ...b.expected[d]])),
  };
}

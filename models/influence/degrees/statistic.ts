import { type Network, streamKey } from "../../core/index.ts";
import { blockChances, type Counted, countEgos, joined, type CountingPlan } from "./counting.ts";
import { emptyLabelings, fillLabelings, type Labelings } from "./labelings.ts";
import { planEgos } from "./plan.ts";
import { type Trait } from "./trait.ts";

/** How the trait of people at one distance relates to a person's own. NaN means that a value does not exist. */
export interface Degree {
  distance: number;
  /** Ordered pairs at this distance with both traits known; an estimate if egos are sampled. */
  pairs: number;
  /** Share of pairs whose ego has the trait among those whose alter has it; NaN without such pairs. */
  observed: number;
  /** The same share under shuffling, as a ratio of means: (n1 − 1)/(n − 1) on every network without blocks. */
  expected: number;
  /** observed / expected − 1. */
  excess: number;
  /** Limits of the shuffled share: 2.5 % of the shuffles lie below `low` and 2.5 % above `high`. */
  low: number;
  high: number;
  /** The same limits as an excess. */
  excessLow: number;
  excessHigh: number;
  /** (b + 1)/(m + 1), where b of m shuffles are at least as far from `expected` as the observed share. */
  p: number;
  /** m, the number of shuffles in which the share exists. */
  permutations: number;
  /** Standard error of `observed` as an estimate of the share over all egos; 0 if all were visited. */
  stderr: number;
  /** Standard error of `pairs`; 0 if all egos were visited. */
  pairsStderr: number;
}

export interface Degrees {
  trait: string;
  /** Share of people with the trait among those whose trait is known. */
  prevalence: number;
  /** People whose trait (and block) is known. */
  nodes: number;
  /** Number of people whose trait or block is unknown. */
  unknown: number;
  /** Number of people whose surroundings were visited. */
  egos: number;
  /** The largest distance at which this and all shorter distances lie above their bands; 0 if there is none. */
  influence: number;
  degrees: Degree[];
}

export interface DegreesOptions {
  /** Default 3. */
  distances?: number;
  /** Default 1,000; at least 39, because with fewer there is no 95 % band. */
  permutations?: number;
  seed?: string | number;
  /** Number of egos to visit: all, a number drawn by the seed, or by default as many as the budget allows. */
  egos?: number | "all";
}

/** What all threads share, and what remains to be done at the end. */
export interface PreparedStatistic {
  network: Network;
  trait: Trait;
  plan: CountingPlan;
  labelings: Labelings;
  seed: string;
}

/** Checks the request and plans the work; labels are not shuffled yet. Throws `RangeError` listing all faults. */
export function prepare(
  network: Network,
  trait: Trait,
  { distances = 3, permutations = 1000, seed = "1", egos }: DegreesOptions = {},
): PreparedStatistic {
  const faults: string[] = [];
  if (!Number.isInteger(distances) || distances < 1)
    faults.push(`degrees: distances must be a whole number of at least 1, got ${distances}`);
  if (!Number.isInteger(permutations) || permutations < 39)
    faults.push(`degrees: permutations must be a whole number of at least 39, got ${permutations}`);
  if (typeof egos === "number" && (!Number.isInteger(egos) || egos < 2))
    faults.push(`degrees: egos must be all or a whole number of at least 2, got ${egos}`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const plan = planEgos(network, trait, { distances, permutations, seed: String(seed), egos });
  return { network, trait, plan, labelings: emptyLabelings(network.size, permutations), seed: String(seed) };
}

/** The key for shuffling labels. */
export const shuffleKey = (seed: string): Int32Array => streamKey(seed, "degrees/shuffle");

/**
 * The statistic of Christakis & Fowler at each distance: among ordered pairs whose alter has the trait, the share
 * whose ego has it, compared with the same network with labels shuffled over people. Distances run in the direction
 * of influence, from alter to ego, through everyone; people whose trait is unknown are neither egos nor alters. If
 * egos are sampled, shuffles are evaluated on the same egos, so p and the band stay valid. The statistic shows that
 * traits are alike at a distance, not why. Reproducible by seed.
 * Source: Christakis & Fowler 2007, NEJM 357:370; 2013, Stat Med 32:556.
 * @example
 * ```ts
 * import { degreesOf, traitOf } from "ovation/influence";
 * import { generate } from "ovation/networks";
 * const network = generate("karate", 1);
 * const trait = traitOf(network, { trait: "club", value: "president" });
 * const [first] = degreesOf(network, trait, { distances: 1, permutations: 99 }).degrees;
 * console.log(first.distance, first.pairs, first.observed.toFixed(3)); // 1 156 0.853
 * ```
 */
export function degreesOf(network: Network, trait: Trait, options: DegreesOptions = {}): Degrees {
  const prepared = prepare(network, trait, options);
  const { plan, labelings, seed } = prepared;
  fillLabelings(labelings, trait, shuffleKey(seed));
  return conclude(prepared, [countEgos(plan, trait, labelings, 0, plan.egos.length)]);
}

/** The result from the counts of all stretches, in the order of the egos. */
export function conclude({ trait, plan, labelings }: PreparedStatistic, stretches: Counted[]): Degrees {
  const { has, known } = trait;
  const nodes = known.reduce((sum, is) => sum + is, 0);
  const carriers = has.reduce((sum, is) => sum + is, 0);
  const counted = stretches.reduce(joined);
  const degrees = Array.from({ length: plan.distances }, (_, d) =>
    degreeAt(d, { trait, plan, labelings, counted, nodes, carriers }),
  );
  let influence = 0;
  while (influence < degrees.length && degrees[influence].observed > degrees[influence].high) influence++;
  return {
    trait: trait.name,
    prevalence: carriers / nodes,
    nodes,
    unknown: known.length - nodes,
    egos: plan.egos.length,
    influence,
    degrees,
  };
}

interface Totals extends Pick<PreparedStatistic, "trait" | "plan" | "labelings"> {
  counted: Counted;
  nodes: number;
  carriers: number;
}

function degreeAt(d: number, { trait, plan, labelings, counted, nodes, carriers }: Totals): Degree {
  const sides = plan.half ? 2 : 1;
  const both = counted.both[d];
  const alters = altersOf(labelings, counted.egosOf[d]);
  const shares = both.map((count, k) => (sides * count) / alters[k]);
  const seen = counted.egosOf[d].reduce((sum, count) => sum + count, 0);
  const observed = shares[0];
  const expected =
    trait.blocks > 1 ? blockedShare(trait, sides, counted, d) : seen > 0 ? (carriers - 1) / (nodes - 1) : NaN;
  const shuffled = shares.subarray(1).filter(Number.isFinite).sort();
  const m = shuffled.length;
  const tail = Math.floor(0.025 * (m + 1));
  const [low, high] = tail > 0 ? [shuffled[tail - 1], shuffled[m - tail]] : [NaN, NaN];
  const away = Math.abs(observed - expected) * (1 - 1e-12); // ties count as far as the observed share
  const far = shuffled.reduce((sum, share) => sum + (Math.abs(share - expected) >= away ? 1 : 0), 0);
  const n = plan.egos.length;
  const left = n === nodes ? 0 : 1 - n / nodes;
  const scale = n === nodes ? 1 : nodes / n;
  const spread = (squares: number, total: number): number =>
    left > 0 ? Math.sqrt((left * n * Math.max(0, squares)) / (n - 1)) / total : 0;
  const residuals = counted.carrierSquares[d] * (1 - 2 * observed) + observed ** 2 * counted.squares[d];
  return {
    distance: d + 1,
    pairs: Math.round(seen * scale),
    observed,
    expected,
    excess: observed / expected - 1,
    low,
    high,
    excessLow: low / expected - 1,
    excessHigh: high / expected - 1,
    p: Number.isFinite(observed) ? (far + 1) / (m + 1) : NaN,
    permutations: m,
    stderr: spread(residuals, alters[0]),
    pairsStderr: spread(counted.pairSquares[d] - seen ** 2 / n, 1 / scale),
  };
}

/** For each labeling, the number of pairs whose alter has the trait. Time is linear in labels. */
export function altersOf({ bits, words, count }: Labelings, egosOf: Uint32Array): Float64Array {
  const result = new Float64Array(32 * words);
  for (let j = 0; j < egosOf.length; j++) {
    const weight = egosOf[j];
    if (weight === 0) continue;
    for (let w = 0; w < words; w++) {
      for (let rest = bits[j * words + w]; rest !== 0; rest &= rest - 1)
        result[32 * w + 31 - Math.clz32(rest & -rest)] += weight;
    }
  }
  return result.subarray(0, count);
}

/** Expected pairs of two carriers divided by expected pairs whose alter is one, with labels shuffled within blocks. */
function blockedShare(trait: Trait, sides: number, { expected, egosOf }: Counted, d: number): number {
  const { share } = blockChances(trait);
  const both = expected[d].reduce((sum, pairs) => sum + pairs, 0);
  const alters = egosOf[d].reduce((sum, count, j) => sum + (count > 0 ? count * share[trait.block[j]] : 0), 0);
  return (sides * both) / alters;
}

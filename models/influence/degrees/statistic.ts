import { type Network, streamKey } from "../../core/index.ts";
import { blockChances, type Counted, countEgos, joined, type Plan } from "./counting.ts";
import { emptyLabelings, fillLabelings, type Labelings } from "./labelings.ts";
import { planEgos } from "./plan.ts";
import { type Trait } from "./trait.ts";

/** What the trait of those at one distance says of one's own. NaN is what does not exist. */
export interface Degree {
  distance: number;
  /** Ordered pairs at this distance, both known; an estimate where egos are sampled. */
  pairs: number;
  /** Share of those pairs whose ego has the trait among those whose alter has it; NaN without such pairs. */
  observed: number;
  /** The same under shuffling, as ratio of means: (n1 − 1)/(n − 1) on every network without blocks. */
  expected: number;
  /** observed / expected − 1. */
  excess: number;
  /** Limits of the shuffled share: below and above stand 2.5 % of the shuffles each. */
  low: number;
  high: number;
  /** Those limits as excess. */
  excessLow: number;
  excessHigh: number;
  /** (b + 1)/(m + 1), b of m shuffles at least as far from `expected` as the observed share. */
  p: number;
  /** m: shuffles in which the share exists. */
  permutations: number;
  /** Of `observed` as an estimate of the share over all egos; 0 where all were looked at. */
  stderr: number;
  /** Standard error of `pairs`; 0 where all were looked at. */
  pairsStderr: number;
}

export interface Degrees {
  trait: string;
  /** Share of the known that have it. */
  prevalence: number;
  /** People whose trait (and block) is known. */
  nodes: number;
  /** The others. */
  unknown: number;
  /** People whose surroundings were looked at. */
  egos: number;
  /** The largest distance such that it and all shorter ones lie above their bands; 0 if none does. */
  influence: number;
  degrees: Degree[];
}

export interface DegreesOptions {
  /** 3 unless told. */
  distances?: number;
  /** 1,000 unless told, at least 39: with fewer there is no 95 % band. */
  permutations?: number;
  seed?: string | number;
  /** How many egos to look at: all, a number drawn by the seed, or as many as can be afforded. */
  egos?: number | "all";
}

/** All that threads share, and what they leave to be done at the end. */
export interface Prepared {
  network: Network;
  trait: Trait;
  plan: Plan;
  labelings: Labelings;
  seed: string;
}

/** Checks and plans; labels are not shuffled yet. Throws `RangeError` listing every fault. */
export function prepare(
  network: Network,
  trait: Trait,
  { distances = 3, permutations = 1000, seed = "1", egos }: DegreesOptions = {},
): Prepared {
  const faults: string[] = [];
  if (!Number.isInteger(distances) || distances < 1)
    faults.push(`degrees: distances must be a whole number at least 1, got ${distances}`);
  if (!Number.isInteger(permutations) || permutations < 39)
    faults.push(`degrees: permutations must be a whole number at least 39, got ${permutations}`);
  if (typeof egos === "number" && (!Number.isInteger(egos) || egos < 2))
    faults.push(`degrees: egos must be all or a whole number at least 2, got ${egos}`);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const plan = planEgos(network, trait, { distances, permutations, seed: String(seed), egos });
  return { network, trait, plan, labelings: emptyLabelings(network.size, permutations), seed: String(seed) };
}

/** The key under which labels are shuffled. */
export const shuffleKey = (seed: string): Int32Array => streamKey(seed, "degrees/shuffle");

/**
 * The statistic of Christakis & Fowler at each distance: among ordered pairs whose alter has the trait,
 * the share whose ego has it, against the same network with labels shuffled over people. Distances run
 * along influence, from alter to ego, over everybody; people not known are neither egos nor alters.
 * Where not all egos are looked at the shuffles are seen from the same egos, so p and band stay valid.
 * It says that traits are alike at a distance, never why. Reproducible by seed.
 * Source: Christakis & Fowler 2007, NEJM 357:370; 2013, Stat Med 32:556.
 */
export function degreesOf(network: Network, trait: Trait, options: DegreesOptions = {}): Degrees {
  const prepared = prepare(network, trait, options);
  const { plan, labelings, seed } = prepared;
  fillLabelings(labelings, trait, shuffleKey(seed));
  return conclude(prepared, [countEgos(plan, trait, labelings, 0, plan.egos.length)]);
}

/** The answer from what was counted, stretch by stretch in the order of the egos. */
export function conclude({ trait, plan, labelings }: Prepared, stretches: Counted[]): Degrees {
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

interface Standing extends Pick<Prepared, "trait" | "plan" | "labelings"> {
  counted: Counted;
  nodes: number;
  carriers: number;
}

function degreeAt(d: number, { trait, plan, labelings, counted, nodes, carriers }: Standing): Degree {
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
  const away = Math.abs(observed - expected) * (1 - 1e-12); // ties count as far
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

/** For each labeling, the pairs whose alter has the trait. Time linear in labels. */
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

/** Expected pairs of two carriers over expected pairs whose alter is one, labels shuffled within blocks. */
function blockedShare(trait: Trait, sides: number, { expected, egosOf }: Counted, d: number): number {
  const { share } = blockChances(trait);
  const both = expected[d].reduce((sum, pairs) => sum + pairs, 0);
  const alters = egosOf[d].reduce((sum, count, j) => sum + (count > 0 ? count * share[trait.block[j]] : 0), 0);
  return (sides * both) / alters;
}

import { type Network, refuse } from "../../core/index.ts";
import { enoughSets, logChoices, lowerReach, upperReach } from "./reverse/bounds.ts";
import { cover, type Coverage, type CoverJob } from "./reverse/coverage.ts";
import { costOf, type Limits, mostThatFit } from "./limits.ts";
import { listing } from "./reverse/listing.ts";
import { hits, reverseSets, workshop } from "./reverse/sets.ts";
import { roots } from "./reverse/roots.ts";
import { type Spread } from "./spread.ts";

export interface GuaranteedJob {
  network: Network;
  spread: Spread;
  limits: Limits;
  /** Who may be chosen. */
  candidates: Uint32Array;
  /** What each customer is worth; null where each counts 1. */
  worth: Float64Array | null;
  /** How much the guarantee may fall short of what greedy choice on exact reach has. */
  epsilon: number;
  /** Chance that the certificate is wrong. */
  failure: number;
  /**
   * Members of sets, or sets, drawn to choose by even if the share is certified before: small networks get better
   * choices for little.
   */
  work?: number;
  seed: string | number;
  rank: (i: number) => number;
}

/** With chance at least 1 − failure the chosen reach at least `lower`, no choice more than `upper`. */
export interface Certificate {
  /** The chosen reach at least this share of the best there is. */
  approximation: number;
  lower: number;
  upper: number;
  failure: number;
  /** Reverse sets drawn, half to choose by and half to judge. */
  sets: number;
}

/** What greedy choice guarantees on exact reach: 1 − 1/e of a number of customers (Nemhauser, Wolsey & Fisher 1978). */
const BY_COUNT = 1 - 0.36787944117144233;
/**
 * The better of greedy by gain and greedy by gain over cost, under a budget: it is no worse than the
 * modified greedy of Khuller, Moss & Naor 1999, whose share is 0.405 (Tang et al. 2021, SIGMETRICS,
 * who close a gap in the proof of the older 1 − 1/√e = 0.393).
 */
const BY_BUDGET = 0.405;

/**
 * Customers whose reach is certified against the best possible: OPIM-C (Tang, Tang, Xiao & Yuan 2018,
 * SIGMOD, algorithm 2). One collection of reverse sets chooses, an independent one judges, made anew for
 * each choice and only until a set is hit; both double
 * until the share certified is 1 − 1/e − epsilon (0.405 − epsilon under a budget). With both a number and
 * a budget no share is known in advance; the certificate holds all the same.
 */
export function guaranteed(job: GuaranteedJob): { chosen: number[]; tied: number | null; certificate: Certificate } {
  const { network, spread, limits, candidates, worth, epsilon, failure, work = 2 ** 20, seed } = job;
  const share = limits.budget < Infinity ? BY_BUDGET : BY_COUNT;
  const faults: string[] = [];
  if (!(epsilon > 0 && epsilon < share))
    faults.push(`epsilon must lie between 0 and ${share.toFixed(3)}, got ${epsilon}`);
  if (!(failure > 0 && failure < 1)) faults.push(`failure must lie between 0 and 1, got ${failure}`);
  refuse(faults.map((fault) => `guaranteed: ${fault}`));
  const drawn = roots(network.size, worth);
  const allowed = candidates.length < network.size ? marked(network.size, candidates) : null;
  const common = { workshop: workshop(network, spread), roots: drawn, seed };
  const select = reverseSets({ ...common, candidates: allowed, stream: "choosing/select" });
  const judge = { ...common, stream: "choosing/judge" };
  const listed = listing(select, network.size);
  const fit = mostThatFit(limits, candidates);
  const { total } = drawn;
  const least = Math.min(total, Math.max(leastReach(job), total * 2 ** -30));
  const { most, first } = enoughSets({
    share,
    epsilon,
    failure,
    choices: logChoices(candidates.length, fit),
    least,
    total,
  });
  let looks = 1;
  while (first * 2 ** (looks - 1) < Math.max(most, work)) looks++;
  const each = failure / (3 * looks);
  for (let look = 1, count = first; ; look++, count *= 2) {
    select.grow(count);
    if (Math.max(count, select.starts[count]) < work && look < looks) continue;
    listed.update();
    const found = choice(listed, { limits, candidates: allowed, rank: job.rank });
    const chosen = marked(network.size, found.chosen);
    const lower = Math.max(lowerReach(hits(judge, count, chosen), count, total, each), worthOf(found.chosen, worth));
    const upper = Math.max(lower, upperReach(found.bound, count, total, each));
    const certain = limits.budget < Infinity && limits.count < candidates.length ? 0 : share - epsilon;
    const approximation = count >= most ? Math.max(lower / upper, certain) : lower / upper;
    if (approximation >= share - epsilon || look === looks) {
      return {
        chosen: found.chosen,
        tied: found.tied,
        certificate: { approximation, lower, upper, failure, sets: 2 * count },
      };
    }
  }
}

/** Greedy by gain; under a budget the better of that and greedy by gain over cost. */
function choice(listed: ReturnType<typeof listing>, job: Omit<CoverJob, "by">): Coverage {
  const byGain = cover(listed, { ...job, by: "gain" });
  if (job.limits.budget === Infinity) return byGain;
  const byRatio = cover(listed, { ...job, by: "ratio" });
  const better = byRatio.covered > byGain.covered ? byRatio : byGain;
  return { ...better, bound: Math.min(byGain.bound, byRatio.bound) };
}

/** What some choice reaches for sure: the customers worth most, or under a budget the one worth most that fits. */
function leastReach({ limits, candidates, worth }: GuaranteedJob): number {
  const { count, budget } = limits;
  if (budget === Infinity) {
    if (!worth) return Math.min(count, candidates.length);
    const sorted = Float64Array.from(candidates, (i) => worth[i])
      .sort()
      .reverse();
    return sorted.subarray(0, Math.min(count, sorted.length)).reduce((sum, value) => sum + value, 0);
  }
  let best = 0;
  for (const i of candidates) if (costOf(limits, i) <= budget) best = Math.max(best, worth ? worth[i] : 1);
  return best;
}

const worthOf = (chosen: readonly number[], worth: Float64Array | null): number =>
  chosen.reduce((sum, i) => sum + (worth ? worth[i] : 1), 0);

function marked(size: number, nodes: ArrayLike<number>): Uint8Array {
  const marks = new Uint8Array(size);
  for (let k = 0; k < nodes.length; k++) marks[nodes[k]] = 1;
  return marks;
}

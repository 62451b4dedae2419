import { log } from "../../../core/index.ts";

/**
 * With chance at least 1 − failure a mean reach lies above this, given that `hit` of `sets` sets
 * independent of the choice were hit; `total` is the worth of everybody.
 * Source: Tang, Tang, Xiao & Yuan 2018, SIGMOD, lemma 4.2.
 */
export function lowerReach(hit: number, sets: number, total: number, failure: number): number {
  const eta = log(1 / failure);
  const root = Math.sqrt(hit + (2 * eta) / 9) - Math.sqrt(eta / 2);
  return root <= 0 ? 0 : Math.max(0, root * root - eta / 18) * (total / sets);
}

/**
 * With chance at least 1 − failure the best mean reach lies below this, given that no choice could have
 * hit more than `bound` of `sets` sets. Source: the same, lemma 4.3.
 */
export function upperReach(bound: number, sets: number, total: number, failure: number): number {
  const eta = log(1 / failure);
  const root = Math.sqrt(bound + eta / 2) + Math.sqrt(eta / 2);
  return Math.min(total, root * root * (total / sets));
}

/** ln of the number of ways to choose up to k of n; the bound k·ln(e·n/k) is used for k below n. */
export function logChoices(n: number, k: number): number {
  const few = Math.min(k, n);
  return few === 0 ? 0 : few === n ? n * LN2 : few * (1 + log(n / few));
}
const LN2 = 0.6931471805599453;

export interface Enough {
  /** Sets that suffice for the guarantee, whatever the network. */
  most: number;
  /** Sets to begin with. */
  first: number;
}

/**
 * How many sets guarantee a greedy choice `share − epsilon` of the best with chance 1 − failure/3, where
 * greedy on exact counts guarantees `share`, there are e^choices choices, and the best reaches at least
 * `least` of `total`. Source: the same, equations 9 and 10, for any share. We begin 32 times lower:
 * where cascades are large few sets suffice, and each is costly.
 */
export function enoughSets({
  share,
  epsilon,
  failure,
  choices,
  least,
  total,
}: {
  share: number;
  epsilon: number;
  failure: number;
  choices: number;
  least: number;
  total: number;
}): Enough {
  const rare = log(6 / failure);
  const root = share * Math.sqrt(rare) + Math.sqrt(share * (choices + rare));
  return {
    most: Math.ceil((2 * total * root * root) / (epsilon * epsilon * least)),
    first: Math.max(16, Math.ceil((root * root) / 16)),
  };
}

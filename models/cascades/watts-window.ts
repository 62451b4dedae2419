import { exp } from "../core/elementary.ts";
import { leastCount } from "./needs.ts";
import { power } from "./power.ts";

/** Halvings after which the ends of an interval are neighbouring numbers. */
const HALVINGS = 60;
/** Most rounds of the fixed-point iteration; convergence is slow near the ends of the window. */
const ROUNDS = 20_000;
const SETTLED = 1e-13;

/** A cascade is global if it reaches more than this share of all customers, as in the simulations of Watts 2002. */
export const GLOBAL = 0.05;

/** True if a cascade that reached this many of all customers is global. */
export const isGlobal = (reached: number, customers: number): boolean => reached > GLOBAL * customers;

/**
 * The largest number of contacts at which one active contact is enough; Infinity at threshold 0. Uses the model's
 * own comparison.
 */
export function mostEasilyTipped(threshold: number): number {
  if (threshold === 0) return Infinity;
  let contacts = Math.ceil(1 / threshold) + 1;
  while (contacts > 0 && leastCount(threshold, contacts) > 1) contacts--;
  return contacts;
}

/**
 * The range of mean degrees in which one customer can tip an infinitely large random network: z·P(Poisson(z) ≤ K −
 * 2) is above 1 there, where K is the largest number of contacts at which one active contact is enough. Undefined
 * if there is no such range, as for every threshold above a quarter. `high` is Infinity at threshold 0.
 * Source: Watts 2002, PNAS 99:5766, eq. 5.
 */
export function cascadeWindow(threshold: number): { low: number; high: number } | undefined {
  const most = mostEasilyTipped(threshold);
  if (most === Infinity) return { low: 1, high: Infinity };
  const spread = (z: number): number => z * atMost(z, most - 2);
  // where the spread stops rising
  const peak = crossing(0, most, (z) => atMost(z, most - 2) - z * poisson(z, most - 2));
  if (most < 2 || spread(peak) <= 1) return undefined;
  return { low: crossing(peak, 0, (z) => spread(z) - 1), high: crossing(peak, 2 * most, (z) => spread(z) - 1) };
}

/** The cascade that one random customer starts in an infinitely large random network. */
export interface GlobalCascade {
  /** Chance of a cascade that reaches a positive share of all customers. */
  chance: number;
  /** The share it then reaches; 0 if the chance is 0. */
  size: number;
}

/**
 * Chance and size of a global cascade from one customer in an infinitely large network whose degrees follow
 * Poisson's law with mean `degree`. The chance is that of touching the large cluster of customers whom one contact
 * can tip. The size is the largest solution of the fixed-point equation for the end of a tie, with an error below
 * 1e-9. Takes milliseconds. Source: Watts 2002; the size as in Gleeson & Cahalane 2007, PRE 75:056103.
 */
export function globalCascade(degree: number, threshold: number): GlobalCascade {
  const window = cascadeWindow(threshold);
  if (!window || degree <= window.low || degree >= window.high) return { chance: 0, size: 0 };
  const most = mostEasilyTipped(threshold);
  const law = lawOf(degree);
  // An end of a tie with k contacts has k − 1 others, and ends have k contacts as often as customers have k − 1.
  const touched = settled((v) => sumOver(law, (k) => (k + 1 <= most ? 1 - power(1 - v, k) : 0)));
  const reached = (q: number, k: number, others: number): number => atLeast(q, others, leastCount(threshold, k));
  const tie = settled((q) => sumOver(law, (k) => reached(q, k + 1, k)));
  return { chance: 1 - exp(-degree * touched), size: sumOver(law, (k) => (k === 0 ? 0 : reached(tie, k, k))) };
}

/** The point where f changes sign, between a point where f is positive and one where it is not. */
function crossing(positive: number, other: number, f: (z: number) => number): number {
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (positive + other) / 2;
    if (f(middle) > 0) positive = middle;
    else other = middle;
  }
  return positive;
}

/** The largest fixed point of a rising map of [0, 1] into itself. */
function settled(map: (share: number) => number): number {
  let share = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const next = map(share);
    if (Math.abs(next - share) < SETTLED) return next;
    share = next;
  }
  return share;
}

/** The probabilities of Poisson's law from 0 on, until they are negligible. */
function lawOf(mean: number): number[] {
  const law: number[] = [];
  for (let k = 0; k <= mean || law[k - 1] > 1e-18; k++) law.push(k === 0 ? exp(-mean) : (law[k - 1] * mean) / k);
  return law;
}

const sumOver = (law: readonly number[], of: (k: number) => number): number =>
  law.reduce((sum, likely, k) => sum + likely * of(k), 0);

function poisson(mean: number, k: number): number {
  let term = exp(-mean);
  for (let at = 1; at <= k; at++) term *= mean / at;
  return k < 0 ? 0 : term;
}

function atMost(mean: number, k: number): number {
  let term = exp(-mean);
  let sum = k < 0 ? 0 : term;
  for (let at = 1; at <= k; at++) sum += term *= mean / at;
  return sum;
}

/** Chance of `needed` or more successes in n trials with probability q each. */
function atLeast(q: number, n: number, needed: number): number {
  let chance = 0;
  let ways = 1; // n choose m
  for (let m = 0; m <= n; m++) {
    if (m >= needed) chance += ways * power(q, m) * power(1 - q, n - m);
    ways = (ways * (n - m)) / (m + 1);
  }
  return chance;
}

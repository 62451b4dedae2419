import { normalQuantile } from "../../statistics/index.ts";
import { type EffectEstimate } from "./estimators.ts";

/** The quality of a design and estimator over many worlds in which the truth is known. */
export interface Verdict {
  /** Mean change in the outcome of a person if everyone is treated, against nobody, in the same worlds. */
  truth: number;
  mean: number;
  bias: number;
  sd: number;
  rmse: number;
  /** Share of worlds whose 95 % interval contains the truth of that world; truths differ where assumptions do. */
  coverage: number;
  /** Of the worlds with an effect, the share whose 95 % interval excludes 0 on the side of the effect. */
  power: number;
  /** The smallest effect found in four tests of five at the 5 % level: 2.802 standard errors. */
  smallestEffect: number;
  /** Mean number of persons counted, and of persons in the test: all who were treated or held back. */
  persons: number;
  people: number;
  /** The smallest number of people in the test with which four tests of five find the mean estimate, bias included. */
  smallestTest: number;
  /** Worlds with an estimate, and worlds without. */
  worlds: number;
  lost: number;
}

const TWO_SIDED = normalQuantile(0.975);
/** Effects of this many standard errors are found in four tests of five. */
export const FOUND = TWO_SIDED + normalQuantile(0.8);

/**
 * Judges the estimates of one method against the truths of the same worlds. Worlds whose test had too few persons in
 * one group for an estimate count as lost and are left out. NaN where fewer than two worlds have an estimate.
 */
export function judge(estimates: readonly EffectEstimate[], truths: readonly number[]): Verdict {
  if (estimates.length !== truths.length)
    throw new RangeError(
      `rehearsal: there must be a truth for each estimate, got ${estimates.length} and ${truths.length}`,
    );
  const kept = estimates
    .map((estimate, at) => ({ ...estimate, truth: truths[at] }))
    .filter(({ value, stderr }) => Number.isFinite(value) && Number.isFinite(stderr));
  const worlds = kept.length;
  const meanOf = (value: (one: (typeof kept)[number]) => number): number =>
    worlds < 2 ? NaN : kept.reduce((sum, one) => sum + value(one), 0) / worlds;
  const truth = meanOf((one) => one.truth);
  const mean = meanOf(({ value }) => value);
  const moved = kept.filter((one) => one.truth !== 0);
  const found = moved.filter((one) => Math.sign(one.truth) * one.value > TWO_SIDED * one.stderr);
  const stderr = meanOf((one) => one.stderr);
  const people = meanOf((one) => one.people);
  return {
    truth,
    mean,
    bias: mean - truth,
    sd: Math.sqrt((meanOf(({ value }) => (value - mean) ** 2) * worlds) / (worlds - 1)),
    rmse: Math.sqrt(meanOf((one) => (one.value - one.truth) ** 2)),
    coverage: meanOf((one) => Number(Math.abs(one.value - one.truth) <= TWO_SIDED * one.stderr)),
    power: moved.length < 2 ? NaN : found.length / moved.length,
    smallestEffect: FOUND * stderr,
    persons: meanOf(({ n }) => n),
    people,
    smallestTest: mean === 0 ? Infinity : Math.ceil(people * ((FOUND * stderr) / mean) ** 2),
    worlds,
    lost: estimates.length - worlds,
  };
}

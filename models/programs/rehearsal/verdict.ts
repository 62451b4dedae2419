import { normalQuantile } from "../../core/index.ts";
import { type Estimate } from "./estimators.ts";

/** What a field test of a design would tell, judged over many worlds in which the truth is known. */
export interface Verdict {
  /** Mean change of a person's outcome if all are treated, against none, in the same worlds. */
  truth: number;
  mean: number;
  bias: number;
  sd: number;
  rmse: number;
  /** Share of worlds whose 95 % interval holds the truth. */
  coverage: number;
  /** Share of worlds whose 95 % interval lies beyond 0 on the side of the truth. */
  power: number;
  /** The smallest effect that is found in four tests of five at the 5 % level: 2.802 standard errors. */
  smallestEffect: number;
  /** Persons in the test on average, and the least number for which what it sees, bias and all, is found in four tests of five. */
  persons: number;
  smallestTest: number;
  /** Worlds that told something, and those that did not. */
  worlds: number;
  lost: number;
}

const TWO_SIDED = normalQuantile(0.975);
/** Effects of this many standard errors are found in four tests of five. */
export const FOUND = TWO_SIDED + normalQuantile(0.8);

/**
 * Judges the estimates of one design, world by world, against the truths of the same worlds. Worlds whose
 * test had too few persons of one kind to tell anything are counted as lost and left out. NaN where fewer
 * than two worlds told something.
 */
export function judge(estimates: readonly Estimate[], truths: readonly number[]): Verdict {
  if (estimates.length !== truths.length) throw new RangeError(`rehearsal: there must be a truth for each estimate, got ${estimates.length} and ${truths.length}`);
  const kept = estimates.map((estimate, at) => ({ ...estimate, truth: truths[at] })).filter(({ value, stderr }) => Number.isFinite(value) && Number.isFinite(stderr));
  const worlds = kept.length;
  const meanOf = (value: (one: (typeof kept)[number]) => number): number => (worlds < 2 ? NaN : kept.reduce((sum, one) => sum + value(one), 0) / worlds);
  const truth = meanOf((one) => one.truth);
  const mean = meanOf(({ value }) => value);
  const side = Math.sign(truth);
  const stderr = meanOf((one) => one.stderr);
  const persons = meanOf(({ n }) => n);
  return {
    truth,
    mean,
    bias: mean - truth,
    sd: Math.sqrt((meanOf(({ value }) => (value - mean) ** 2) * worlds) / (worlds - 1)),
    rmse: Math.sqrt(meanOf((one) => (one.value - one.truth) ** 2)),
    coverage: meanOf((one) => Number(Math.abs(one.value - truth) <= TWO_SIDED * one.stderr)),
    power: side === 0 ? NaN : meanOf((one) => Number(side * one.value > TWO_SIDED * one.stderr)),
    smallestEffect: FOUND * stderr,
    persons,
    smallestTest: mean === 0 ? Infinity : Math.ceil(persons * ((FOUND * stderr) / mean) ** 2),
    worlds,
    lost: estimates.length - worlds,
  };
}

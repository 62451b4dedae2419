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
  /** Persons in the test on average, and the least number that would find the truth in four tests of five. */
  persons: number;
  smallestTest: number;
  worlds: number;
}

const TWO_SIDED = normalQuantile(0.975);
/** Effects of this many standard errors are found in four tests of five. */
export const FOUND = TWO_SIDED + normalQuantile(0.8);

/** Judges the estimates of one design, world by world, against the truths of the same worlds. Worlds without an estimate or an error are refused. */
export function judge(estimates: readonly Estimate[], truths: readonly number[]): Verdict {
  if (estimates.length !== truths.length || estimates.length < 2) {
    throw new RangeError(`rehearsal: there must be an estimate and a truth for each of at least two worlds, got ${estimates.length} and ${truths.length}`);
  }
  const lost = estimates.filter(({ value, stderr }) => !Number.isFinite(value) || !Number.isFinite(stderr)).length;
  if (lost > 0) throw new RangeError(`rehearsal: every world must give an estimate; ${lost} of ${estimates.length} had too few persons of one kind`);
  const worlds = estimates.length;
  const meanOf = (value: (at: number) => number): number => estimates.reduce((sum, _, at) => sum + value(at), 0) / worlds;
  const truth = meanOf((at) => truths[at]);
  const mean = meanOf((at) => estimates[at].value);
  const errors = meanOf((at) => (estimates[at].value - truths[at]) ** 2);
  const sd = Math.sqrt((meanOf((at) => (estimates[at].value - mean) ** 2) * worlds) / (worlds - 1));
  const side = Math.sign(truth);
  const stderr = meanOf((at) => estimates[at].stderr);
  const persons = meanOf((at) => estimates[at].n);
  return {
    truth,
    mean,
    bias: mean - truth,
    sd,
    rmse: Math.sqrt(errors),
    coverage: meanOf((at) => Number(Math.abs(estimates[at].value - truth) <= TWO_SIDED * estimates[at].stderr)),
    power: side === 0 ? NaN : meanOf((at) => Number(side * estimates[at].value > TWO_SIDED * estimates[at].stderr)),
    smallestEffect: FOUND * stderr,
    persons,
    smallestTest: truth === 0 ? Infinity : Math.ceil(persons * ((FOUND * stderr) / truth) ** 2),
    worlds,
  };
}

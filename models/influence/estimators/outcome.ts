import { type Condition } from "./conditions.ts";
import { type Score, scoresOf, type WorldFindings } from "./laboratory.ts";
import { momentsOf } from "../../statistics/index.ts";

/** One condition: its causes, their curve, and how well the estimators do. */
export interface ConditionOutcome extends Condition {
  worlds: number;
  /** Excess at one, two and three degrees, and its standard error over worlds. */
  curve: { mean: number; stderr: number }[];
  scores: JudgedEstimator[];
}
export interface JudgedEstimator extends Score {
  /** Intervals for the share of worlds covered, and for the share in which the estimator finds influence. */
  coverage: Limits;
  power: Limits;
  verdict: "FOOLED" | "too high" | "too low" | "too sure" | "fair";
}
export interface Limits {
  low: number;
  high: number;
}
/** The interval of a share, Wilson's 95 %. It is passed in because this room may not import experiments. */
export type ShareInterval = (count: number, of: number) => Limits;

/** The outcome of a condition from at least two worlds; with fewer there are no standard errors. */
export function outcomeOf(
  condition: Condition,
  worlds: readonly WorldFindings[],
  interval: ShareInterval,
): ConditionOutcome {
  return {
    ...condition,
    worlds: worlds.length,
    curve: [0, 1, 2].map((d) => momentsOf(worlds.map(({ curve }) => curve[d]))),
    scores: scoresOf(condition, worlds).map((score) => judged(score, condition.parameters.contagion > 0, interval)),
  };
}

/** A bias at least this many standard errors from 0 is not due to chance, in any cell of the table. */
export const ERRORS = 4;

export function judged(score: Score, copying: boolean, interval: ShareInterval): JudgedEstimator {
  const { worlds, covered, sure, bias, stderr } = score;
  const coverage = interval(covered, worlds);
  const biased = Math.abs(bias) > ERRORS * stderr;
  const short = coverage.high < 0.95;
  const off = bias > 0 ? "too high" : "too low";
  const verdict = !copying && sure > 0.1 * worlds ? "FOOLED" : !short ? "fair" : biased ? off : "too sure";
  return { ...score, coverage, power: interval(sure, worlds), verdict };
}

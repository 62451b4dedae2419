import { type Condition } from "./conditions.ts";
import { type Score, scoresOf, type WorldFindings } from "./laboratory.ts";
import { momentsOf } from "../../statistics/index.ts";

/** One condition: its causes, the curve they make, and how the estimators fare. */
export interface Outcome extends Condition {
  worlds: number;
  /** Excess at one, two and three degrees, and its standard error over worlds. */
  curve: { mean: number; stderr: number }[];
  scores: Judged[];
}
export interface Judged extends Score {
  /** Intervals for the share of worlds covered, and for the share in which it is sure of influence. */
  coverage: Limits;
  power: Limits;
  verdict: "FOOLED" | "too high" | "too low" | "too sure" | "fair";
}
export interface Limits {
  low: number;
  high: number;
}
/** The interval of a share: Wilson's of 95 %, handed in since no room knows of experiments. */
export type ShareInterval = (count: number, of: number) => Limits;

/** Takes at least two worlds: of fewer there are no standard errors. */
export function outcomeOf(condition: Condition, worlds: readonly WorldFindings[], interval: ShareInterval): Outcome {
  return {
    ...condition,
    worlds: worlds.length,
    curve: [0, 1, 2].map((d) => momentsOf(worlds.map(({ curve }) => curve[d]))),
    scores: scoresOf(condition, worlds).map((score) => judged(score, condition.parameters.contagion > 0, interval)),
  };
}

/** A bias this many of its errors from 0 is no chance, among all cells of the table. */
export const ERRORS = 4;

export function judged(score: Score, copying: boolean, interval: ShareInterval): Judged {
  const { worlds, covered, sure, bias, stderr } = score;
  const coverage = interval(covered, worlds);
  const biased = Math.abs(bias) > ERRORS * stderr;
  const short = coverage.high < 0.95;
  const off = bias > 0 ? "too high" : "too low";
  const verdict = !copying && sure > 0.1 * worlds ? "FOOLED" : !short ? "fair" : biased ? off : "too sure";
  return { ...score, coverage, power: interval(sure, worlds), verdict };
}

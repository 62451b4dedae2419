import { type Interval, wilson } from "../../models/experiments/summary.ts";
import { type Condition } from "../../models/influence/estimators/conditions.ts";
import { CUSTOMERS, momentsOf, type Score, scoresOf, type WorldFindings } from "../../models/influence/estimators/laboratory.ts";
import { aligned, wrapped } from "../cli/output.ts";

/** One condition: its causes, the curve they make, and how the estimators fare. */
export interface Outcome extends Condition {
  worlds: number;
  /** Excess at one, two and three degrees, and its standard error over worlds. */
  curve: { mean: number; stderr: number }[];
  scores: Judged[];
}
export interface Judged extends Score {
  /** 95 % intervals of Wilson for the share of worlds covered, and for the share in which it is sure of influence. */
  coverage: Interval;
  power: Interval;
  verdict: "FOOLED" | "too high" | "too low" | "too sure" | "fair";
}

export function outcomeOf(condition: Condition, worlds: readonly WorldFindings[]): Outcome {
  return {
    ...condition,
    worlds: worlds.length,
    curve: [0, 1, 2].map((d) => momentsOf(worlds.map(({ curve }) => curve[d]))),
    scores: scoresOf(condition, worlds).map((score) => judged(score, condition.parameters.contagion > 0)),
  };
}

/** A bias this many of its errors from 0 is no chance, among all cells of the table. */
const ERRORS = 4;

export function judged(score: Score, copying: boolean): Judged {
  const { worlds, covered, sure, bias, stderr } = score;
  const coverage = wilson(covered, worlds);
  const biased = Math.abs(bias) > ERRORS * stderr;
  const short = coverage.high < 0.95;
  const off = bias > 0 ? "too high" : "too low";
  const verdict = !copying && sure > 0.1 * worlds ? "FOOLED" : !short ? "fair" : biased ? off : "too sure";
  return { ...score, coverage, power: wilson(sure, worlds), verdict };
}

const digits = (value: number): string => value.toFixed(4);
const percent = (share: number): string => (100 * share).toFixed(1);
const half = ({ low, high }: Interval): number => (high - low) / 2;
const about = (count: number, worlds: number, interval: Interval): string => `${percent(count / worlds)} ± ${percent(half(interval))} %`;

export function laboratoryText(outcomes: readonly Outcome[]): string {
  const widest = Math.max(...outcomes.flatMap(({ scores }) => scores.map(({ coverage }) => half(coverage))));
  const note =
    `Networks of ${CUSTOMERS} customers drawn anew in each world, ties of one or both directions. slope: by how much the chance of the trait a step later rises ` +
    "from no friend having it to all; excess: the part of the excess at one degree that copying makes. error: Monte Carlo standard error of the bias. " +
    `covered: worlds whose 95 % interval holds the truth, to ± ${percent(widest)} points or better. ` +
    "sure: worlds in which it is sure of influence, which is power where somebody copies and false alarm where nobody does.";
  const verdicts =
    `FOOLED: sure of influence in more than one world of ten though nobody copies. too high, too low: covers less than 95 % and is biased by more than ${ERRORS} errors. ` +
    "too sure: unbiased, but its intervals are too narrow.";
  return [...outcomes.map(tableOf), wrapped(note), wrapped(verdicts)].join("\n\n");
}

function tableOf({ name, parameters: { contagion, homophily, context, prevalence }, network, worlds, curve, scores }: Outcome): string {
  const excess = curve.map(({ mean, stderr }) => `${percent(mean)} ± ${percent(1.96 * stderr)}`).join(", ");
  const causes = `contagion ${contagion}, homophily ${homophily}, context ${context}, prevalence ${prevalence}`;
  const head = ["estimator", "of", "truth", "bias", "error", "bias/error", "covered", "sure", "verdict"];
  const rows = scores.map(({ estimator, target, truth, bias, stderr, covered, coverage, sure, power, verdict }) => [
    estimator,
    target,
    digits(truth),
    digits(bias),
    digits(stderr),
    (bias / stderr).toFixed(1),
    about(covered, worlds, coverage),
    about(sure, worlds, power),
    verdict,
  ]);
  return `${name}: excess at 1, 2, 3 degrees ${excess} % in ${worlds} worlds\n${causes}; ${network}\n${aligned([head, ...rows], [2, 3, 4, 5, 6, 7])}`;
}

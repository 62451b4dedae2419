import { NORMAL_95 } from "../../statistics/index.ts";
import { CUSTOMERS } from "../../influence/estimators/laboratory.ts";
import { ERRORS, type Limits, type ConditionOutcome } from "../../influence/estimators/outcome.ts";
import { aligned, wrapped } from "../telling/text.ts";

/** A share in hundredths, without its percent sign. */
const points = (share: number): string => (100 * share).toFixed(1);
const half = ({ low, high }: Limits): number => (high - low) / 2;
const about = (count: number, worlds: number, interval: Limits): string =>
  `${points(count / worlds)} ± ${points(half(interval))} %`;

export function laboratoryText(outcomes: readonly ConditionOutcome[]): string {
  const widest = Math.max(...outcomes.flatMap(({ scores }) => scores.map(({ coverage }) => half(coverage))));
  const note =
    `Networks of ${CUSTOMERS} customers, a new one in each world, with ties in one or both directions. slope: by how much the probability of the trait one step later rises ` +
    "from no friend having it to all friends having it; excess: the part of the excess at one degree that copying causes. error: Monte Carlo standard error of the bias. " +
    `covered: worlds whose 95 % interval contains the truth, to within ± ${points(widest)} percentage points. ` +
    "sure: worlds in which the estimator is sure of influence: power where people copy, false alarms where nobody does.";
  const verdicts =
    `FOOLED: sure of influence in more than one world in ten although nobody copies. too high, too low: covers less than 95 % and is biased by more than ${ERRORS} standard errors. ` +
    "too sure: unbiased, but its intervals are too narrow.";
  return [...outcomes.map(tableOf), wrapped(note), wrapped(verdicts)].join("\n\n");
}

function tableOf({
  name,
  parameters: { contagion, homophily, context, prevalence },
  network,
  worlds,
  curve,
  scores,
}: ConditionOutcome): string {
  const excess = curve.map(({ mean, stderr }) => `${points(mean)} ± ${points(NORMAL_95 * stderr)}`).join(", ");
  const causes = `contagion ${contagion}, homophily ${homophily}, context ${context}, prevalence ${prevalence}`;
  const head = ["estimator", "of", "truth", "bias", "error", "bias/error", "covered", "sure", "verdict"];
  const rows = scores.map(({ estimator, target, truth, bias, stderr, covered, coverage, sure, power, verdict }) => [
    estimator,
    target,
    truth.toFixed(4),
    bias.toFixed(4),
    stderr.toFixed(4),
    (bias / stderr).toFixed(1),
    about(covered, worlds, coverage),
    about(sure, worlds, power),
    verdict,
  ]);
  return `${name}: excess at 1, 2, 3 degrees ${excess} % in ${worlds} worlds\n${causes}; ${network}\n${aligned([head, ...rows], [2, 3, 4, 5, 6, 7])}`;
}

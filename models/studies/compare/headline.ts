import { NONE } from "../brief/brief.ts";
import { clean, named } from "../telling/text.ts";
import { plain, clear } from "../telling/numbers.ts";
import { reasonOf } from "./advice.ts";
import { type Decision, type LinedPair } from "./decision.ts";
import { type Line, type Mean, type Pair } from "./measures.ts";
import { between, money, moneyInterval } from "../telling/money.ts";
import { percent } from "../telling/shares.ts";

/** The advice and how certain it is, in two sentences. */
export function headline(decision: Decision): string {
  const { advice, arms, currency } = decision;
  if (advice.choose === NONE) return none(decision);
  const arm = arms.find(({ name }) => name === advice.choose)!;
  const worth = `in this model it is worth ${money(arm.npv.mean, arm.npv)} ${clean(currency)} more than no program (95 % interval ${moneyInterval(arm.npv)}) and pays off in ${percent(arm.profit.share)} of ${plain(decision.worlds, 9)} worlds.`;
  const choice = clear(arm.npv)
    ? `Choose ${named(arm.name)}: ${worth}`
    : `The brief's rule selects ${named(arm.name)}, though these worlds cannot tell it apart from no program: ${worth}`;
  return advice.next === NONE ? choice : `${choice} ${against(pairOf(decision, advice.choose, advice.next), decision)}`;
}

function none(decision: Decision): string {
  const { arms, currency, worlds } = decision;
  const best = [...arms].sort((a, b) => b.npv.mean - a.npv.mean)[0];
  const worth = `${named(best.name)}${arms.length > 1 ? ", the best of them," : ""} is worth ${money(best.npv.mean, best.npv)} ${clean(currency)} on average (95 % interval ${moneyInterval(best.npv)}) and pays off in ${percent(best.profit.share)} of ${plain(worlds, 9)} worlds`;
  const unsure =
    best.npv.high > best.npv.low && !clear(best.npv) ? "; these worlds cannot tell whether that is above 0" : "";
  // Where the mean is below 0 the rule need not be quoted.
  return best.npv.mean > 0
    ? `Run no program: ${worth}, but ${reason(decision, best.name, NONE)}.`
    : `Run no program: ${worth}${unsure}.`;
}

/** Why the rule prefers a choice to one that is worth more on average: the end of "…, but". */
function reason({ advice, currency }: Decision, other: string, taken: string): string {
  const { because, lost } = reasonOf(advice, other, taken);
  if (because.length > 0) return `the brief's rule excludes it because ${because.join(" and ")}`;
  return `the brief's rule goes by regret: in the worst world in 20 it loses ${money(lost.other)} ${clean(currency)} against the best choice, and ${taken === NONE ? "no program" : named(taken)} loses ${money(lost.taken)}`;
}

function against({ beats, difference }: Pair, decision: Decision): string {
  const {
    advice: { next, choose },
    currency,
  } = decision;
  const by = `${money(difference.mean, difference)} ${clean(currency)}${between(difference) ? ` (${between(difference)})` : ""}`;
  if (!clear(difference))
    return `It cannot be told apart from ${named(next)}: the difference is ${by}, so other reasons may decide between them.`;
  if (difference.mean < 0)
    return `${named(next)} is worth more on average, by ${money(-difference.mean, difference)} ${clean(currency)}, but ${reason(decision, next, choose)}.`;
  return `It beats ${named(next)} in ${percent(beats.share)} of worlds, by ${by} on average.`;
}

/** Two programs in the same worlds, in either order. */
export function pairOf({ pairs }: Decision, a: string, b: string): LinedPair {
  const found = pairs.find((pair) => pair.a === a && pair.b === b);
  if (found) return found;
  const { beats, loses, difference, lines } = pairs.find((pair) => pair.a === b && pair.b === a)!;
  return {
    a,
    b,
    beats: loses,
    loses: beats,
    difference: opposite(difference),
    lines: Object.fromEntries(Object.entries(lines).map(([line, value]) => [line, opposite(value)])) as Record<
      Line,
      Mean
    >,
  };
}

/** The difference seen from the other side; 0 stays 0, never −0. */
export const opposite = ({ mean, low, high }: Mean): Mean => ({ mean: 0 - mean, low: 0 - high, high: 0 - low });

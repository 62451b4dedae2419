/** What an undecided person does: tosses a coin, follows its own signal, or adopts option 1. */
export type Tie = "coin" | "own" | "adopt";

/**
 * Public evidence for option 1 less that for option 0, in half signals, as signals all weigh the same.
 * A choice that only one signal can explain tells that signal: 2. With coins, a choice that goes along
 * with evidence of one signal may be a coin's: its weight lies strictly between 0 and a whole signal for
 * every accuracy between one half and 1, and whatever it is, the evidence then never balances again. So
 * one half stands for it, and comparisons of whole numbers are those of Bayes' rule.
 */
export type Evidence = number;

/** A signal for option 1 or 0 as evidence. */
export const told = (option: number): Evidence => (option === 1 ? 2 : -2);

/** What Bayes' rule chooses from the evidence and one's own signal; `coin` on [0, 1) is used in a tie. */
export function chosen(evidence: Evidence, signal: number, tie: Tie, coin: number): number {
  const all = evidence + told(signal);
  if (all !== 0) return all > 0 ? 1 : 0;
  if (tie === "coin") return coin < 0.5 ? 1 : 0;
  return tie === "own" ? signal : 1;
}

/** 1 where either signal leads to option 1, −1 where either leads to option 0, 0 where the signal matters. */
export function cascade(evidence: Evidence, tie: Tie): number {
  if (evidence < -2) return -1;
  return evidence > 2 || (evidence === 2 && tie === "adopt") ? 1 : 0;
}

/**
 * The evidence once a choice is seen, if whoever made it knew the evidence and used Bayes' rule. In a
 * cascade a choice that goes along tells nothing; one that does not is no Bayesian's, and is taken for
 * the signal of someone who follows it.
 */
export function learned(evidence: Evidence, choice: number, tie: Tie): Evidence {
  const signal = told(choice);
  if (cascade(evidence, tie) * signal > 0) return evidence;
  return evidence === signal && tie === "coin" ? evidence + signal / 2 : evidence + signal;
}

/** What an undecided person does: tosses a coin, follows their own signal, or adopts option 1. */
export type Tie = "coin" | "own" | "adopt";

/**
 * Public evidence for option 1 minus that for option 0, in half signals; all signals weigh the same. A choice that
 * only one signal can explain reveals that signal and counts 2. With coins, a choice that agrees with evidence of
 * one signal may be due to the coin. Its weight then lies strictly between 0 and one signal for every accuracy
 * between one half and 1, and whatever it is, the evidence never balances again. One half stands for it, so
 * comparisons of whole numbers give the same decisions as Bayes' rule.
 */
export type Evidence = number;

/** The evidence of a signal for option 1 or 0. */
export const evidenceOf = (option: number): Evidence => (option === 1 ? 2 : -2);

/** The choice by Bayes' rule, given the evidence and the person's own signal; `coin` on [0, 1) decides a tie. */
export function bayesChoice(evidence: Evidence, signal: number, tie: Tie, coin: number): number {
  const all = evidence + evidenceOf(signal);
  if (all !== 0) return all > 0 ? 1 : 0;
  if (tie === "coin") return coin < 0.5 ? 1 : 0;
  return tie === "own" ? signal : 1;
}

/** 1 if both signals lead to option 1, −1 if both lead to option 0, 0 if the signal matters. */
export function cascade(evidence: Evidence, tie: Tie): number {
  if (evidence < -2) return -1;
  return evidence > 2 || (evidence === 2 && tie === "adopt") ? 1 : 0;
}

/**
 * The evidence after a choice is seen, assuming that the person who made it knew the evidence and used Bayes' rule.
 * A choice that follows a cascade reveals nothing. A choice against a cascade cannot be Bayesian and is read as the
 * signal of someone who follows it.
 */
export function updated(evidence: Evidence, choice: number, tie: Tie): Evidence {
  const signal = evidenceOf(choice);
  if (cascade(evidence, tie) * signal > 0) return evidence;
  return evidence === signal && tie === "coin" ? evidence + signal / 2 : evidence + signal;
}

import { discounting } from "../../market/money.ts";
import { leavingOf, marginOf } from "../../market/leaving.ts";
import { ACTIVE, type Advocating } from "./state.ts";

/**
 * Credits a new customer's expected worth, m̄·worth/(1 − δ(1 − c)), in equal parts to the members who
 * talked to that person this week, or to the one who talked last where none did.
 */
export function creditJoining(market: Advocating, i: number, told: ReadonlyMap<number, readonly number[]>): void {
  const { parameters, state } = market;
  const tellers = told.get(i) ?? lastTouch(market, i);
  if (tellers.length === 0) return;
  const worth = marginOf(market)(i) / (1 - discounting(parameters.discount).at(1) * (1 - leavingOf(market)(i)));
  for (const j of tellers) state.brought[j] += worth / tellers.length;
}

function lastTouch({ state: { touch, role } }: Advocating, i: number): number[] {
  const j = touch[i];
  return j >= 0 && role[j] === ACTIVE ? [j] : [];
}

/**
 * The score of each member of a list in the cycle that ends: acts, or what is believed to be worth more than no
 * program, with error.
 */
export function scoresOf(
  { parameters, state: { acts, brought }, random }: Advocating,
  members: readonly number[],
): number[] {
  const { scoring, baseline, scoreNoise } = parameters;
  if (scoring === "volume") return members.map((i) => acts[i]);
  return members.map((i) =>
    brought[i] === 0 ? 0 : brought[i] * (1 - baseline) * (1 + scoreNoise * (2 * random.estimate(i) - 1)),
  );
}

import { discounting, premiumLeft } from "./money.ts";
import { leavingOf, marginOf } from "./leaving.ts";
import { FOREVER, type Market, OURS } from "./state.ts";

/** A market at its horizon, to read from. */
export type FinishedMarket = Pick<Market, "network" | "parameters" | "state">;

/** One spell: when it starts, how long the customer pays, and at what premium. */
export interface Spell {
  start: number;
  /** Paid weeks; Infinity if the customer never leaves. */
  weeks: number;
  premium: number;
}

/** The spell of person i, or null if the person was never a customer. */
export function spellOf({ state: { start, end, premium } }: FinishedMarket, i: number): Spell | null {
  if (start[i] < 0) return null;
  return { start: start[i], weeks: end[i] === FOREVER ? Infinity : end[i] - start[i], premium: premium[i] };
}

/**
 * The discounted value of everything that a spell of person i pays: W(T, L, μ) = Σ_{k<K} δ^(T+k)·μ_k + R. With
 * `none`, the sum covers the weeks before the horizon H and R = 0. With `runOff`, it covers all weeks. With
 * `expected`, it covers the weeks before H, and R = δ^H·m/(1 − δ(1 − c)) for customers who have not left. Premiums
 * fade over a year.
 */
export function worthOf({ parameters, state }: FinishedMarket): (i: number, spell: Spell) => number {
  const { horizon, terminal, discount } = parameters;
  const money = discounting(discount);
  const margin = marginOf({ parameters, state });
  const chance = leavingOf({ parameters, state });
  const delta = money.at(1);
  return (i, { start, weeks, premium }) => {
    const m = margin(i);
    const paid = terminal === "runOff" ? weeks : Math.min(weeks, horizon - start);
    const kept = m * money.at(start) * (money.sum(paid) + (premium === 0 ? 0 : premium * money.fading(paid)));
    if (terminal !== "expected" || start + weeks <= horizon) return kept;
    return kept + (money.at(horizon) * m) / (1 - delta * (1 - chance(i)));
  };
}

/**
 * Customer equity from the weekly accounts: the discounted cash of each week, and what the customers of the last
 * week pay afterwards, again week by week. This is a check on `worthOf`: the two share only the discount factors
 * and, with `expected`, the terminal value of a customer.
 */
export function equityOf(market: FinishedMarket): number {
  const { parameters, state } = market;
  const { horizon, terminal, discount } = parameters;
  const money = discounting(discount);
  let sum = 0;
  for (let t = 0; t < horizon; t++) sum += money.at(t) * state.cash[t];
  if (terminal === "runOff") return sum + laterCash(market);
  if (terminal === "none") return sum;
  const margin = marginOf(market);
  const chance = leavingOf(market);
  let later = 0;
  for (let i = 0; i < state.holder.length; i++)
    if (state.holder[i] === OURS) later += margin(i) / (1 - money.at(1) * (1 - chance(i)));
  return sum + money.at(horizon) * later;
}

/** Cash after the horizon: the total margin of the remaining customers, carried from week to week as they leave. */
function laterCash({ parameters: { horizon, discount, ...others }, state }: FinishedMarket): number {
  const { holder, end, start, premium } = state;
  const parameters = { horizon, discount, ...others };
  const margin = marginOf({ parameters, state });
  const money = discounting(discount);
  let last = horizon;
  for (let i = 0; i < holder.length; i++) if (holder[i] === OURS) last = Math.max(last, end[i]);
  const change = new Float64Array(last - horizon + 1);
  const extra = new Float64Array(last - horizon + 1);
  for (let i = 0; i < holder.length; i++) {
    if (holder[i] !== OURS) continue;
    const m = margin(i);
    change[0] += m;
    change[end[i] - horizon] -= m;
    for (let t = horizon; premium[i] !== 0 && t < end[i] && premiumLeft(t - start[i]) > 0; t++)
      extra[t - horizon] += m * premium[i] * premiumLeft(t - start[i]);
  }
  let running = 0;
  let sum = 0;
  for (let k = 0; k < change.length; k++) {
    running += change[k];
    sum += money.at(horizon + k) * (running + extra[k]);
  }
  return sum;
}

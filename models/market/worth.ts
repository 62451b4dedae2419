import { discounting, premiumLeft } from "./money.ts";
import { leavingOf, marginOf } from "./leaving.ts";
import { FOREVER, type Market, OURS } from "./state.ts";

/** A market at its horizon, looked at. */
export type Standing = Pick<Market, "network" | "parameters" | "state">;

/** How long a customer pays and with which premium; what one spell is apart from its start. */
export interface Spell {
  start: number;
  /** Paid weeks; Infinity where nobody ever leaves. */
  weeks: number;
  premium: number;
}

/** The spell of person i, or null where there never was one. */
export function spellOf({ state: { start, end, premium } }: Standing, i: number): Spell | null {
  if (start[i] < 0) return null;
  return { start: start[i], weeks: end[i] === FOREVER ? Infinity : end[i] - start[i], premium: premium[i] };
}

/**
 * The value at the start of everything a spell of person i pays: W(T, L, μ) = Σ_{k<K} δ^(T+k)·μ_k + R.
 * `none`: the weeks before the horizon H, R = 0. `runOff`: all weeks. `expected`: the weeks before H, and
 * for who is still there R = δ^H·m/(1 − δ(1 − c)). Premiums fade over a year.
 */
export function worthOf({ parameters, state }: Standing): (i: number, spell: Spell) => number {
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
 * Customer equity from the weekly accounts: discounted cash of each week, and what the customers of the
 * last week pay afterwards, again week by week. Shares nothing with `worthOf` but the discount factors and,
 * with `expected`, the terminal value of a customer.
 */
export function equityOf(market: Standing): number {
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

/** Cash after the horizon: the margin of everybody still there is carried from week to week and falls as they leave. */
function laterCash({ parameters: { horizon, discount, ...others }, state }: Standing): number {
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

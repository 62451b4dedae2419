import { booking, bookRunning } from "../costs.ts";
import { audit } from "./audit.ts";
import { emptyPlaces, placesOf } from "./recruiting.ts";
import { CYCLE } from "./schedule.ts";
import { scoresOf } from "./score.ts";
import { ACTIVE, type Advocating, LEFT } from "./state.ts";

/** A share of members with the highest scores of a cycle is honoured. */
const TOP = 0.1;

/**
 * The end of a cycle: audits, then scores, pay, tiers and leave-taking. `spend` is what a schedule spends
 * a week, Infinity where there is none; what is not paid out of it runs the program.
 */
export function closeCycle(market: Advocating, spend: number): void {
  const { network, state, random } = market;
  audit(market);
  const members: number[] = [];
  for (let i = 0; i < network.size; i++) if (state.role[i] === ACTIVE) members.push(i);
  const scores = scoresOf(market, members);
  const budget = budgetOfCycle(market, spend);
  const paid = payOut(market, members, scores, budget);
  if (budget < Infinity && budget > paid) bookRunning(market, budget - paid);
  members.forEach((i, at) => (state.score[i] += scores[at]));
  const order = members
    .map((_, at) => at)
    .sort((a, b) => scores[b] - scores[a] || random.rank(members[a]) - random.rank(members[b]) || a - b);
  honour(
    market,
    order.map((at) => members[at]),
    order.filter((at) => scores[at] > 0).length,
  );
  state.acts.fill(0);
  state.brought.fill(0);
}

/** What a schedule has for this cycle; the part of people left out is not given to others. */
function budgetOfCycle(market: Advocating, spend: number): number {
  if (spend === Infinity) return Infinity;
  const missing = placesOf(market) === 0 ? 0 : emptyPlaces(market) / placesOf(market);
  return spend * ((market.week % CYCLE) + 1) * (1 - missing);
}

/**
 * Pays the promised rate for all acts of the cycle, split by score: never more than the budget, nor, where
 * worth is scored, than the worth that was brought. Pay for cheats, who only post, is fraud. Returns the sum.
 */
function payOut(market: Advocating, members: readonly number[], scores: readonly number[], budget: number): number {
  const { parameters, state } = market;
  const total = scores.reduce((sum, score) => sum + score, 0);
  if (parameters.pay === 0 || total === 0) return 0;
  const earned = parameters.pay * members.reduce((sum, i) => sum + state.acts[i], 0);
  const pot = Math.min(earned, budget, parameters.scoring === "value" ? total : Infinity);
  const book = booking(market);
  members.forEach((i, at) => {
    if (scores[at] > 0) book(state.talking[i] === 0 ? "paidFraud" : "paidMember", i, (pot * scores[at]) / total);
  });
  return pot;
}

/**
 * The top tenth of those who scored goes up a tier and the others down; the last ones may be let go. `order`: best
 * first.
 */
function honour({ parameters, state }: Advocating, order: readonly number[], scored: number): void {
  const { tier, role } = state;
  const top = Math.min(Math.ceil(TOP * order.length), scored);
  const kept = order.length - Math.round(parameters.letGo * order.length);
  order.forEach((i, at) => {
    tier[i] = at < top ? Math.min(parameters.tiers, tier[i] + 1) : Math.max(0, tier[i] - 1);
    if (at >= kept) role[i] = LEFT;
  });
}

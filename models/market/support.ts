import { discounting } from "./money.ts";
import { type Market, OURS } from "./state.ts";

/**
 * One week of support. Customers without an open question ask, each at a random moment of the week. Members answer
 * up to `offered` of this week's questions, first come, first served. The firm answers questions left over from
 * earlier weeks at a cost, first come, first served, up to its capacity. Customers who leave take their question
 * with them, and nobody asks after the horizon. The cost is one sort of the questions.
 *
 * The queue of the firm alone is Q ← max(Q − c, 0) + A, with c answers a week and A new questions. With Poisson
 * arrivals and c = 1 its mean is ρ + ρ²/(2(1 − ρ)): a wait of 3 weeks at ρ = .8 and of 1.33 weeks at ρ = .4. In
 * continuous time, as M/M/1, the wait before service is 4 and .67 weeks.
 */
export function support(market: Market, offered: number): void {
  const { network, parameters, state, random, week } = market;
  const { asking, answerCost, answerCapacity } = parameters;
  if (asking === 0) return;
  const { holder, asked, answered, answers } = state;
  const fresh: number[] = [];
  const handedOver: number[] = [];
  for (let i = 0; i < network.size; i++) {
    if (holder[i] !== OURS) asked[i] = 0;
    else if (asked[i] > 0) handedOver.push(i);
    else {
      const u = random.ask(i);
      if (u >= asking) continue;
      asked[i] = week + 1 + u / (2 * asking); // half, so that rounding never moves it to the next week
      fresh.push(i);
    }
  }
  const first = (i: number, j: number): number => asked[i] - asked[j] || i - j;
  for (const i of fresh.sort(first).slice(0, wholeAnswers(market, 0, offered))) {
    asked[i] = 0;
    answers[0]++;
  }
  const delta = discounting(parameters.discount).at(week);
  for (const i of handedOver.sort(first).slice(0, wholeAnswers(market, 1, answerCapacity * network.size))) {
    asked[i] = 0;
    answers[1]++;
    answered[i] += delta * answerCost;
    state.cash[week] -= answerCost;
  }
}

/** Whole answers only: the fraction left over is carried to the next week, so that the mean is right. */
function wholeAnswers({ state: { answersLeft } }: Market, who: 0 | 1, capacity: number): number {
  const count = Math.floor(answersLeft[who] + capacity);
  answersLeft[who] += capacity - count;
  return count;
}

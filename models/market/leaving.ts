import { compensated } from "../statistics/index.ts";
import { premiumLeft } from "./money.ts";
import { segmentsOf } from "./segments.ts";
import { FOREVER, FREE, type Market, OURS, RIVAL } from "./state.ts";

/**
 * Customers pay for the week, and then some leave; who leaves may try the rival once, and conversely.
 * The weekly chance is a clock, as in `trials`. `left` is told each customer who leaves us. Books the
 * week's margins. Cost: linear in people.
 */
export function payAndLeave(market: Market, left?: (i: number) => void): void {
  const { network, parameters, state, random, week } = market;
  const { holder, end, start, staySurvival, stayRivalSurvival, premium, asked } = state;
  const margins = compensated();
  const margin = marginOf(market);
  const chance = leavingOf(market);
  const away = parameters.rivalLeaving;
  for (let i = 0; i < network.size; i++) {
    if (holder[i] === OURS) {
      margins.add(margin(i) * (1 + premium[i] * premiumLeft(week - start[i])));
      const usual = chance(i);
      if (usual === 0) continue;
      const c = asked[i] > 0 ? Math.min(1, usual * (1 + parameters.waiting)) : usual;
      staySurvival[i] *= 1 - c;
      if (staySurvival[i] > staying(random.stay(i))) continue;
      holder[i] = FREE;
      end[i] = week + 1;
      left?.(i);
    } else if (holder[i] === RIVAL && away > 0) {
      stayRivalSurvival[i] *= 1 - away;
      if (stayRivalSurvival[i] <= random.stayRival(i)) holder[i] = FREE;
    }
  }
  state.cash[week] += margins.value();
}

/**
 * The draw that a survival must fall to. A draw of 0 is half the least other one: a survival of 32 bits never falls to
 * 0 but sticks above it.
 */
const staying = (u: number): number => u || 2 ** -32;

/** The weekly margin of person i without a premium. */
export function marginOf({
  parameters,
  state: { worth, segment },
}: Pick<Market, "parameters" | "state">): (i: number) => number {
  const segments = segmentsOf(parameters);
  return (i) => parameters.margin * worth[i] * segments[segment[i]].margin;
}

/** The weekly chance that person i leaves, as things stand. */
export function leavingOf({
  parameters,
  state: { segment, strain },
}: Pick<Market, "parameters" | "state">): (i: number) => number {
  const segments = segmentsOf(parameters);
  return (i) => Math.min(1, parameters.leaving * segments[segment[i]].leaving * strain[i]);
}

/** After the last week only the clocks of leaving run on: finds the end of every customer still with us. */
export function runOff(market: Market): void {
  const { network, state, random, week } = market;
  const { holder, end, staySurvival } = state;
  const chance = leavingOf(market);
  const survival = new Float32Array(1); // falls with the same rounding as the column
  for (let i = 0; i < network.size; i++) {
    if (holder[i] !== OURS) continue;
    const c = chance(i);
    const u = staying(random.stay(i));
    survival[0] = staySurvival[i];
    let weeks = 1; // the last week is paid already
    for (; c > 0 && survival[0] > u; weeks++) survival[0] *= 1 - c;
    end[i] = c > 0 ? week + weeks : FOREVER;
  }
}

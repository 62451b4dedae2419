import { compensated } from "../statistics/index.ts";
import { premiumLeft } from "./money.ts";
import { segmentsOf } from "./segments.ts";
import { FOREVER, FREE, type Market, OURS, RIVAL } from "./state.ts";

/**
 * Customers pay for the week, and then some of them leave. A customer who leaves us may try the rival once, and a
 * customer who leaves the rival may try us once. The weekly chance acts as a clock, as in `trials`. Calls `left`
 * for each customer who leaves us, and adds the week's margins to the accounts. Time is linear in people.
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
 * The draw that a customer's survival must fall to. A draw of 0 is raised to half the smallest other draw, because
 * a 32-bit survival stops above 0 and would never reach it.
 */
const staying = (u: number): number => u || 2 ** -32;

/** The weekly margin of person i, without a premium. */
export function marginOf({
  parameters,
  state: { worth, segment },
}: Pick<Market, "parameters" | "state">): (i: number) => number {
  const segments = segmentsOf(parameters);
  return (i) => parameters.margin * worth[i] * segments[segment[i]].margin;
}

/** The weekly chance that person i leaves, given the current state. */
export function leavingOf({
  parameters,
  state: { segment, strain },
}: Pick<Market, "parameters" | "state">): (i: number) => number {
  const segments = segmentsOf(parameters);
  return (i) => Math.min(1, parameters.leaving * segments[segment[i]].leaving * strain[i]);
}

/** Runs only the leaving clocks on after the last week, to find when each remaining customer leaves. */
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
    let weeks = 1; // the last week is already paid for
    for (; c > 0 && survival[0] > u; weeks++) survival[0] *= 1 - c;
    end[i] = c > 0 ? week + weeks : FOREVER;
  }
}

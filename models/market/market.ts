import { defineModel } from "../core/index.ts";
import { equityOf } from "./worth.ts";
import { discounting } from "./money.ts";
import { marketParameters } from "./parameters.ts";
import { type Market, marketState, marketStreams, OURS, RIVAL } from "./state.ts";
import { begin, marketFaults, week } from "./week.ts";

/**
 * The market in which programs are tried: people hear of a product, try it once, stay or bear a grudge,
 * pay, talk and leave, beside a rival. One step is a week. Programs run in the same worlds and change only
 * what they touch, since every draw belongs to a person, a tie or a week.
 */
export const market = defineModel({
  name: "market",
  about: "Customers hear of a product, try it, pay, talk and leave, beside a rival; the world of every program.",
  source: "Goldenberg, Libai & Muller 2001, Marketing Letters 12:211; Libai, Muller & Peres 2013, JMR 50:161",
  parameters: marketParameters,
  state: marketState,
  streams: marketStreams,
  steps: "rest",
  check: ({ network, parameters }) => marketFaults(network, parameters),
  setup: (context) => begin({ ...context, week: 0 }),
  step: (context) => week({ ...context, week: context.time - 1 }),
  measures: marketMeasures(),
  trace: { when: "start", through: "touch" },
});

type Seen = Pick<Market, "network" | "parameters" | "state"> & { time: number };

/** What every market reports, with a program in it or without. */
export function marketMeasures() {
  const share = (about: string, is: (state: Market["state"], i: number) => boolean) => ({
    about,
    unit: "share",
    of: ({ network: { size }, state }: Seen): number => {
      let count = 0;
      for (let i = 0; i < size; i++) if (is(state, i)) count++;
      return count / size;
    },
  });
  return {
    customers: share("our customers now", ({ holder }, i) => holder[i] === OURS),
    rival: share("the rival's customers now", ({ holder }, i) => holder[i] === RIVAL),
    adopted: share("people who have been our customers", ({ start }, i) => start[i] >= 0),
    aware: share("people who know the product", ({ aware }, i) => aware[i] === 1),
    unhappy: share("people who tell of a bad trial", ({ grudge }, i) => grudge[i] > 0),
    cash: { about: "discounted margin less costs so far, a person", unit: "money", of: cashSoFar },
    equity: {
      about: "the same with what customers pay after the horizon; missing before it",
      unit: "money",
      of: (seen: Seen): number => (seen.time < seen.parameters.horizon ? NaN : equityOf(seen) / seen.network.size),
    },
  };
}

function cashSoFar({ network: { size }, parameters: { discount }, state: { cash }, time }: Seen): number {
  const money = discounting(discount);
  let sum = 0;
  for (let t = 0; t < time; t++) sum += money.at(t) * cash[t];
  return sum / size;
}

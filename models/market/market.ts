import { defineModel } from "../core/index.ts";
import { equityOf } from "./worth.ts";
import { discounting } from "./money.ts";
import { marketParameters } from "./parameters.ts";
import { type Market, marketState, marketStreams, OURS, RIVAL } from "./state.ts";
import { begin, marketFaults, week } from "./week.ts";

/**
 * The market in which programs are tested. People hear of a product, try it once, and then either become customers
 * or complain about it for a while; customers pay, talk and leave. A rival competes for the same people. One step
 * is a week. All programs run in the same worlds and change only what they act on, because every draw belongs to a
 * person, a tie or a week.
 */
export const market = defineModel({
  name: "market",
  about:
    "Customers hear of a product, try it, pay, talk and leave, while a rival competes; every program runs in this market.",
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

/** The measures of every market, with or without a program. */
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
    customers: share("current customers of ours", ({ holder }, i) => holder[i] === OURS),
    rival: share("current customers of the rival", ({ holder }, i) => holder[i] === RIVAL),
    adopted: share("people who are or were our customers", ({ start }, i) => start[i] >= 0),
    aware: share("people who know the product", ({ aware }, i) => aware[i] === 1),
    unhappy: share("people who are telling others about a bad trial", ({ grudge }, i) => grudge[i] > 0),
    cash: { about: "discounted margin minus costs so far, per person", unit: "money", of: cashSoFar },
    equity: {
      about:
        "discounted margin minus costs, including payments after the horizon, per person; missing before the horizon",
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

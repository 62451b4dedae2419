import { defineModel, type Network, real, whole } from "../core/index.ts";
import { churnParameter } from "./churn.ts";
import { oneStep } from "./contagion/one-step.ts";
import { ACTIVE, at, begin, type Rules, stageState, stageTrace, SUSCEPTIBLE } from "./contagion/stages.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";

/**
 * The network's ties are the strong ones: family and close friends. In addition, each customer meets `weak` others
 * per period, drawn again each time from all customers. A period informs a customer with chance 1 − (1 − α)(1 −
 * β_w)^j(1 − β_s)^m, where α is the effect of advertising, and j and m are the numbers of informed weak and strong
 * contacts. Everything happens at once. A customer may meet the same other twice, but never itself. If several
 * contacts inform a customer, a strong contact gets the credit first, then a weak one, then advertising.
 *
 * With `churn`, a customer informed before a period may leave for good at its end and then informs nobody.
 *
 * Without a network, everyone lives in a closed group of `strong` + 1 customers. In the same world, more
 * advertising, larger effects, more weak contacts or more seeds never delay anyone while churn is 0.
 */
export const strongAndWeakTies = defineModel({
  name: "strong-and-weak-ties",
  about: "Word of mouth spreads through close friends and chance acquaintances, in addition to advertising.",
  source: "Goldenberg, Libai & Muller 2001, Marketing Letters 12:211",
  parameters: {
    advertising: real(0.005, {
      min: 0,
      max: 1,
      about: "chance that advertising informs a customer in a period (α)",
      lever: true,
    }),
    strongEffect: real(0.04, {
      min: 0,
      max: 1,
      about: "chance that an informed strong contact informs a customer in a period (β_s)",
      lever: true,
    }),
    weakEffect: real(0.01, {
      min: 0,
      max: 1,
      about: "chance that an informed weak contact informs a customer in a period (β_w)",
      lever: true,
    }),
    strong: whole(10, {
      min: 0,
      max: 1000,
      about: "strong contacts of a customer; used without a network",
      unit: "customers",
    }),
    weak: whole(10, {
      min: 0,
      max: 1000,
      about: "weak contacts of a customer, drawn again each period",
      unit: "customers",
    }),
    people: whole(1100, {
      min: 2,
      max: 1e6,
      about: "number of customers, rounded up to full groups; used without a network",
      unit: "customers",
    }),
    ...churnParameter,
    horizon: whole(1000, { min: 0, max: 1e6, about: "longest length of a run", unit: "periods" }),
    ...firstParameters,
    seedCount: whole(0, {
      min: 0,
      max: Infinity,
      about: "first customers (seeds) drawn at random in each world; 0: none",
      unit: "customers",
      lever: true,
    }),
  },
  state: stageState,
  streams: { coin: "arc-step", turn: "node-step", meeting: "pair", first: "sequence" },
  steps: "rest",
  defaultNetwork({ strong, people }) {
    const groups = Math.ceil(people / (strong + 1));
    return `block:sizes=${Array<number>(groups)
      .fill(strong + 1)
      .join("+")},within=${strong},between=0`;
  },
  check: firstFaults,
  setup({ network, parameters, state, random }) {
    begin(
      network,
      state,
      firstCustomers(network, parameters)(() => random.first),
    );
  },
  step({ network, parameters, state, time, random }) {
    if (time > parameters.horizon) return false;
    const { advertising, strongEffect, weakEffect, weak, churn } = parameters;
    oneStep({ network, state, time, random }, { ...informing, leave: churn }, (join) => {
      byStrong(network, state.stage, strongEffect, random.coin, join);
      for (let i = 0; i < network.size; i++) {
        if (state.stage[i] !== SUSCEPTIBLE) continue;
        const friend = byWeak(network.size, state.stage, i, { time, weak, weakEffect, meeting: random.meeting });
        if (friend >= 0) join(i, friend);
        else if (random.turn(i) < advertising) join(i, -1);
      }
    });
    const telling = at(ACTIVE, state) > 0;
    const reachable = advertising > 0 || (telling && (strongEffect > 0 || (weakEffect > 0 && weak > 0)));
    const more = (telling && churn > 0) || (reachable && at(SUSCEPTIBLE, state) > 0);
    return time < parameters.horizon && more;
  },
  measures: {
    informed: {
      about: "informed customers who have not left",
      unit: "share",
      of: ({ network, state }) => at(ACTIVE, state) / network.size,
    },
    to16: {
      about: "period by the end of which 16 % of customers were informed; missing if never",
      unit: "periods",
      of: ({ network, state }) => momentOf(0.16, network, state.joined),
    },
    to95: {
      about: "period by the end of which 95 % of customers were informed; missing if never",
      unit: "periods",
      of: ({ network, state }) => momentOf(0.95, network, state.joined),
    },
    byWeak: {
      about: "customers informed by a weak contact, of those informed by a contact",
      unit: "share",
      of: ({ network, state: { through } }) => {
        let strong = 0;
        let informed = 0;
        for (let i = 0; i < network.size; i++) {
          if (through[i] < 0) continue;
          informed++;
          if (sees(network, i, through[i])) strong++;
        }
        return (informed - strong) / informed;
      },
    },
  },
  trace: stageTrace,
});

/** Customers join through contacts or advertising; those who leave through churn never return. */
const informing: Rules = {
  unprompted: 0,
  exposed: 0,
  active: 0,
  shared: false,
  onset: Infinity,
  leave: 0,
  again: false,
};

function byStrong(
  { out, size }: Network,
  stage: Uint8Array,
  effect: number,
  coin: (e: number) => number,
  join: (i: number, through: number) => void,
): void {
  if (effect === 0) return;
  for (let u = 0; u < size; u++) {
    if (stage[u] !== ACTIVE) continue;
    for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++) {
      if (stage[out.targets[e]] === SUSCEPTIBLE && coin(e) < effect) join(out.targets[e], u);
    }
  }
}

/** Above any horizon. */
const LONGEST = 2 ** 20;

interface Meetings {
  time: number;
  weak: number;
  weakEffect: number;
  meeting: (i: number, k: number) => number;
}
/**
 * The first weak contact of this period that informs `i`, or -1. Each meeting takes two draws: whom `i` meets, and
 * whether that contact would inform it.
 */
function byWeak(size: number, stage: Uint8Array, i: number, { time, weak, weakEffect, meeting }: Meetings): number {
  if (weakEffect === 0 || size < 2) return -1;
  for (let k = 0; k < weak; k++) {
    const place = 2 * (k * LONGEST + time); // so that more contacts contain the smaller number of them
    const other = Math.floor(meeting(i, place) * (size - 1));
    const j = other < i ? other : other + 1;
    if (stage[j] === ACTIVE && meeting(i, place + 1) < weakEffect) return j;
  }
  return -1;
}

function sees({ in: { offsets, targets } }: Network, i: number, j: number): boolean {
  for (let k = offsets[i]; k < offsets[i + 1]; k++) if (targets[k] === j) return true;
  return false;
}

/** The time at which at least `share` of customers were informed, that is when the last of them was; NaN if never. */
function momentOf(share: number, { size }: Network, joined: Float64Array): number {
  const moments = joined.filter((when) => when >= 0).sort();
  let need = Math.ceil(share * size);
  while (need > 0 && (need - 1) / size >= share) need--;
  return need <= moments.length && need > 0 ? moments[need - 1] : NaN;
}

import { choice, defineModel, real, whole } from "../core/index.ts";
import { helperOf } from "./contagion/helper.ts";
import { oneStep } from "./contagion/one-step.ts";
import {
  ACTIVE,
  at,
  begin,
  canMove,
  rateOf,
  type Rules,
  stageState,
  stageTrace,
  SUSCEPTIBLE,
} from "./contagion/stages.ts";
import { beginWaiting, unitOfTime } from "./contagion/unit-of-time.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";

/**
 * Customers adopt unprompted (innovation p) and in response to the share of adopters among those who influence them
 * (imitation q). With `clock: "step"` everyone decides at once, each with chance p + q·share, at most 1; on a
 * complete network the mean is close to F' = F + (1 − F)(p + qF). With `clock: "continuous"` that sum is a rate,
 * events happen at their own times, and a step is one unit of time. The mean is then close to Bass's F(t) = (1 −
 * e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t), and slightly below it because the first few adoptions are random.
 *
 * In the same world, more innovation, imitation or seeds never delay anyone while churn is 0. With churn, adopters
 * leave and may adopt again.
 */
export const bass = defineModel({
  name: "bass",
  about: "Some customers adopt a new product unprompted; the others imitate them.",
  source: "Bass 1969, Management Science 15:215",
  parameters: {
    innovation: real(0.03, {
      min: 0,
      max: 1,
      about: "rate of adopting unprompted (p)",
      unit: "a unit of time",
      lever: true,
    }),
    imitation: real(0.38, {
      min: 0,
      max: 10,
      about: "rate of adopting by imitation when all influencers have adopted (q)",
      unit: "a unit of time",
      lever: true,
    }),
    clock: choice(["step", "continuous"], {
      about: "step = everyone decides at once each step; continuous = each event at its own time",
    }),
    horizon: whole(20, { min: 0, max: 1e6, about: "length of a run", unit: "units of time" }),
    churn: real(0, {
      min: 0,
      max: 1,
      about: "rate at which adopters leave; they may adopt again; 0: never",
      unit: "a unit of time",
      lever: true,
    }),
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
  streams: { wait: "pair", cause: "pair", turn: "node-step", first: "sequence" },
  steps: "rest",
  defaultNetwork: () => "complete:nodes=1000",
  check: firstFaults,
  setup({ network, parameters, state, random }) {
    begin(
      network,
      state,
      firstCustomers(network, parameters)(() => random.first),
    );
    beginWaiting(state, random); // under either clock: a fork may change it
  },
  step({ network, parameters, state, time, random }) {
    if (time > parameters.horizon) return false;
    const rules = rulesOf(parameters);
    if (parameters.clock === "continuous") unitOfTime({ network, state, random, time }, rules);
    else {
      oneStep({ network, state, time, random }, rules, (join) => {
        for (let i = 0; i < network.size; i++) {
          if (state.stage[i] !== SUSCEPTIBLE || random.turn(i) >= rateOf(network, state, rules, i)) continue;
          join(i, helperOf(network, state, rules, i, random.cause(i, time)));
        }
      });
    }
    return time < parameters.horizon && canMove(network, state, rules);
  },
  measures: {
    adopted: {
      about: "customers who have adopted and not left",
      unit: "share",
      of: ({ network, state }) => at(ACTIVE, state) / network.size,
    },
    innovators: {
      about: "adopters who adopted unprompted, of those who adopted after the start",
      unit: "share",
      of: ({ state: { joined, through } }) =>
        joined.filter((when, i) => when > 0 && through[i] < 0).length / joined.filter((when) => when > 0).length,
    },
    peak: {
      about: "step with the most adoptions, the first in a tie; missing if nobody adopted",
      unit: "units of time",
      of: ({ state: { joined } }) => busiest(joined),
    },
  },
  trace: stageTrace,
});

const rulesOf = ({
  innovation,
  imitation,
  churn,
}: {
  innovation: number;
  imitation: number;
  churn: number;
}): Rules => ({
  unprompted: innovation,
  exposed: 0,
  active: imitation,
  shared: true,
  onset: Infinity,
  leave: churn,
  again: true,
});

/** The step with the most adoptions; a time on (t − 1, t] belongs to step t. */
function busiest(joined: Float64Array): number {
  const counts: number[] = [];
  for (const moment of joined) {
    if (moment <= 0) continue;
    const step = Math.ceil(moment);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let best = NaN;
  counts.forEach((count, step) => {
    if (Number.isNaN(best) || count > counts[best]) best = step;
  });
  return best;
}

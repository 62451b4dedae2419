import { choice, defineModel, type Network, real, type Values, whole } from "../core/index.ts";
import { oneStep } from "./contagion/one-step.ts";
import {
  ACTIVE,
  at,
  begin,
  canMove,
  EXPOSED,
  REMOVED,
  type Rules,
  type Stages,
  stageState,
  stageTrace,
  SUSCEPTIBLE,
} from "./contagion/stages.ts";
import { beginWaiting, unitOfTime } from "./contagion/unit-of-time.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";

const KINDS = ["SI", "SIS", "SIR", "SEIR"] as const;

const parameters = {
  kind: choice(KINDS, {
    about:
      "stages of a customer: S susceptible, E exposed, I infected (active), R removed; in SIS active customers become susceptible again",
  }),
  infection: real(0.1, {
    min: 0,
    max: 100,
    about: "chance per step, or rate, at which an active customer infects one contact",
    unit: "a unit of time",
    lever: true,
  }),
  recovery: real(0.1, {
    min: 0,
    max: 100,
    about: "chance per step, or rate, at which an active customer is lost; not in SI",
    unit: "a unit of time",
    lever: true,
  }),
  onset: real(0.1, {
    min: 0,
    max: 100,
    about: "chance per step, or rate, at which an exposed customer becomes active; in SEIR only",
    unit: "a unit of time",
  }),
  exposedInfection: real(0, {
    min: 0,
    max: 100,
    about: "chance per step, or rate, at which an exposed customer infects one contact; in SEIR only",
    unit: "a unit of time",
  }),
  contacts: choice(["each", "shared"], {
    about: "each = every contact counts in full; shared = a customer's time is divided equally among its contacts",
  }),
  clock: choice(["step", "continuous"], {
    about: "step = all events at once each step; continuous = each event at its own time",
  }),
  horizon: whole(1000, { min: 0, max: 1e6, about: "longest length of a run", unit: "units of time" }),
  ...firstParameters,
};

/**
 * A behaviour spreads along ties from active customers to susceptible ones. Active customers may lose it for a
 * while (SIS) or for good (SIR). In SEIR customers first know about the behaviour without acting (exposed); its
 * seeds start exposed.
 *
 * With `clock: "step"` everything happens at once. Customers active or exposed before the step try every contact,
 * with one coin per arc and step, and then leave their stage with its chance. SIR with recovery 1 is the
 * independent cascade. With `clock: "continuous"` the chances are rates, events happen at their own times, and a
 * step is one unit of time. For SI in the same world, more seeds or a larger infection never delay anyone.
 */
export const contagion = defineModel({
  name: "contagion",
  about: "A behaviour spreads along ties, and customers who have it may lose it again.",
  source: "Kermack & McKendrick 1927, Proc. R. Soc. A 115:700; Rahmandad & Sterman 2008, Management Science 54:998",
  parameters,
  state: stageState,
  streams: { coin: "arc-step", turn: "node-step", wait: "pair", cause: "pair", first: "sequence" },
  steps: "rest",
  check({ network, parameters, given }) {
    const faults = firstFaults({ network, parameters, given });
    if (parameters.clock === "continuous") return faults;
    const chances = ["infection", "recovery", "onset", "exposedInfection"] as const;
    return [
      ...faults,
      ...chances
        .filter((name) => parameters[name] > 1)
        .map((name) => `${name} must be at most 1 with clock=step, got ${parameters[name]}`),
    ];
  },
  setup({ network, parameters, state, random }) {
    begin(
      network,
      state,
      firstCustomers(network, parameters)(() => random.first),
      parameters.kind === "SEIR" ? EXPOSED : ACTIVE,
    );
    beginWaiting(state, random); // under either clock: a fork may change it
  },
  step({ network, parameters, state, time, random }) {
    if (time > parameters.horizon) return false;
    const rules = rulesOf(parameters);
    if (parameters.clock === "continuous") unitOfTime({ network, state, random, time }, rules);
    else oneStep({ network, state, time, random }, rules, (join) => tryAll(network, state, rules, random.coin, join));
    return time < parameters.horizon && canMove(network, state, rules);
  },
  measures: {
    reach: {
      about: "customers who ever joined, seeds included",
      unit: "customers",
      of: ({ state: { joined } }) => joined.filter((when) => when >= 0).length,
    },
    active: {
      about: "active customers",
      unit: "share",
      of: ({ network, state }) => at(ACTIVE, state) / network.size,
    },
    exposed: {
      about: "exposed customers",
      unit: "share",
      of: ({ network, state }) => at(EXPOSED, state) / network.size,
    },
    removed: {
      about: "customers lost for good",
      unit: "share",
      of: ({ network, state }) => at(REMOVED, state) / network.size,
    },
    rounds: {
      about: "time at which a customer last joined; seeds join at 0",
      unit: "units of time",
      of: ({ state: { joined } }) => joined.reduce((last, when) => Math.max(last, when), 0),
    },
  },
  trace: stageTrace,
});

function rulesOf({ kind, infection, recovery, onset, exposedInfection, contacts }: Values<typeof parameters>): Rules {
  return {
    unprompted: 0,
    exposed: exposedInfection,
    active: infection,
    shared: contacts === "shared",
    onset: kind === "SEIR" ? onset : Infinity,
    leave: kind === "SI" ? 0 : recovery,
    again: kind === "SIS",
  };
}

/** Lets every exposed or active customer try each susceptible contact, in index order. */
function tryAll(
  network: Network,
  { stage }: Stages,
  rules: Rules,
  coin: (e: number) => number,
  join: (i: number, through: number) => void,
): void {
  const { offsets, targets } = network.out;
  for (let u = 0; u < network.size; u++) {
    const chance = stage[u] === ACTIVE ? rules.active : stage[u] === EXPOSED ? rules.exposed : 0;
    if (chance === 0) continue;
    for (let e = offsets[u]; e < offsets[u + 1]; e++) {
      const v = targets[e];
      if (stage[v] !== SUSCEPTIBLE) continue;
      if (coin(e) < (rules.shared ? chance / network.in.degree(v) : chance)) join(v, u);
    }
  }
}

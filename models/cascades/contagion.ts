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
    about: "stages: susceptible, exposed, infected (active), removed; SIS returns to susceptible",
  }),
  infection: real(0.1, {
    min: 0,
    max: 100,
    about: "an active customer brings in one contact: chance a step, or rate",
    unit: "a unit of time",
    lever: true,
  }),
  recovery: real(0.1, {
    min: 0,
    max: 100,
    about: "an active customer is lost: chance a step, or rate; not in SI",
    unit: "a unit of time",
    lever: true,
  }),
  onset: real(0.1, {
    min: 0,
    max: 100,
    about: "an exposed customer becomes active: chance a step, or rate; in SEIR only",
    unit: "a unit of time",
  }),
  exposedInfection: real(0, {
    min: 0,
    max: 100,
    about: "an exposed customer brings in one contact: chance a step, or rate; in SEIR only",
    unit: "a unit of time",
  }),
  contacts: choice(["each", "shared"], {
    about: "each contact counts in full, or a customer's contacts share its time equally",
  }),
  clock: choice(["step", "continuous"], { about: "all at once each step, or each event at its own moment" }),
  horizon: whole(1000, { min: 0, max: 1e6, about: "when it ends at the latest", unit: "units of time" }),
  ...firstParameters,
};

/**
 * A behaviour passes from active customers to susceptible ones along ties, and customers may be lost
 * again: for a while (SIS), for good (SIR), or after a time in which they knew but did not act (SEIR,
 * where the first customers start exposed).
 *
 * With `clock: "step"` all happens at once: whoever stood active or exposed before the step tries every
 * contact, each with a coin of arc and step, and then leaves with its chance. SIR with recovery 1 is the
 * independent cascade. With `clock: "continuous"` the chances are rates, events happen at their own
 * moments, and a step is one unit of time. Of SI in the same world, more first customers or a larger
 * infection never delay anyone.
 */
export const contagion = defineModel({
  name: "contagion",
  about: "A behaviour spreads along ties, and those who have it may lose it again.",
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
      about: "customers who ever joined, the first ones included",
      unit: "customers",
      of: ({ state: { joined } }) => joined.filter((when) => when >= 0).length,
    },
    active: {
      about: "customers now active",
      unit: "share",
      of: ({ network, state }) => at(ACTIVE, state) / network.size,
    },
    exposed: {
      about: "customers now exposed",
      unit: "share",
      of: ({ network, state }) => at(EXPOSED, state) / network.size,
    },
    removed: {
      about: "customers lost for good",
      unit: "share",
      of: ({ network, state }) => at(REMOVED, state) / network.size,
    },
    rounds: {
      about: "moment at which anyone last joined, the first customers being 0",
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

/** Everyone exposed or active tries each susceptible contact, in the order of their indices. */
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

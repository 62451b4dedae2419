import { choice, defineModel, i32, real, u8, type View } from "../core/index.ts";
import { arrange, peopleFaults, peopleOf, peopleParameter, strangers } from "./herds/arrivals.ts";
import { bayesChoice, cascade, type Evidence, evidenceOf, updated } from "./herds/evidence.ts";

const parameters = {
  accuracy: real(0.6, { min: 0.5, max: 1, about: "chance that a signal is right", unit: "share" }),
  ...peopleParameter,
  tie: choice(["coin", "own", "adopt"], {
    about: "what undecided people do: coin = toss a fair coin; own = follow their own signal; adopt = choose option 1",
  }),
  truth: choice(["1", "0", "random"], {
    about: "which option is right; random = either one with equal chance in each world",
  }),
  release: real(0, {
    min: 0,
    max: 1,
    about: "chance of a public signal before each person acts",
    unit: "share",
    lever: true,
  }),
  followOwn: real(0, {
    min: 0,
    max: 1,
    about: "chance that a person follows their own signal whatever they see",
    unit: "share",
  }),
  arrival: choice(["given", "random"], {
    about: "who acts first: given = the order of the network; random = any order with equal chance",
  }),
  visibility: choice(["everyone", "neighbours"], {
    about: "whose earlier choices a person sees: everyone's, or those of their in-neighbours",
  }),
};
const state = {
  order: i32("at index t, the person who acts at turn t + 1"),
  turn: i32("turn at which this person acted, from 1; 0 = not yet"),
  option: u8("option chosen, 1 or 0"),
  wrong: u8("1 = chose the wrong option"),
  news: i32("public signal just before this person acted, in half signals for option 1; 0 = none"),
  evidence: i32("half signals for option 1 known to someone who sees what this person saw and their choice"),
};
type Sight = View<typeof parameters, typeof state>;
/** A world of this model that can be stepped. */
type Going = Sight & { readonly resting: boolean; step(): boolean };

/**
 * People choose between two options one after another; a step is one person. Each has a private signal and sees
 * earlier choices. Everyone assumes that others use Bayes' rule, so choices in a cascade reveal nothing. A choice
 * against a cascade is read as a signal; elsewhere people who follow their own signal are not recognized as such.
 *
 * People who see only their in-neighbours read those choices, in the order made, as if these people had seen each
 * other and nobody else. This is bounded reasoning, and Bayes' rule if everyone is seen. Public signals are as
 * accurate as private ones and known to all. Signals belong to people. At accuracy .5 the limit from above applies.
 * With neighbours, each person takes the time to sort those they see; with release as well, also a look at every
 * earlier turn.
 */
export const informationalCascade = defineModel({
  name: "informational-cascade",
  about: "People with private signals see earlier choices and may end up following the crowd.",
  source:
    "Bikhchandani, Hirshleifer & Welch 1992, JPE 100:992; ties: Anderson & Holt 1997, AER 87:847; own signal: Huck & Oechssler 2000, J Econ Psych 21:661; networks: Acemoglu, Dahleh, Lobel & Ozdaglar 2011, REStud 78:1201",
  parameters,
  state,
  streams: { signal: "node", coin: "node", own: "node", release: "node", news: "node", arrival: "node", truth: "node" },
  steps: "rest",
  defaultNetwork: strangers,
  check: peopleFaults,
  setup({ parameters: { arrival }, state: { order }, random }) {
    arrange(order, arrival === "random" ? random.arrival : undefined);
  },
  step(world) {
    const {
      parameters,
      state: { order, turn, option, wrong, news, evidence },
      time,
      random,
    } = world;
    const { accuracy, tie, release, followOwn } = parameters;
    const right = parameters.truth === "random" ? Number(random.truth(0) < 0.5) : Number(parameters.truth);
    const i = order[time - 1];
    if (random.release(i) < release) news[i] = evidenceOf(random.news(i) < accuracy ? right : 1 - right);
    const known = knownTo(world, i);
    const signal = random.signal(i) < accuracy ? right : 1 - right;
    option[i] = random.own(i) < followOwn ? signal : bayesChoice(known, signal, tie, random.coin(i));
    wrong[i] = option[i] === right ? 0 : 1;
    turn[i] = time;
    evidence[i] = updated(known, option[i], tie);
    return time < peopleOf(world);
  },
  measures: {
    up: {
      about: "1 if a cascade on option 1 holds for someone who sees what the last person saw and their choice",
      unit: "share of worlds",
      of: (view) => Number(now(view) > 0),
    },
    down: {
      about: "1 if a cascade on option 0 holds for that observer",
      unit: "share of worlds",
      of: (view) => Number(now(view) < 0),
    },
    none: { about: "1 if neither cascade holds", unit: "share of worlds", of: (view) => Number(now(view) === 0) },
    wrong: {
      about: "people who chose wrongly, of those who acted",
      unit: "share of people",
      of: ({ state: { wrong }, time }) => wrong.reduce((sum, is) => sum + is, 0) / time,
    },
    started: {
      about: "people who have acted when a cascade first holds; missing if never",
      unit: "people",
      of: started,
    },
    broken: {
      about: "number of times a cascade held after one person but not after the next",
      unit: "times",
      of: broken,
    },
  },
});

/** Evidence after `acted` people for someone who sees what the last of them saw and their choice. */
const after = ({ state: { order, evidence } }: Pick<Sight, "state">, acted: number): Evidence =>
  acted === 0 ? 0 : evidence[order[acted - 1]];

/** What i, whose turn it is, knows before their own signal: the choices they see, and the news. */
const knownTo = (world: Sight, i: number): Evidence =>
  (world.parameters.visibility === "everyone" ? after(world, world.time - 1) : read(world, i)) + world.state.news[i];

/**
 * Takes a step in which the person whose turn it is chooses `choice`, 1 or 0, instead of their own choice. Later
 * people see that choice, and all draws stay the same. Throws `RangeError` if everyone has acted.
 */
export function chooseInstead(world: Going, choice: number): void {
  if (world.resting)
    throw new RangeError("informational-cascade: at least one person must be left to choose, got none; all have acted");
  world.step();
  const {
    time,
    parameters: { tie },
    state: { order, option, wrong, evidence },
  } = world;
  const i = order[time - 1];
  if (option[i] === choice) return;
  option[i] = choice;
  wrong[i] = 1 - wrong[i];
  evidence[i] = updated(knownTo(world, i), choice, tie);
}

/** The evidence that i infers from the choices of their in-neighbours and from all earlier news. */
function read(
  { network, parameters: { tie, release }, state: { order, turn, option, news }, time }: Sight,
  i: number,
): Evidence {
  const { offsets, targets } = network.in;
  const seen = Array.from(targets.subarray(offsets[i], offsets[i + 1]), (j) => turn[j]).filter((t) => t > 0);
  let evidence = 0;
  let heard = 0;
  const hear = (until: number): void => {
    if (release > 0) for (; heard < until; heard++) evidence += news[order[heard]];
  };
  for (const t of seen.sort((a, b) => a - b)) {
    hear(t);
    evidence = updated(evidence, option[order[t - 1]], tie);
  }
  hear(time - 1);
  return evidence;
}

const holding = (view: Sight, acted: number): number => cascade(after(view, acted), view.parameters.tie);
const now = (view: Sight): number => holding(view, view.time);

function started(view: Sight): number {
  for (let acted = 1; acted <= view.time; acted++) if (holding(view, acted) !== 0) return acted;
  return NaN;
}

function broken(view: Sight): number {
  let times = 0;
  for (let acted = 2; acted <= view.time; acted++) {
    const before = holding(view, acted - 1);
    if (before !== 0 && holding(view, acted) !== before) times++;
  }
  return times;
}

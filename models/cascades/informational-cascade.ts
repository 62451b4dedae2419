import { choice, defineModel, i32, real, u8, type View } from "../core/index.ts";
import { arrange, peopleFaults, peopleOf, peopleParameter, strangers } from "./herds/arrivals.ts";
import { cascade, chosen, type Evidence, learned, told } from "./herds/evidence.ts";

const parameters = {
  accuracy: real(0.6, { min: 0.5, max: 1, about: "chance that a signal is right", unit: "share" }),
  ...peopleParameter,
  tie: choice(["coin", "own", "adopt"], {
    about: "the undecided toss a fair coin, follow their own signal, or adopt option 1",
  }),
  truth: choice(["1", "0", "random"], {
    about: "which option is right; random: either, with equal chance in each world",
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
    about: "chance that a person follows its own signal whatever it sees",
    unit: "share",
  }),
  arrival: choice(["given", "random"], {
    about: "who acts first: the order of the network, or any order with equal chance",
  }),
  visibility: choice(["everyone", "neighbours"], {
    about: "whose earlier choices a person sees: everyone's, or those of its in-neighbours",
  }),
};
const state = {
  order: i32("at place t, who acts at turn t + 1"),
  turn: i32("turn at which this person acted, from 1; 0 not yet"),
  option: u8("option chosen, 1 or 0"),
  wrong: u8("1 = chose the wrong option"),
  news: i32("public signal just before this person acted, in half signals for option 1; 0 none"),
  evidence: i32("half signals for option 1 known to one who sees what this person saw, and its choice"),
};
type Sight = View<typeof parameters, typeof state>;
/** A world of this model that can go on. */
type Going = Sight & { readonly resting: boolean; step(): boolean };

/**
 * People choose between two options one after the other; a step is one person. Each has a private
 * signal and sees earlier choices. Everybody takes the others to reason by Bayes' rule, so that choices
 * in a cascade tell nothing; a choice against a cascade is taken for a signal, and followers of their
 * own signal are not suspected elsewhere. Who sees only in-neighbours reads their choices, in the order
 * made, as if those people had seen each other and nobody else: bounded, and Bayes' rule where everybody
 * is seen. Public signals are as accurate as private ones and known to all. Signals belong to people.
 * At accuracy .5 the limit from above holds. With neighbours a person costs the sorting of those it
 * sees, and with release as well a look at every turn before.
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
    if (random.release(i) < release) news[i] = told(random.news(i) < accuracy ? right : 1 - right);
    const known = knownTo(world, i);
    const signal = random.signal(i) < accuracy ? right : 1 - right;
    option[i] = random.own(i) < followOwn ? signal : chosen(known, signal, tie, random.coin(i));
    wrong[i] = option[i] === right ? 0 : 1;
    turn[i] = time;
    evidence[i] = learned(known, option[i], tie);
    return time < peopleOf(world);
  },
  measures: {
    up: {
      about: "1 if a cascade on option 1 holds for one who sees what the last person saw, and its choice",
      unit: "share of worlds",
      of: (view) => Number(now(view) > 0),
    },
    down: { about: "the same on option 0", unit: "share of worlds", of: (view) => Number(now(view) < 0) },
    none: { about: "1 if neither holds", unit: "share of worlds", of: (view) => Number(now(view) === 0) },
    wrong: {
      about: "those who chose wrongly, of those who acted",
      unit: "share of people",
      of: ({ state: { wrong }, time }) => wrong.reduce((sum, is) => sum + is, 0) / time,
    },
    started: { about: "how many have acted when a cascade first holds; missing if never", unit: "people", of: started },
    broken: { about: "times that a cascade held after one person and not after the next", unit: "times", of: broken },
  },
});

/** Evidence after `acted` people, for one who sees what the last of them saw, and its choice. */
const after = ({ state: { order, evidence } }: Pick<Sight, "state">, acted: number): Evidence =>
  acted === 0 ? 0 : evidence[order[acted - 1]];

/** What i, whose turn it is, knows before its own signal: what it sees, and the news. */
const knownTo = (world: Sight, i: number): Evidence =>
  (world.parameters.visibility === "everyone" ? after(world, world.time - 1) : read(world, i)) + world.state.news[i];

/**
 * Takes a step in which whoever's turn it is chooses `choice`, 1 or 0, whatever it would have chosen; who
 * comes later sees that, and all draws stay what they were. Throws `RangeError` once everybody has acted.
 */
export function chooseInstead(world: Going, choice: number): void {
  if (world.resting) throw new RangeError("informational-cascade: somebody must be left to choose, all have acted");
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
  evidence[i] = learned(knownTo(world, i), choice, tie);
}

/** What i makes of the choices of its in-neighbours and of all earlier news. */
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
    evidence = learned(evidence, option[order[t - 1]], tie);
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

import { defineModel, f64, i32, real } from "../core/index.ts";
import { peopleFaults, peopleOf, peopleParameter, strangers } from "./herds/arrivals.ts";

/**
 * People choose among all numbers from 0 to 1, of which one is right, one person a step in the order of
 * the network. Some have a signal: the right number, or one drawn uniformly. All earlier choices are
 * seen, their reasons are not. Without a signal one goes along: to an option other than 0 and the highest
 * that more than one person chose, else to the highest. With a signal one follows it where somebody
 * already chose the same or nobody but those at 0 agree, and else goes along. Ties are settled for the
 * least herding: one's own signal before a follower's, 0 while nobody is known to know, the highest
 * among predecessors. Time grows with the square of people.
 */
export const herding = defineModel({
  name: "herding",
  about: "People see what others chose, not why, and the right choice may never be tried.",
  source: "Banerjee 1992, QJE 107:797",
  parameters: {
    informed: real(0.5, { min: 0, max: 1, about: "chance of having a signal (α)", unit: "share" }),
    accuracy: real(0.5, { min: 0, max: 1, about: "chance that a signal is right (β)", unit: "share" }),
    ...peopleParameter,
  },
  state: {
    option: f64("number chosen"),
    sharing: i32("people at this option once this person chose, itself included; 0 has not acted"),
    right: i32("1 = chose the right number"),
  },
  streams: { informed: "node", accurate: "node", guess: "node", truth: "node" },
  steps: "rest",
  defaultNetwork: strangers,
  check: peopleFaults,
  setup: () => undefined,
  step(world) {
    const {
      parameters: { informed, accuracy },
      state: { option, sharing, right },
      time,
      random,
    } = world;
    const i = time - 1;
    const truth = random.truth(0);
    const popular = followed(option, sharing, i);
    if (random.informed(i) < informed) {
      const signal = random.accurate(i) < accuracy ? truth : random.guess(i);
      const agreed = popular !== 0 && count(option, popular, i) > 1;
      option[i] = agreed && count(option, signal, i) === 0 ? popular : signal;
    } else option[i] = popular;
    sharing[i] = 1 + count(option, option[i], i);
    right[i] = Number(option[i] === truth);
    return time < peopleOf(world);
  },
  measures: {
    missed: {
      about: "1 if nobody ever chose the right one",
      unit: "share of worlds",
      of: ({ state: { right } }) => Number(!right.includes(1)),
    },
    right: {
      about: "those who chose the right one, of those who acted",
      unit: "share of people",
      of: ({ state: { right }, time }) => right.reduce((sum, is) => sum + is, 0) / time,
    },
  },
});

/** How many of the first `acted` people stand at `value`. */
function count(option: Float64Array, value: number, acted: number): number {
  let people = 0;
  for (let j = 0; j < acted; j++) if (option[j] === value) people++;
  return people;
}

/** Where one without a signal goes: a lower option that two people agree on, else the highest; 0 if all stand there. */
function followed(option: Float64Array, sharing: Int32Array, acted: number): number {
  let highest = 0;
  for (let j = 0; j < acted; j++) highest = Math.max(highest, option[j]);
  for (let j = 0; j < acted; j++) if (sharing[j] > 1 && option[j] !== 0 && option[j] < highest) return option[j];
  return highest;
}

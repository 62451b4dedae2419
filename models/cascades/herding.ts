import { defineModel, f64, i32, real } from "../core/index.ts";
import { peopleFaults, peopleOf, peopleParameter, strangers } from "./herds/arrivals.ts";

/**
 * People choose one after another, in the order of the network, among all numbers from 0 to 1, one of which is
 * right. Some people have a signal: the right number, or a uniformly drawn one. Everyone sees all earlier choices
 * but not the reasons for them.
 *
 * A person without a signal follows others: to the highest option other than 0 that more than one person chose, or,
 * if there is none, to the highest choice so far. A person with a signal follows it if someone already chose the
 * same number, or if no two people agree except at 0; otherwise the person follows others. Ties are broken so as to
 * minimize herding: a person's own signal before a follower's; 0 while nobody is known to have a signal; the
 * highest among earlier choices. Time is quadratic in people.
 */
export const herding = defineModel({
  name: "herding",
  about: "People see what others chose but not why, so the right choice may never be found.",
  source: "Banerjee 1992, QJE 107:797",
  parameters: {
    informed: real(0.5, { min: 0, max: 1, about: "chance of having a signal (α)", unit: "share" }),
    accuracy: real(0.5, { min: 0, max: 1, about: "chance that a signal is right (β)", unit: "share" }),
    ...peopleParameter,
  },
  state: {
    option: f64("number chosen"),
    sharing: i32("people at this option after this person chose, itself included; 0 = has not acted"),
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
      about: "1 if nobody ever chose the right option",
      unit: "share of worlds",
      of: ({ state: { right } }) => Number(!right.includes(1)),
    },
    right: {
      about: "people who chose the right option, of those who acted",
      unit: "share of people",
      of: ({ state: { right }, time }) => right.reduce((sum, is) => sum + is, 0) / time,
    },
  },
});

/** The number of the first `acted` people who chose `value`. */
function count(option: Float64Array, value: number, acted: number): number {
  let people = 0;
  for (let j = 0; j < acted; j++) if (option[j] === value) people++;
  return people;
}

/**
 * The choice of a person without a signal: the highest option other than 0 that two people chose, else the highest
 * choice; 0 if everyone chose 0.
 */
function followed(option: Float64Array, sharing: Int32Array, acted: number): number {
  let highest = 0;
  for (let j = 0; j < acted; j++) highest = Math.max(highest, option[j]);
  for (let j = 0; j < acted; j++) if (sharing[j] > 1 && option[j] !== 0 && option[j] < highest) return option[j];
  return highest;
}

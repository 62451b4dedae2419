import { choice, defineModel, type Network, type Sequence, whole } from "../core/index.ts";
import {
  divided,
  sideFaults,
  sideMeasures,
  sideParameters,
  sideState,
  takeSides,
  unanimous,
} from "./opinions/sides.ts";

/**
 * Customers meet in groups of `group`, and everyone at a meeting adopts the majority's opinion. If the group is
 * evenly split, `tie` decides: everyone keeps their opinion, or all adopt one opinion. With `meeting: "contacts"`
 * one step is as many meetings as there are customers. Each draws one customer and others from its in-neighbours
 * without repetition, or all of them if there are too few; on a directed network only the customer drawn changes
 * opinion. With `"anyone"` one step splits all customers at random into groups, whether or not they know each
 * other; those left over stay out. A share p then becomes the chance of a majority of 1 among `group` customers who
 * each hold 1 with chance p.
 */
export const majorityRule = defineModel({
  name: "majority-rule",
  about: "Customers who meet adopt the majority's opinion.",
  source:
    "Galam 2002, European Physical Journal B 25:403 (anyone); Krapivsky & Redner 2003, Physical Review Letters 90:238701 (contacts)",
  parameters: {
    group: whole(3, { min: 2, max: Infinity, about: "size of a group that meets", unit: "customers" }),
    meeting: choice(["contacts", "anyone"], {
      about:
        "contacts = meetings one after another among customers who know each other; anyone = all at once among random customers",
    }),
    tie: choice(["keep", "one", "zero"], {
      about:
        "what an evenly split group does: keep = everyone keeps their opinion; one = all adopt 1; zero = all adopt 0",
    }),
    ...sideParameters,
  },
  state: sideState,
  streams: { taste: "node", meeting: "sequence" },
  steps: 10_000,
  check: sideFaults,
  setup({ network, parameters, state, random }) {
    takeSides(network, parameters, state.opinion, random.taste);
  },
  step({ network, parameters: { group, meeting, tie }, state: { opinion, moved }, random, time }) {
    const { size, directed } = network;
    const take = (i: number, side: number): void => {
      if (opinion[i] === side) return;
      opinion[i] = side;
      moved[i] = time;
    };
    /** The customers from `from` up to `to` decide; the first `led` of them follow. */
    const decide = (people: Uint32Array, from: number, to: number, led: number): void => {
      let ones = 0;
      for (let k = from; k < to; k++) ones += opinion[people[k]];
      const lead = 2 * ones - (to - from);
      if (lead === 0 && tie === "keep") return;
      const side = lead > 0 || (lead === 0 && tie === "one") ? 1 : 0;
      for (let k = from; k < from + led; k++) take(people[k], side);
    };
    if (meeting === "anyone") {
      const everyone = network.nodes.slice();
      drawFirst(everyone, size, size, random.meeting);
      for (let from = 0; from + group <= size; from += group) decide(everyone, from, from + group, group);
      return !unanimous(opinion);
    }
    const people = new Uint32Array(longestRow(network) + 1);
    for (let update = 0; update < size; update++) {
      const met = gather(network, random.meeting, group, people);
      decide(people, 0, met, directed ? 1 : met);
    }
    return moved.includes(time) || divided(network, opinion);
  },
  measures: sideMeasures,
});

/** Puts a customer and up to group − 1 of its in-neighbours at the front of `people`; returns their number. */
function gather(
  { size, in: { offsets, targets } }: Network,
  source: Sequence,
  group: number,
  people: Uint32Array,
): number {
  const i = source.below(size);
  const row = targets.subarray(offsets[i], offsets[i + 1]);
  people.set(row);
  const others = Math.min(group - 1, row.length);
  drawFirst(people, row.length, others, source);
  people[others] = people[0];
  people[0] = i;
  return others + 1;
}

/** Brings `count` of the first `length` entries to the front, drawn without repetition, in the order drawn. */
function drawFirst(items: Uint32Array, length: number, count: number, source: Sequence): void {
  for (let k = 0; k < count; k++) {
    const pick = k + source.below(length - k);
    const held = items[k];
    items[k] = items[pick];
    items[pick] = held;
  }
}

const longestRow = ({ size, in: half }: Network): number => {
  let most = 0;
  for (let i = 0; i < size; i++) most = Math.max(most, half.degree(i));
  return most;
};

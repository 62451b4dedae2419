import {
  choice,
  defineModel,
  f64,
  flag,
  i32,
  mean,
  type Network,
  nodes,
  real,
  shuffled,
  u8,
  whole,
} from "../../models/core/index.ts";
import { compensatedTotal } from "../../models/statistics/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";

/** A made-up model for tests of the core: it uses every kind of parameter, column and stream. */
export const rumour = defineModel({
  name: "rumour",
  about: "A rumour passes along arcs, cools in its tellers and meets strangers.",
  source: "made for the tests",
  parameters: {
    pass: real(0.3, { min: 0, max: 1, about: "chance that a telling is believed", lever: true }),
    tellings: whole(6, { min: 1, max: 100, about: "steps in which it is told", unit: "steps" }),
    strangers: flag(true, { about: "whether pairs without a tie may meet" }),
    order: choice(["index", "random"], { about: "who speaks first" }),
    first: nodes({ about: "who knows it at the start" }),
  },
  state: { heat: f64("eagerness to tell"), heard: u8("1 = has heard"), when: i32("step of hearing, -1 = never") },
  streams: { taste: "node", tie: "arc", meeting: "pair", mood: "node-step", word: "arc-step", queue: "sequence" },
  steps: 8,
  setup({ network, parameters: { first }, state: { heat, heard, when }, random }) {
    when.fill(-1);
    const start = first.length > 0 ? first.map((key) => network.keys.find(key)) : [random.queue.below(network.size)];
    for (const i of network.nodes) heat[i] = random.taste(i);
    for (const i of start) heard[i] = 1;
    for (const i of start) when[i] = 0;
  },
  step({ network, parameters: { pass, tellings, strangers, order }, state: { heat, heard, when }, time, random }) {
    const knew = heard.slice();
    const hears = (j: number): void => {
      if (heard[j] === 0) when[j] = time;
      heard[j] = 1;
    };
    for (const i of order === "random" ? shuffled(network.nodes, random.queue) : network.nodes) {
      if (knew[i] === 0 || random.mood(i) > heat[i]) continue;
      for (let e = network.out.offsets[i]; e < network.out.offsets[i + 1]; e++) {
        if (random.tie(e) < 0.9 && random.word(e) < pass) hears(network.out.targets[e]);
      }
      if (!strangers) continue;
      const j = random.queue.below(network.size);
      if (j !== i && random.meeting(i, j) < pass / 2) hears(j);
    }
    for (const i of network.nodes) heat[i] *= 0.9 + 0.1 * random.queue.uniform();
    return compensatedTotal(heard) < network.size && time < tellings;
  },
  measures: {
    heard: { about: "customers who heard it", unit: "customers", of: ({ state }) => compensatedTotal(state.heard) },
    heat: { about: "mean eagerness", unit: "share", of: ({ state }) => mean(state.heat) },
    lastHeard: {
      about: "step of the last hearing",
      unit: "steps",
      of: ({ state }) => state.when.reduce((a, b) => Math.max(a, b), -1),
    },
  },
});

/**
 * Thirty customers on a ring who also know the one seven seats on; directed where asked, then the chord points one way
 * only.
 */
export function ringOfThirty(directed = false): Network {
  const sources = Array.from({ length: 60 }, (_, e) => e % 30);
  const targets = Array.from({ length: 60 }, (_, e) => (e < 30 ? (e + 1) % 30 : (e + 7) % 30));
  const weights = Float64Array.from({ length: 60 }, (_, e) => 1 + (e % 4) / 2);
  return fromEdges({
    size: 30,
    directed,
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    weights,
  }).network;
}

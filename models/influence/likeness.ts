import { defineModel, mean, type Network, real, u8, whole } from "../core/index.ts";
import { excessAt } from "./degrees/excess.ts";
import { surroundings } from "./surroundings.ts";

/**
 * Why friends are alike, in known proportions. In each step a share `pace` of the customers reconsiders. With
 * chance `contagion` a customer copies what a random in-neighbour had. Otherwise it draws again with its own
 * chance, prevalence · (1 ± homophily ± context). The first sign depends on the customer's kind: minus in the
 * second half of the customers, so that on `block:sizes=n+n` customers of the same kind befriend each other. The
 * second sign is drawn for the place that nearby customers share.
 *
 * The chance of having the trait after a step is therefore linear in the share of friends who have it, with slope
 * pace · contagion. All other likeness arises without influence. At step `invitedAt` a share `invited` of the
 * customers, drawn at random, takes up the trait: a trial. With contagion alone the model is a noisy voter model.
 */
export const likeness = defineModel({
  name: "likeness",
  about: "Friends are alike because they copy, because they chose each other, or because they share a place.",
  source: "Granovsky & Madras 1995, SPA 55:23 (noisy voter); Shalizi & Thomas 2011, SMR 40:211",
  parameters: {
    prevalence: real(0.5, { min: 0, max: 1, about: "mean chance of the trait for a customer who decides alone" }),
    contagion: real(0, { min: 0, max: 1, about: "chance of copying a friend when reconsidering", lever: true }),
    homophily: real(0, {
      min: 0,
      max: 1,
      about: "distance of the two kinds' chances from the mean, as a share of the mean",
    }),
    context: real(0, {
      min: 0,
      max: 1,
      about: "distance of the places' chances from the mean, as a share of the mean",
    }),
    places: whole(100, { min: 1, max: 1e7, about: "number of places; nearby customers share one" }),
    pace: real(0.2, { min: 0, max: 1, about: "share of customers who reconsider in a step" }),
    invited: real(0, {
      min: 0,
      max: 1,
      about: "share of customers drawn at random to take up the trait in the trial",
      lever: true,
    }),
    invitedAt: whole(0, { min: 0, max: 1e7, about: "step of the trial; 0: the start" }),
  },
  state: {
    has: u8("1 = has the trait"),
    place: u8("1 = a favourable place, 2 = an unfavourable one"),
    drawn: u8("1 = drawn for the trial"),
  },
  streams: {
    start: "node",
    side: "node",
    centre: "sequence",
    trial: "node",
    reconsiders: "node-step",
    copies: "node-step",
    whom: "node-step",
    alone: "node-step",
  },
  steps: 150,
  defaultNetwork: () => "block:sizes=500+500,within=2.2,between=0.8",
  check({ parameters: { prevalence, homophily, context } }) {
    const most = Math.min(1, (1 - prevalence) / prevalence);
    return homophily + context <= most + 1e-12
      ? []
      : [
          `homophily + context must be at most ${most}, so that chances stay between 0 and 1, got ${homophily + context}`,
        ];
  },
  setup({ network, parameters, state, random }) {
    const { has, place, drawn } = state;
    const places = parameters.context > 0 ? surroundings(network, parameters.places, random.centre) : null;
    for (const i of network.nodes) {
      if (places) place[i] = random.side(places[i]) < 0.5 ? 1 : 2;
      drawn[i] = random.trial(i) < parameters.invited ? 1 : 0;
      has[i] =
        random.start(i) < ownChance(network, parameters, place, i) || (drawn[i] && parameters.invitedAt === 0) ? 1 : 0;
    }
  },
  step({ network, parameters, state: { has, place, drawn }, random, time }) {
    const { contagion, pace } = parameters;
    const { offsets, targets } = network.in;
    const before = has.slice();
    for (let i = 0; i < network.size; i++) {
      if (random.reconsiders(i) < pace) {
        const friends = offsets[i + 1] - offsets[i];
        if (friends > 0 && random.copies(i) < contagion)
          has[i] = before[targets[offsets[i] + Math.floor(random.whom(i) * friends)]];
        else has[i] = random.alone(i) < ownChance(network, parameters, place, i) ? 1 : 0;
      }
      if (time === parameters.invitedAt && drawn[i]) has[i] = 1;
    }
  },
  measures: {
    prevalence: { about: "customers with the trait", unit: "share", of: ({ state }) => mean(state.has) },
    excess1: {
      about: "excess chance of the trait one step from a customer who has it",
      unit: "share",
      of: ({ network, state }) => excessAt(network, state.has, 1),
    },
    excess2: {
      about: "excess chance of the trait two steps from a customer who has it",
      unit: "share",
      of: ({ network, state }) => excessAt(network, state.has, 2),
    },
    excess3: {
      about: "excess chance of the trait three steps from a customer who has it",
      unit: "share",
      of: ({ network, state }) => excessAt(network, state.has, 3),
    },
  },
});

/** The kind of a customer: 1 in the first half, −1 in the second. */
export const kindOf = ({ size }: Network, i: number): number => (2 * i < size ? 1 : -1);

function ownChance(
  network: Network,
  { prevalence, homophily, context }: { prevalence: number; homophily: number; context: number },
  place: Uint8Array,
  i: number,
): number {
  const side = context > 0 ? (place[i] === 1 ? 1 : -1) : 0;
  return prevalence * (1 + homophily * kindOf(network, i) + context * side);
}

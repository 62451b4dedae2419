import { defineModel, mean, real, u8 } from "../core/index.ts";
import { pairsAt } from "./degrees/excess.ts";

/**
 * Customers decide once, in the order of the network: with chance `copy` each takes over what one of the
 * in-neighbours before them has, drawn at random, else draws afresh. On a directed path this is a
 * stationary Markov chain, where the excess at distance d is copy^d · (1 − prevalence)/prevalence exactly.
 */
export const copyingChain = defineModel({
  name: "copying-chain",
  about: "Each in turn copies somebody who decided before, or decides alone: contagion at its plainest.",
  source: "the stationary two-state Markov chain (Kemeny & Snell 1960)",
  parameters: {
    copy: real(0.5, { min: 0, max: 1, about: "chance of copying", lever: true }),
    prevalence: real(0.3, { min: 0, max: 1, about: "chance of the trait in whoever decides alone" }),
  },
  state: { has: u8("1 = has the trait") },
  streams: { alone: "node", whether: "node", whom: "node" },
  steps: "rest",
  defaultNetwork: () => "path:nodes=1000,directed=true",
  setup({ network, parameters: { copy, prevalence }, state: { has }, random }) {
    const { offsets, targets } = network.in;
    for (const i of network.nodes) {
      let before = offsets[i];
      while (before < offsets[i + 1] && targets[before] < i) before++;
      const choices = before - offsets[i];
      if (choices > 0 && random.whether(i) < copy)
        has[i] = has[targets[offsets[i] + Math.floor(random.whom(i) * choices)]];
      else has[i] = random.alone(i) < prevalence ? 1 : 0;
    }
  },
  step: () => false,
  measures: {
    prevalence: { about: "customers with the trait", unit: "share", of: ({ state }) => mean(state.has) },
    both1: {
      about: "pairs one step apart that both have it",
      unit: "share",
      of: ({ network, state }) => shareOfPairs(network, state.has, 1),
    },
    both2: {
      about: "pairs two steps apart that both have it",
      unit: "share",
      of: ({ network, state }) => shareOfPairs(network, state.has, 2),
    },
    both3: {
      about: "pairs three steps apart that both have it",
      unit: "share",
      of: ({ network, state }) => shareOfPairs(network, state.has, 3),
    },
  },
});

function shareOfPairs(...job: Parameters<typeof pairsAt>): number {
  const { both, pairs } = pairsAt(...job);
  return both / pairs;
}

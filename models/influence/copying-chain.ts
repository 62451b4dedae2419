import { defineModel, mean, real, u8 } from "../core/index.ts";
import { pairsAt } from "./degrees/excess.ts";

/**
 * Customers decide once, in network order. With chance `copy` a customer copies one of its in-neighbours before it,
 * drawn at random; otherwise it draws for itself. On a directed path this is a stationary Markov chain, in which
 * the excess at distance d is exactly copy^d · (1 − prevalence)/prevalence.
 */
export const copyingChain = defineModel({
  name: "copying-chain",
  about: "Each customer in turn copies someone who decided earlier, or decides alone: the simplest contagion.",
  source: "the stationary two-state Markov chain (Kemeny & Snell 1960)",
  parameters: {
    copy: real(0.5, { min: 0, max: 1, about: "chance of copying", lever: true }),
    prevalence: real(0.3, { min: 0, max: 1, about: "chance of the trait for a customer who decides alone" }),
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
      about: "pairs one step apart in which both have the trait",
      unit: "share",
      of: ({ network, state }) => shareOfPairs(network, state.has, 1),
    },
    both2: {
      about: "pairs two steps apart in which both have the trait",
      unit: "share",
      of: ({ network, state }) => shareOfPairs(network, state.has, 2),
    },
    both3: {
      about: "pairs three steps apart in which both have the trait",
      unit: "share",
      of: ({ network, state }) => shareOfPairs(network, state.has, 3),
    },
  },
});

function shareOfPairs(...job: Parameters<typeof pairsAt>): number {
  const { both, pairs } = pairsAt(...job);
  return both / pairs;
}

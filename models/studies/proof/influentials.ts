import { isGlobal } from "../../cascades/watts-window.ts";
import { generate } from "../../networks/specification.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { type Target, tex } from "./target.ts";

/**
 * How much likelier a cascade is when it starts at one of the tenth with most contacts: chance of a
 * global cascade from them, over that from anyone, on random networks near the upper end of the
 * window, where the well connected trigger most. `contacts` is the same ratio of contacts.
 */
function advantage(seed: string): { cascades: number; contacts: number } {
  const ratios = Array.from({ length: 2 }, (_, drawn) => {
    const network = generate("erdos-renyi:nodes=5000,degree=5.2", seed, drawn);
    const degree = (i: number): number => network.out.degree(i);
    const ranked = Array.from(network.nodes).sort((a, b) => degree(b) - degree(a) || a - b);
    const top = ranked.slice(0, network.size / 10);
    const from = (some: readonly number[], every: number): number => {
      const large = some
        .filter((_, at) => at % every === 0)
        .map((i) => {
          const parameters = { threshold: 0.18, seeds: [String(i)] };
          return Number(
            isGlobal(sample({ network, model: "watts-threshold", parameters, worlds: 1 }, seed)[0], network.size),
          );
        });
      return momentsOf(large).mean;
    };
    return {
      cascades: from(top, 1) / from(ranked, 10),
      contacts: momentsOf(top.map(degree)).mean / momentsOf(ranked.map(degree)).mean,
    };
  });
  return {
    cascades: momentsOf(ratios.map((r) => r.cascades)).mean,
    contacts: momentsOf(ratios.map((r) => r.contacts)).mean,
  };
}

/** Reported with the ratio of contacts beside it: the well connected trigger more, but by less than their contacts. */
export const influentialTarget: Target = {
  section: 3,
  target: "chance of a cascade from the tenth with most contacts, over that from anyone",
  formula: tex`1 \le \frac{P_{\text{tenth}}}{P} < \frac{\langle k\rangle_{\text{tenth}}}{\langle k\rangle}`,
  symbols:
    "P: chance of a cascade above 5 % of customers from one of them, and from one of the tenth with most contacts; k: contacts",
  source: "Watts & Dodds 2007",
  kind: "published",
  expected: 1,
  tolerance: "above 1, below the ratio of contacts",
  stochastic: true,
  got: (seed) => {
    const { cascades, contacts } = advantage(seed);
    return { value: cascades, pass: cascades >= 1 && cascades < contacts };
  },
};

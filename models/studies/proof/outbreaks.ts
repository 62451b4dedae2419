import { generate } from "../../networks/specification.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample, type Sampling } from "./sample.ts";
import { meanOf, type Target, tex } from "./target.ts";

/** What many worlds on many networks say of large cascades: a value a network, so that the values are independent. */
export interface Outbreaks {
  /** Share of worlds whose cascade is large. */
  chances: number[];
  /** Mean share of customers reached by large cascades. */
  sizes: number[];
}

/**
 * Draws `networks` networks and runs `worlds` cascades from one random customer on each; large means above 5 % of
 * customers.
 */
export function outbreaks(
  { networks, ...job }: Sampling & { network: string; networks: number },
  seed: string,
): Outbreaks {
  const result: Outbreaks = { chances: [], sizes: [] };
  for (let drawn = 0; drawn < networks; drawn++) {
    const network = generate(job.network, seed, drawn);
    const shares = sample({ ...job, network }, `${seed}/${drawn}`).map((reach) => reach / network.size);
    const large = shares.filter((share) => share > 0.05);
    result.chances.push(large.length / shares.length);
    if (large.length > 0) result.sizes.push(momentsOf(large).mean);
  }
  return result;
}

/** The function with its answers kept by seed, since chance and size of the same cascades are two targets. */
export function kept<T>(make: (seed: string) => T): (seed: string) => T {
  const answers = new Map<string, T>();
  return (seed) => {
    const answer = answers.get(seed) ?? make(seed);
    answers.set(seed, answer);
    return answer;
  };
}

const symbols = "S: share reached by a large cascade, and the chance of one; T: chance that a tie carries";
const laws = {
  random: { formula: tex`S = 1-e^{-zTS}`, symbols: `${symbols}; z: mean number of contacts` },
  regular: {
    formula: tex`\begin{aligned} u &= G_1(1-T+Tu) = (1-T+Tu)^2 \\ S &= 1-G_0(1-T+Tu) = 1-(1-T+Tu)^3 \end{aligned}`,
    symbols: `${symbols}; u: chance that a tie leads to nobody reached; G: generating functions of contacts, of anyone and beyond a tie`,
  },
};
const kinds: {
  law: keyof typeof laws;
  network: string;
  name: string;
  probability: number;
  expected: number;
  source: string;
}[] = [
  {
    law: "random",
    network: "erdos-renyi:nodes=10000,degree=4",
    name: "random network, degree · T = 1.5",
    probability: 0.375,
    expected: 0.5828116,
    source: "Newman 2002",
  },
  {
    law: "random",
    network: "erdos-renyi:nodes=10000,degree=4",
    name: "random network, degree · T = 2",
    probability: 0.5,
    expected: 0.7968121,
    source: "Newman 2002",
  },
  {
    law: "random",
    network: "erdos-renyi:nodes=10000,degree=4",
    name: "random network, degree · T = 3",
    probability: 0.75,
    expected: 0.9404798,
    source: "Newman 2002",
  },
  {
    law: "regular",
    network: "regular:nodes=10000,degree=3",
    name: "three contacts each, T = .6",
    probability: 0.6,
    expected: 19 / 27,
    source: "Newman 2002",
  },
  {
    law: "regular",
    network: "regular:nodes=10000,degree=3",
    name: "three contacts each, T = .8",
    probability: 0.8,
    expected: 63 / 64,
    source: "Newman 2002",
  },
];

/**
 * Bond percolation: on undirected networks the chance of a large cascade equals its size. Finite networks allow an
 * error of 1e-3.
 */
export const percolationTargets: readonly Target[] = kinds.flatMap(
  ({ law, network, name, probability, expected, source }) => {
    const job = { network, model: "independent-cascade", parameters: { probability }, networks: 60, worlds: 40 };
    const run = kept((seed) => outbreaks(job, seed));
    const claim = { section: 4, ...laws[law], source, expected };
    return [
      meanOf({ ...claim, target: `size of large cascades, ${name}`, error: 2e-4 }, (seed) => run(seed).sizes),
      meanOf({ ...claim, target: `chance of a large cascade, ${name}`, error: 2e-4 }, (seed) => run(seed).chances),
    ];
  },
);

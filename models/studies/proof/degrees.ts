import { simulator } from "../../core/index.ts";
import { find } from "../../catalog.ts";
import { conditionsOf } from "../../influence/estimators/conditions.ts";
import { generate } from "../../networks/specification.ts";
import { kept } from "./outbreaks.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { meanOf, near, type Target, tex } from "./target.ts";

const section = 5;

const chainLaw = {
  formula: tex`\frac{P(X_0=X_d=1)}{\pi^2}-1 = \rho^{\,d}\,\frac{1-\pi}{\pi}`,
  symbols: "ρ: chance of copying the one before; π: prevalence of the trait; d: degrees along the chain",
  source: "stationary Markov chain",
};

/** Pairs that both have the trait, over prevalence², less 1: its mean is exact on a finite path too. */
const chain = (copy: number, prevalence: number, d: number): Target =>
  meanOf(
    {
      section,
      target: `excess at ${d} degrees along a chain, copying ${copy}, prevalence ${prevalence}`,
      ...chainLaw,
      expected: (copy ** d * (1 - prevalence)) / prevalence,
    },
    (seed) =>
      sample(
        {
          network: "path:nodes=1000,directed=true",
          model: "copying-chain",
          parameters: { copy, prevalence },
          worlds: 1000,
          measure: `both${d}`,
        },
        seed,
      ).map((both) => both / prevalence ** 2 - 1),
  );

const chains = [
  [0.5, 0.5],
  [0.5, 0.3],
  [0.8, 0.6],
  [0.25, 0.1],
].flatMap(([copy, prevalence]) => [1, 2, 3].map((d) => chain(copy, prevalence, d)));

interface Known {
  cause: string;
  network: string;
  parameters: Record<string, number>;
  steps: number;
  networks: number;
}
const causes = Object.fromEntries(conditionsOf(20_000).map((condition) => [condition.name, condition]));
const known = (name: string, cause: string, networks: number): Known => ({
  ...causes[name],
  cause,
  steps: causes[name].before,
  networks,
});

/** Worlds of 20,000 customers; ties run both ways, which asks for a little more contagion than the laboratory's. */
const worlds: readonly Known[] = [
  known("homophily", "homophily alone", 100),
  {
    cause: "contagion alone",
    network: "regular:nodes=20000,degree=3",
    parameters: { contagion: 0.975, pace: 0.15 },
    steps: 80,
    networks: 100,
  },
  known("context", "context alone", 100),
  known("a third each", "a third of each", 60),
];

/**
 * The excess at each degree on networks drawn anew, a row a network. One varies by .024 at the first degree; the mean
 * of a hundred by .0024.
 */
function excesses({ network, networks, ...job }: Known, seed: string): number[][] {
  return Array.from({ length: networks }, (_, drawn) => {
    const out = new Float64Array(4);
    simulator(find("likeness").model, generate(network, seed, drawn), { ...job, seed: `${seed}/${drawn}` })(0, out);
    return [...out.subarray(1)];
  });
}

const excessOf = {
  formula: tex`\begin{aligned} \text{excess}_d &= \frac{P_d}{E[P_d]}-1, \quad E[P_d] = \frac{n_1-1}{n-1} \\ P_d &= \frac{\#\{(i,j): d_{ij}=d,\ x_i=x_j=1\}}{\#\{(i,j): d_{ij}=d,\ x_j=1\}} \end{aligned}`,
  symbols:
    "x: has the trait (1) or not; d with two indices: distance of two customers; E: mean over all ways to shuffle the trait; n: customers, of whom n₁ have it. The curve is that of the publication, whatever made it",
  source: "Christakis & Fowler 2007, NEJM 357:370 (obesity 45/20/10 %)",
};
const curves = worlds.flatMap((job) => {
  const rows = kept((seed: string) => excesses(job, seed));
  return [0.45, 0.2, 0.09].map((expected, d) =>
    near(
      {
        section,
        kind: "published",
        target: `excess at ${d + 1} degrees, ${job.cause}`,
        ...excessOf,
        expected,
        allowed: 0.02,
        where: `mean of ${job.networks} networks of 20,000`,
      },
      (seed) => momentsOf(rows(seed).map((row) => row[d])).mean,
    ),
  );
});

/** In the mixture each cause makes as much: kinds and places by themselves, copying by what it adds to both. */
const mixture = known("a third each", "a third of each", 20);
const parts = kept((seed: string) => {
  const only = (left: Record<string, number>): number => {
    const parameters = { ...mixture.parameters, contagion: 0, ...left };
    return momentsOf(excesses({ ...mixture, parameters, steps: 0 }, seed).map(([first]) => first)).mean;
  };
  const all = momentsOf(excesses(mixture, seed).map(([first]) => first)).mean;
  return { kinds: only({ context: 0 }), places: only({ homophily: 0 }), copying: all - only({}) };
});
const thirds = (["kinds", "places", "copying"] as const).map((part) =>
  near(
    {
      section,
      target: `of the mixture's excess at 1 degree, made by ${part}`,
      formula: tex`\text{excess}_1 = h^2\lambda + c^2\,P(\text{same place}) + \text{what copying adds} = 0.45`,
      symbols: "h, c: homophily and context; λ: share of ties within a kind less share between kinds",
      source: "the design of the mixture: a third each",
      expected: 0.15,
      allowed: 0.02,
      where: `mean of ${mixture.networks} networks of 20,000`,
    },
    (seed) => parts(seed)[part],
  ),
);

export const degreesTargets: readonly Target[] = [...chains, ...curves, ...thirds];

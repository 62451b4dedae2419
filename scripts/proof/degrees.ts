import { simulator } from "../../models/core/index.ts";
import { find } from "../../models/catalog.ts";
import { generate } from "../../models/networks/specification.ts";
import { kept } from "./outbreaks.ts";
import { meanOf, momentsOf, near, sample, type Target, tex } from "./target.ts";

const section = 5;

const chainLaw = {
  formula: tex`\frac{P(X_0=X_d=1)}{\pi^2}-1 = \rho^{\,d}\,\frac{1-\pi}{\pi}`,
  symbols: "ρ: chance of copying the one before; π: prevalence of the trait; d: degrees along the chain",
  source: "stationary Markov chain: copy^d (1 − π)/π",
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
      sample({ network: "path:nodes=1000,directed=true", model: "copying-chain", parameters: { copy, prevalence }, worlds: 1000, measure: `both${d}` }, seed).map(
        (both) => both / prevalence ** 2 - 1,
      ),
  );

const chains = [[0.5, 0.5], [0.5, 0.3], [0.8, 0.6], [0.25, 0.1]].flatMap(([copy, prevalence]) => [1, 2, 3].map((d) => chain(copy, prevalence, d)));

/** One cause alone in 20,000 customers; test/influence/likeness.test.ts tells how the two were found. */
const alone = [
  { cause: "homophily", network: "block:sizes=10000+10000,within=2.1708,between=0.8292", parameters: { homophily: 1 }, steps: 1 },
  { cause: "contagion", network: "regular:nodes=20000,degree=3", parameters: { contagion: 0.965, pace: 0.1 }, steps: 300 },
];
/** One network varies by .024 at the first degree; the mean of so many by .0024. */
const NETWORKS = 100;

/** The excess at each degree on networks drawn anew, a row a network. */
function excesses({ network, ...job }: (typeof alone)[number], seed: string): number[][] {
  return Array.from({ length: NETWORKS }, (_, drawn) => {
    const out = new Float64Array(4);
    simulator(find("likeness").model, generate(network, seed, drawn), { ...job, seed: `${seed}/${drawn}` })(0, out);
    return [...out.subarray(1)];
  });
}

const excessOf = {
  formula: tex`\text{excess}_d = \frac{P_d}{E[P_d]}-1, \qquad P_d = \frac{\#\{(i,j): d_{ij}=d,\ x_i=x_j=1\}}{\#\{(i,j): d_{ij}=d,\ x_j=1\}}, \qquad E[P_d] = \frac{n_1-1}{n-1}`,
  symbols: "x: has the trait (1) or not; d with two indices: distance of two customers; E: mean over all ways to shuffle the trait; n: customers, of whom n₁ have it. The curve is that of the publication, whatever made it",
  source: "Christakis & Fowler 2007, NEJM 357:370 (obesity 45/20/10 %)",
};
const curves = alone.flatMap((job) => {
  const rows = kept((seed: string) => excesses(job, seed));
  return [0.45, 0.2, 0.09].map((expected, d) =>
    near(
      {
        section,
        kind: "published",
        target: `excess at ${d + 1} degrees, ${job.cause} alone`,
        ...excessOf,
        expected,
        allowed: 0.02,
        where: `mean of ${NETWORKS} networks of 20,000`,
      },
      (seed) => momentsOf(rows(seed).map((row) => row[d])).mean,
    ),
  );
});

export const degreesTargets: readonly Target[] = [...chains, ...curves];

import { fromEdges } from "../../networks/edges.ts";
import { sample } from "./sample.ts";
import { meanOf, type Target, tex } from "./target.ts";

const section = 4;
const WORLDS = 4_000;
const meetings = "Chen, Lu & Zhang 2012, on a path";

interface Fact {
  target: string;
  formula: string;
  symbols: string;
  source: string;
  expected: number;
}
const reach = (
  fact: Fact,
  network: Parameters<typeof sample>[0]["network"],
  model: string,
  parameters: Record<string, unknown>,
  measure = "reach",
): Target =>
  meanOf({ section, ...fact }, (seed) => sample({ network, model, parameters, worlds: WORLDS, measure }, seed));

/** News that keeps the share d of its chance p at each tie it has passed. */
const fading: Target[] = [
  ...(
    [
      [0.8, 0.5],
      [0.5, 0.9],
      [1, 0.7],
    ] as const
  ).map(([p, d]) =>
    reach(
      {
        target: `news at ${p} that keeps ${d} at each tie, path of 4 from 0`,
        formula: tex`E\lvert R\rvert = 1 + p + p\cdot pd + p\cdot pd\cdot pd^{2}`,
        symbols: "R: those reached; p: chance of a try of a first customer; d: share of it kept at each tie",
        source: "closed form",
        expected: 1 + p + p * p * d + (p * d) ** 3,
      },
      "path:nodes=4",
      "independent-cascade",
      { probability: p, decay: d, seeds: ["0"] },
    ),
  ),
  reach(
    {
      target: "news at .7 that keeps .6 at each tie, cycle of 5",
      formula: tex`\begin{aligned} E\lvert R\rvert &= 1 + 2p + 2\bigl(q + (1-q)\,q\,pd^{2}\bigr) \\ q &= p\cdot pd \end{aligned}`,
      symbols:
        "R: those reached; p: chance of a try of the first customer; d: share of it kept at each tie; q: news comes by the short side",
      source: "closed form",
      expected: 1 + 1.4 + 2 * (0.294 + 0.706 * 0.294 * 0.252),
    },
    "ring:nodes=5,degree=2",
    "independent-cascade",
    { probability: 0.7, decay: 0.6, seeds: ["0"] },
  ),
];

/** News that takes a geometric number of rounds of mean m, from customers who leave with chance c a round. */
const late: Target[] = [
  ...[2, 5].map((m) =>
    reach(
      {
        target: `rounds until news that takes ${m} has walked a path of 4`,
        formula: tex`E[T] = 3m`,
        symbols: "T: round in which the last joins; m: mean rounds a try takes",
        source: meetings,
        expected: 3 * m,
      },
      "path:nodes=4",
      "independent-cascade",
      { probability: 1, delay: m, seeds: ["0"] },
      "rounds",
    ),
  ),
  ...(
    [
      [0.8, 5, 0.5],
      [1, 3, 0.2],
      [0.9, 1, 0.7],
    ] as const
  ).map(([p, m, c]) => {
    const q = p / m / (1 - (1 - 1 / m) * (1 - c));
    return reach(
      {
        target: `news at ${p} that takes ${m} from customers who leave at ${c}, path of 4 from 0`,
        formula: tex`\begin{aligned} E\lvert R\rvert &= 1 + q + q^{2} + q^{3} \\ q &= \frac{p/m}{1-(1-1/m)(1-c)} \end{aligned}`,
        symbols:
          "R: those reached; p: chance of a try; m: mean rounds it takes; c: chance a round that a customer leaves; q: a try succeeds before that",
        source: meetings,
        expected: 1 + q + q * q + q * q * q,
      },
      "path:nodes=4",
      "independent-cascade",
      { probability: p, delay: m, churn: c, seeds: ["0"] },
    );
  }),
];

/** A customer who hears only the first k of the n that try. */
const missed: Target[] = [1, 3].map((k) =>
  reach(
    {
      target: `five at .3 try one who attends to ${k}`,
      formula: tex`E\lvert R\rvert = n + 1 - (1-p)^{k}`,
      symbols: "R: those reached; n: first customers, who all try the same one; p: chance of a try; k: tries it hears",
      source: "closed form",
      expected: 6 - 0.7 ** k,
    },
    "star:nodes=6",
    "independent-cascade",
    { probability: 0.3, attention: k, seeds: ["1", "2", "3", "4", "5"] },
  ),
);

/** Customer i sees i ± 1 and i ± 2 of 0 … 5. */
const strip = fromEdges({
  size: 6,
  directed: false,
  sources: Uint32Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4),
  targets: Uint32Array.of(1, 2, 2, 3, 3, 4, 4, 5, 5),
}).network;

/** Two contacts are needed, and those who have left no longer count. */
const lost: Target[] = [0.3, 0.6].map((c) =>
  reach(
    {
      target: `two needed along a strip of 6, customers leave at ${c}`,
      formula: tex`E\lvert R\rvert = 3 + (1-c) + (1-c)^{2} + (1-c)^{3}`,
      symbols:
        "R: those reached; c: chance a round that a customer leaves; each further one joins if the one before the last stayed a round",
      source: "closed form",
      expected: 3 + (1 - c) + (1 - c) * (1 - c) + (1 - c) * (1 - c) * (1 - c),
    },
    strip,
    "complex-contagion",
    { threshold: 2, churn: c, seeds: ["0", "1"] },
  ),
);

export const lateNewsTargets: readonly Target[] = [...fading, ...late, ...missed, ...lost];

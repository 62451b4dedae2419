import { sample } from "./sample.ts";
import { meanOf, type Target, tex } from "./target.ts";

const section = 7;

/** The mean that each way of copying keeps is the chance that all end at 1. */
const copiers = {
  node: tex`P(\text{all end at 1}) = \frac{\sum_{i\in S}k_i}{\sum_i k_i}`,
  link: tex`P(\text{all end at 1}) = \frac{\lvert S\rvert}{n}`,
  invasion: tex`P(\text{all end at 1}) = \frac{\sum_{i\in S}1/k_i}{\sum_i 1/k_i}`,
};
const copying: [
  what: string,
  by: keyof typeof copiers,
  network: string,
  parameters: Record<string, unknown>,
  expected: number,
][] = [
  ["the centre of a star of 5", "node", "star:nodes=5", { ones: ["0"] }, 4 / 8],
  ["the tip of a star of 5", "node", "star:nodes=5", { ones: ["1"] }, 1 / 8],
  ["the end of a path of 4", "node", "path:nodes=4", { ones: ["0"] }, 1 / 6],
  ["the end of a path of 4, links drawn", "link", "path:nodes=4", { ones: ["0"], update: "link" }, 1 / 4],
  ["the end of a path of 4, copied ones drawn", "invasion", "path:nodes=4", { ones: ["0"], update: "invasion" }, 1 / 3],
  ["the president of the karate club", "node", "karate", { ones: ["33"] }, 17 / 156],
  [
    "both heads of the karate club, all at once",
    "node",
    "karate",
    { ones: ["0", "33"], clock: "synchronous" },
    33 / 156,
  ],
  [
    "the first 5 of 20 who all know each other",
    "node",
    "complete:nodes=20",
    { ones: ["0", "1", "2", "3", "4"] },
    1 / 4,
  ],
];
const copierSymbols = "S: those who hold 1 at first; k: contacts; n: customers";
const voters: Target[] = copying.map(([what, by, on, parameters, expected]) =>
  meanOf(
    {
      section,
      target: `chance that all come to copy ${what}`,
      formula: copiers[by],
      symbols: copierSymbols,
      source: "Sood, Antal & Redner 2008",
      expected,
    },
    (seed) => sample({ network: on, model: "voter", parameters, worlds: 10_000, measure: "opinion" }, seed),
  ),
);

const oneSplit = tex`\begin{aligned} p_1 &= \sum_{m>r/2}\binom{r}{m}p_0^m(1-p_0)^{r-m} \\ &\quad+\tau\binom{r}{r/2}\bigl(p_0(1-p_0)\bigr)^{r/2} \end{aligned}`;
const splitSymbols =
  "p₀, p₁: share who hold 1 before and after; r: size of a group; τ: 1 where r is even and ties go to 1, else 0";

/** How often all end at 1, or the share at 1 after one step, where that is known for groups, pairs and panels. */
const groups: [
  target: string,
  formula: string,
  symbols: string,
  source: string,
  model: string,
  network: string,
  parameters: Record<string, unknown>,
  steps: number | undefined,
  worlds: number,
  expected: number,
][] = [
  [
    "share after one split into groups of 3, from .4",
    oneSplit,
    splitSymbols,
    "Galam 2002",
    "majority-rule",
    "complete:nodes=300",
    { meeting: "anyone", share: 0.4 },
    1,
    1000,
    0.352,
  ],
  [
    "share after one split into groups of 4, ties to 1, from .3",
    oneSplit,
    splitSymbols,
    "Galam 2002",
    "majority-rule",
    "complete:nodes=300",
    { meeting: "anyone", group: 4, tie: "one", share: 0.3 },
    1,
    1000,
    0.3483,
  ],
  [
    "chance that all end at 1, groups of 3, 2 of 6 at first",
    tex`E_n = 2^{-(N-3)}\sum_{k=1}^{n-1}\binom{N-3}{k-1}`,
    "E: chance that all end at 1 from n of N, when groups of 3 drawn at random follow their majority",
    "Krapivsky & Redner 2003",
    "majority-rule",
    "complete:nodes=6",
    { ones: ["0", "1"] },
    undefined,
    10_000,
    1 / 8,
  ],
  [
    "chance that pairs convince all, 4 of 10 at first",
    tex`E_n = \frac{n(n-1)}{n(n-1)+(N-n)(N-n-1)}`,
    "E: chance that all end at 1 from n of N: the first pair that agrees convinces everybody",
    "Sznajd-Weron & Sznajd 2000",
    "sznajd",
    "complete:nodes=10",
    { ones: ["0", "1", "2", "3"] },
    undefined,
    10_000,
    6 / 21,
  ],
  [
    "chance that all follow the president, panels of 2 at doubt ½",
    copiers.node,
    copierSymbols,
    "Castellano et al. 2009",
    "q-voter",
    "karate",
    { ones: ["33"], doubt: 0.5 },
    undefined,
    10_000,
    17 / 156,
  ],
];
const companies: Target[] = groups.map(
  ([target, formula, symbols, source, model, on, parameters, steps, worlds, expected]) =>
    meanOf({ section, target, formula, symbols, source, expected }, (seed) =>
      sample({ network: on, model, parameters, steps, worlds, measure: "opinion" }, seed),
    ),
);

/** How often all end up with one of two opinions that are copied. */
export const copyingTargets: readonly Target[] = [...voters, ...companies];

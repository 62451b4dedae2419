import { fromEdges } from "../../networks/edges.ts";
import { sample } from "./sample.ts";
import { exactly, meanOf, type Target, tex } from "./target.ts";

const kempe = "Kempe, Kleinberg & Tardos 2003";
const section = 4;
const WORLDS = 100_000;

const symbols =
  "E|R(S)|: mean reach of the first customers S, themselves included; R with an index A or L: those they reach over the arcs in it";
/** Expected reach by the live arcs of each model, summed over all the ways they can fall out. */
const reaches = {
  cascade: {
    formula: tex`E\lvert R(S)\rvert = \sum_{A\subseteq E}\lvert R_A(S)\rvert\,p^{\lvert A\rvert}(1-p)^{\lvert E\rvert-\lvert A\rvert}`,
    symbols: `${symbols}; p: chance that an arc of E carries`,
  },
  threshold: {
    formula: tex`\begin{aligned} E\lvert R(S)\rvert &= \sum_{L}\lvert R_L(S)\rvert\prod_{v} b_{L(v),\,v} \\ b_{uv} &= \frac{1}{d_v} \end{aligned}`,
    symbols: `${symbols}; L: each customer v with the one arc, of those that arrive, which decides for it; d: how many arrive`,
  },
  weighted: {
    formula: tex`\begin{aligned} E\lvert R(S)\rvert &= \sum_{A\subseteq E}\lvert R_A(S)\rvert\prod_{e\in A} p_e\prod_{e\notin A}(1-p_e) \\ p_{e} &= \frac{1}{d_v}, \quad e = uv \end{aligned}`,
    symbols: `${symbols}; d: how many arcs arrive`,
  },
};
type Reach = keyof typeof reaches;

/** Expected reach on small networks; the last decimals shown are rounded where `error` says so. */
const small: {
  name: string;
  network: string;
  seeds: string[];
  low: number;
  high: number;
  linear: number;
  weighted?: number;
  error?: number;
}[] = [
  { name: "path of 4 from 0", network: "path:nodes=4", seeds: ["0"], low: 1.111, high: 1.875, linear: 2, weighted: 2 },
  {
    name: "path of 4 from 0 and 3",
    network: "path:nodes=4",
    seeds: ["0", "3"],
    low: 2.218,
    high: 3.25,
    linear: 3.5,
    weighted: 3.25,
  },
  {
    name: "star of 5 from a tip",
    network: "star:nodes=5",
    seeds: ["1"],
    low: 1.13,
    high: 2.25,
    linear: 2,
    weighted: 2,
  },
  {
    name: "cycle of 5",
    network: "ring:nodes=5,degree=2",
    seeds: ["0"],
    low: 1.22216,
    high: 2.75,
    linear: 23 / 8,
    weighted: 2.75,
  },
  {
    name: "complete graph of 4",
    network: "complete:nodes=4",
    seeds: ["0"],
    low: 1.358104,
    high: 3.25,
    linear: 26 / 9,
    weighted: 2.4855967,
    error: 5e-8,
  },
  {
    name: "grid of 3 × 3 from its middle",
    network: "grid:rows=3,columns=3",
    seeds: ["4"],
    low: 1.4875809,
    high: 5.4853516,
    linear: 241 / 54,
    error: 5e-8,
  },
];

function rowsOf({ name, network, seeds, low, high, linear, weighted, error }: (typeof small)[number]): Target[] {
  const claim = (
    what: string,
    by: Reach,
    expected: number,
    model: string,
    parameters: Record<string, unknown>,
  ): Target =>
    meanOf({ section, target: `${what}, ${name}`, ...reaches[by], source: kempe, expected, error }, (seed) =>
      sample({ network, model, parameters: { ...parameters, seeds }, worlds: WORLDS }, seed),
    );
  return [
    claim("independent cascade at .1", "cascade", low, "independent-cascade", { probability: 0.1 }),
    claim("independent cascade at .5", "cascade", high, "independent-cascade", { probability: 0.5 }),
    claim("independent cascade by skips at .5", "cascade", high, "independent-cascade", {
      probability: 0.5,
      draws: "skip",
    }),
    claim("linear threshold", "threshold", linear, "linear-threshold", {}),
    ...(weighted === undefined
      ? []
      : [claim("weighted cascade", "weighted", weighted, "independent-cascade", { weighting: "weighted-cascade" })]),
  ];
}

/** Expected reach to six decimals. */
const larger: [name: string, network: string, model: string, parameters: Record<string, unknown>, expected: number][] =
  [
    [
      "independent cascade at .1, karate club from 0",
      "karate",
      "independent-cascade",
      { probability: 0.1, seeds: ["0"] },
      3.412651,
    ],
    [
      "independent cascade by skips at .1, karate club from 0",
      "karate",
      "independent-cascade",
      { probability: 0.1, draws: "skip", seeds: ["0"] },
      3.412651,
    ],
    [
      "independent cascade at .1, karate club from 33",
      "karate",
      "independent-cascade",
      { probability: 0.1, seeds: ["33"] },
      3.501992,
    ],
    [
      "independent cascade at .1, karate club from 0 and 33",
      "karate",
      "independent-cascade",
      { probability: 0.1, seeds: ["0", "33"] },
      6.424545,
    ],
    ["linear threshold, karate club from 0", "karate", "linear-threshold", { seeds: ["0"] }, 12.254303],
    [
      "independent cascade at .2, complete graph of 5",
      "complete:nodes=5",
      "independent-cascade",
      { probability: 0.2, seeds: ["0"] },
      2.270137,
    ],
    [
      "independent cascade at .1, complete graph of 10",
      "complete:nodes=10",
      "independent-cascade",
      { probability: 0.1, seeds: ["0"] },
      3.026929,
    ],
  ];

const trapArcs = [
  [0, 1, 2, 3, 4, 5].map((v) => [12, v]),
  [6, 7, 8, 9, 10, 11].map((v) => [13, v]),
  [0, 1, 2, 3, 6, 7, 8, 9].map((v) => [14, v]),
].flat();
/** A → 0…5, B → 6…11, C → 0…3 and 6…9; A, B, C are 12, 13, 14. */
export const trap = fromEdges({
  size: 15,
  directed: true,
  sources: Uint32Array.from(trapArcs, ([from]) => from),
  targets: Uint32Array.from(trapArcs, ([, to]) => to),
}).network;

const trapReach = (seeds: string[]): number =>
  sample({ network: trap, model: "independent-cascade", parameters: { probability: 1, seeds }, worlds: 1 }, "1")[0];

/** The reach of two first customers, the second chosen by `of` its first. */
const bestWith = (first: string[]): string => {
  const others = ["12", "13", "14"].filter((key) => !first.includes(key));
  return others.reduce((best, key) => (trapReach([...first, key]) > trapReach([...first, best]) ? key : best));
};
function greedyPair(): number {
  const first = bestWith([]);
  return trapReach([first, bestWith([first])]);
}
const bestPair = (): number => Math.max(...["12", "13", "14"].map((key) => trapReach([key, bestWith([key])])));

const greed = {
  formula: tex`\begin{aligned} S_{j+1} &= S_j\cup\Bigl\{\operatorname*{arg\,max}_{v}\,\sigma(S_j\cup\{v\})\Bigr\} \\ \sigma(S_k) &\ge \Bigl(1-\frac{1}{e}\Bigr)\max_{\lvert S\rvert=k}\sigma(S) \end{aligned}`,
  symbols:
    "σ: mean reach; k: how many first customers, here 2. A reaches 0 … 5, B 6 … 11, C 0 … 3 and 6 … 9: greedy takes C first and ends at 12, A and B reach 14",
};

export const cascadeTargets: readonly Target[] = [
  ...small.flatMap(rowsOf),
  ...larger.map(([target, network, model, parameters, expected]) =>
    meanOf(
      {
        section,
        target,
        ...reaches[model === "linear-threshold" ? "threshold" : "cascade"],
        source: kempe,
        expected,
        error: 5e-7,
      },
      (seed) => sample({ network, model, parameters, worlds: WORLDS }, seed),
    ),
  ),
  exactly({ section, target: "greedy trap: greedy choice of two", ...greed, source: kempe, expected: 12 }, greedyPair),
  exactly({ section, target: "greedy trap: best choice of two", ...greed, source: kempe, expected: 14 }, bestPair),
];

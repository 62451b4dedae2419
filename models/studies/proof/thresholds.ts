import { crowdOf } from "../../cascades/crowd.ts";
import { cascadeWindow } from "../../cascades/watts-window.ts";
import { influentialTarget } from "./influentials.ts";
import { kept, outbreaks } from "./outbreaks.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { exactly, holds, near, type Target, tex } from "./target.ts";

const section = 3;
const watts = "Watts 2002";
const centola = "Centola & Macy 2007";
const granovetter = "Granovetter 1978";

const windowLaw = {
  formula: tex`z\sum_{k=0}^{\lfloor 1/\varphi\rfloor-2} e^{-z}\,\frac{z^k}{k!} = 1`,
  symbols:
    "z: mean number of contacts at the end of the window; φ: threshold, the share of contacts that must be active",
};
const windows: Target[] = (
  [
    [0.18, 1.020704, 5.764677],
    [0.22, 1.114142, 3.863069],
  ] as const
).flatMap(([threshold, ...ends]) =>
  (["low", "high"] as const).map((end, at) =>
    exactly(
      {
        section,
        target: `${end === "low" ? "lower" : "upper"} end of the cascade window at threshold ${threshold}`,
        ...windowLaw,
        source: watts,
        expected: ends[at],
        digits: 6,
      },
      () => cascadeWindow(threshold)?.[end] ?? NaN,
    ),
  ),
);

const globalSymbols = "pₖ: share of customers with k contacts, Poisson with mean z; φ: threshold";
const chanceLaw = {
  formula: tex`\begin{aligned} P &= 1-\sum_k p_k(1-v)^k \\ v &= \sum_{k\le\lfloor 1/\varphi\rfloor}\frac{k\,p_k}{z}\bigl(1-(1-v)^{k-1}\bigr) \end{aligned}`,
  symbols: `${globalSymbols}; P: chance of a global cascade from one customer; v: chance that a tie leads to the large cluster of customers whom one contact is enough to tip`,
};
const sizeLaw = {
  formula: tex`\begin{aligned} S &= \sum_k p_k\sum_{m\ge\varphi k}^{k}\binom{k}{m}q^m(1-q)^{k-m} \\ q &= \sum_k \frac{k\,p_k}{z}\sum_{m\ge\varphi k}^{k-1}\binom{k-1}{m}q^m(1-q)^{k-1-m} \end{aligned}`,
  symbols: `${globalSymbols}; S: share reached by a global cascade, m ≥ 1; q: chance that a tie leads to somebody reached, the largest solution`,
};
const triggers: Target[] = [
  [2, 0.75422, 0.79661],
  [3, 0.87346, 0.94048],
  [4, 0.8653, 0.98017],
].flatMap(([degree, chance, size]) => {
  const job = {
    network: `erdos-renyi:nodes=10000,degree=${degree}`,
    model: "watts-threshold",
    parameters: { threshold: 0.18 },
    networks: 50,
    worlds: 160,
  };
  const run = kept((seed) => outbreaks(job, seed));
  const claim = { section, source: watts, where: "at 10,000 customers" };
  return [
    near(
      {
        ...claim,
        ...chanceLaw,
        target: `chance of a global cascade, ${degree} contacts`,
        expected: chance,
        allowed: 0.03,
      },
      (seed) => momentsOf(run(seed).chances).mean,
    ),
    near(
      { ...claim, ...sizeLaw, target: `size of a global cascade, ${degree} contacts`, expected: size, allowed: 0.005 },
      (seed) => momentsOf(run(seed).sizes).mean,
    ),
  ];
});

/** 100 people who all see each other, with thresholds 0 … 99 unless changed. */
function riot(changes: Record<number, number>): number {
  const crowd = crowdOf(Array.from({ length: 100 }, (_, i) => changes[i] ?? i));
  return sample(
    { network: crowd, model: "complex-contagion", parameters: { thresholds: "own", seedCount: 0 }, worlds: 1 },
    "1",
  )[0];
}
const riotLaw = {
  formula: tex`\begin{aligned} r_0 &= 0 \\ r_{t+1} &= \#\{i : \theta_i\le r_t\} \end{aligned}`,
  symbols: "r: rioters; θ: how many must riot before person i joins, 0 … 99 unless changed",
};
const riots: Target[] = [
  exactly({ section, target: "rioters, thresholds 0 … 99", ...riotLaw, source: granovetter, expected: 100 }, () =>
    riot({}),
  ),
  exactly(
    { section, target: "rioters, the threshold 1 replaced by 2", ...riotLaw, source: granovetter, expected: 1 },
    () => riot({ 1: 2 }),
  ),
  exactly(
    { section, target: "rioters, the threshold 50 replaced by 51", ...riotLaw, source: granovetter, expected: 50 },
    () => riot({ 50: 51 }),
  ),
];

/** A Moore torus, from one customer where one neighbour is enough, else from one and its 8 neighbours. */
function onTorus(torus: string, threshold: number, measure: "reach" | "rounds", seed = "1"): number {
  const parameters = { threshold, seeds: ["0"], seedNeighbourhood: threshold > 1 };
  return sample({ network: torus, model: "complex-contagion", parameters, worlds: 1, measure }, seed)[0];
}
const large = "moore-torus:rows=200,columns=200";
const growth = {
  formula: tex`\begin{aligned} A_{t+1} &= A_t\cup\{v : \lvert N(v)\cap A_t\rvert\ge a\} \\ T &= \min\{t : A_{t+1} = A_t\} \end{aligned}`,
  symbols:
    "A: customers reached; N: the 8 around one on the torus; a: how many of them are needed; T: rounds; from one customer where a = 1, else from one and the 8 around it; published counts",
};
const torus: Target[] = [
  ...[100, 197, 295].map((expected, at) =>
    exactly(
      { section, target: `rounds to fill the torus, ${at + 1} needed`, ...growth, source: centola, expected },
      () => onTorus(large, at + 1, "rounds"),
    ),
  ),
  ...[1, 2, 3].map((needed) =>
    exactly(
      {
        section,
        target: `customers reached on the torus, ${needed} needed`,
        ...growth,
        source: centola,
        expected: 40_000,
      },
      () => onTorus(large, needed, "reach"),
    ),
  ),
  exactly(
    { section, target: "customers reached on the torus, 4 needed", ...growth, source: centola, expected: 9 },
    () => onTorus(large, 4, "reach"),
  ),
];

const swapped = (share: number): string => `moore-torus:rows=60,columns=60,rewire=${share}`;

/**
 * The least share of ties rewired, of those tried, at which less than half of the torus is reached; 2 if there is none.
 */
function stopsAt(threshold: number, seed: string): number {
  const shares = [0, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1];
  return shares.find((share) => onTorus(swapped(share), threshold, "reach", seed) < 1800) ?? 2;
}
const rewiring: Target[] = [
  holds(
    {
      section,
      target: "a fifth of ties rewired, one needed: fewer than half the rounds",
      formula: tex`T_{1}(0.2) < \tfrac{1}{2}\,T_{1}(0)`,
      symbols:
        "T: rounds to rest where one contact is enough, by the share of ties rewired with contacts kept; published shape",
      source: centola,
    },
    (seed) => onTorus(swapped(0.2), 1, "rounds", seed) < onTorus(swapped(0), 1, "rounds", seed) / 2,
  ),
  holds(
    {
      section,
      target: "rewiring stops three needed before it stops two",
      formula: tex`\begin{aligned} \rho_3 &< \rho_2 \\ \rho_a &= \min\{\rho : \lvert A_\infty(a,\rho)\rvert < n/2\} \end{aligned}`,
      symbols:
        "A: customers reached in the end where a contacts are needed and a share ρ of ties is rewired; n: all customers; published shape",
      source: centola,
    },
    (seed) => stopsAt(3, seed) < stopsAt(2, seed),
  ),
];

export const thresholdTargets: readonly Target[] = [
  ...windows,
  ...triggers,
  ...riots,
  ...torus,
  ...rewiring,
  influentialTarget,
];

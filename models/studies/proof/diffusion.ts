import { type Adoption, continuousShare, stepShare } from "./adoption-chain.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { meanOf, near, type Target, tex } from "./target.ts";

const section = 6;
const bass = "Bass 1969";

const symbols =
  "p: innovation; q: imitation; M: customers; k, K: how many have adopted; h: chance that one more does; F: share that has";
const laws = {
  continuous: {
    formula: tex`\begin{aligned} \dot P_k &= \lambda_{k-1}P_{k-1}-\lambda_k P_k \\ \lambda_k &= (M-k)\Bigl(p+\frac{qk}{M-1}\Bigr) \\ E[F(t)] &= \frac{1}{M}\sum_k k\,P_k(t) \end{aligned}`,
    symbols,
  },
  step: {
    formula: tex`\begin{aligned} K_{t+1}-K_t &\sim \operatorname{Binomial}(M-K_t,\,h_t) \\ h_t &= \min\Bigl(1,\,p+\frac{qK_t}{M-1}\Bigr) \\ E[F(t)] &= \frac{E[K_t]}{M} \end{aligned}`,
    symbols,
  },
  recursion: { formula: tex`F_{t+1} = F_t+(1-F_t)(p+qF_t)`, symbols },
  innovators: {
    formula: tex`E = \frac{1}{M}\sum_{k=0}^{M-1}\frac{p}{p+qk/(M-1)}`,
    symbols: `${symbols}; E: mean share of innovators`,
  },
};

/** Adoption among customers who all see each other: the share at a time, exact for that number of customers. */
function adoption(
  { size, innovation, imitation, time }: Adoption,
  clock: "step" | "continuous",
  worlds: number,
  expected: number,
  error = 0,
): Target {
  const target = `Bass, ${clock === "step" ? "steps" : "continuous time"}, ${size} customers, p ${innovation.toFixed(2)}, q ${imitation.toFixed(2)}, share at ${time}`;
  const parameters = { innovation, imitation, clock, horizon: time };
  return meanOf({ section, target, ...laws[clock], source: bass, expected, error }, (seed) =>
    sample({ network: `complete:nodes=${size}`, model: "bass", parameters, worlds, measure: "adopted" }, seed),
  );
}

const facts = { innovation: 0.03, imitation: 0.38 };
const printed: Target[] = [
  adoption({ ...facts, size: 10, time: 8 }, "continuous", 8000, 0.535545, 5e-7),
  adoption({ ...facts, size: 100, time: 8 }, "continuous", 1000, 0.63778, 5e-7),
  adoption({ ...facts, size: 1000, time: 8 }, "continuous", 40, 0.650329, 5e-7),
];

/**
 * Other points of the same formulas; in the last the unit of time is such that adoption peaks at 6, where the curve of
 * infinitely many is 1/2 − p/(2q).
 */
const scale = 6.192619 / 6;
const others: Target[] = [
  ...[
    { ...facts, size: 60, time: 5 },
    { ...facts, size: 60, time: 10 },
    { size: 30, innovation: 0.01, imitation: 0.6, time: 9 },
    { size: 200, innovation: 0.03 * scale, imitation: 0.38 * scale, time: 6 },
  ].map((each) => adoption(each, "continuous", 600, continuousShare(each))),
  ...[
    { ...facts, size: 10, time: 8 },
    { ...facts, size: 100, time: 8 },
    { size: 30, innovation: 0.01, imitation: 0.6, time: 9 },
  ].map((each) => adoption(each, "step", 2000, stepShare(each))),
];

/** The synchronous recursion F' = F + (1 − F)(p + qF). */
const recursion: Target[] = [
  [1, 0.03],
  [2, 0.070158],
  [3, 0.122843],
  [4, 0.190104],
  [8, 0.58809],
].map(([time, expected]) =>
  near(
    {
      section,
      target: `Bass, steps, recursion at ${time}`,
      ...laws.recursion,
      source: bass,
      expected,
      allowed: time < 8 ? 0.01 : 0.02,
      where: "at 2,000 customers",
    },
    (seed) => {
      const job = {
        network: "complete:nodes=2000",
        model: "bass",
        parameters: { ...facts, horizon: time },
        worlds: 40,
        measure: "adopted",
      };
      return momentsOf(sample(job, seed)).mean;
    },
  ),
);

/** Once all have adopted, k adopters before one make it an innovator with chance p / (p + q·k/(M − 1)). */
const innovators = meanOf(
  {
    section,
    target: "Bass, adopters whom nobody brought in, 50 customers",
    ...laws.innovators,
    source: bass,
    expected: Array.from({ length: 50 }, (_, k) => 0.03 / (0.03 + (0.38 * k) / 49)).reduce(
      (sum, share) => sum + share / 50,
      0,
    ),
  },
  (seed) =>
    sample(
      {
        network: "complete:nodes=50",
        model: "bass",
        parameters: { clock: "continuous", horizon: 2000 },
        worlds: 600,
        measure: "innovators",
      },
      seed,
    ),
);

export const diffusionTargets: readonly Target[] = [...printed, ...others, ...recursion, innovators];

import { generate } from "../../models/networks/specification.ts";
import { type Adoption, continuousShare, stepShare } from "./adoption-chain.ts";
import { holds, meanOf, momentsOf, near, sample, type Target, tex } from "./target.ts";

const section = 6;
const bass = "Bass 1969";
const rahmandad = "Rahmandad & Sterman 2008";

const symbols = "p: innovation; q: imitation; M: customers; k: how many have adopted; F: share that has";
const laws = {
  continuous: {
    formula: tex`\begin{aligned} \dot P_k &= \lambda_{k-1}P_{k-1}-\lambda_k P_k, \qquad \lambda_k = (M-k)\Bigl(p+\frac{qk}{M-1}\Bigr) \\ E[F(t)] &= \frac{1}{M}\sum_k k\,P_k(t) \end{aligned}`,
    symbols,
  },
  step: {
    formula: tex`\begin{aligned} K_{t+1}-K_t &\sim \operatorname{Binomial}\Bigl(M-K_t,\ \min\Bigl(1,\,p+\frac{qK_t}{M-1}\Bigr)\Bigr) \\ E[F(t)] &= \frac{E[K_t]}{M} \end{aligned}`,
    symbols,
  },
  recursion: { formula: tex`F_{t+1} = F_t+(1-F_t)(p+qF_t)`, symbols },
  innovators: { formula: tex`E = \frac{1}{M}\sum_{k=0}^{M-1}\frac{p}{p+qk/(M-1)}`, symbols: `${symbols}; E: mean share of innovators` },
};

/** Adoption among customers who all see each other: the share at a time, exact for that number of customers. */
function adoption({ size, innovation, imitation, time }: Adoption, clock: "step" | "continuous", worlds: number, expected: number, error = 0): Target {
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

/** Other points of the same formulas; in the last the unit of time is such that adoption peaks at 6, where the curve of infinitely many is 1/2 − p/(2q). */
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
  near({ section, target: `Bass, steps, recursion at ${time}`, ...laws.recursion, source: bass, expected, allowed: time < 8 ? 0.01 : 0.02, where: "at 2,000 customers" }, (seed) => {
    const job = { network: "complete:nodes=2000", model: "bass", parameters: { ...facts, horizon: time }, worlds: 40, measure: "adopted" };
    return momentsOf(sample(job, seed)).mean;
  }),
);

/** Once all have adopted, k adopters before one make it an innovator with chance p / (p + q·k/(M − 1)). */
const innovators = meanOf(
  {
    section,
    target: "Bass, adopters whom nobody brought in, 50 customers",
    ...laws.innovators,
    source: bass,
    expected: Array.from({ length: 50 }, (_, k) => 0.03 / (0.03 + (0.38 * k) / 49)).reduce((sum, share) => sum + share / 50, 0),
  },
  (seed) => sample({ network: "complete:nodes=50", model: "bass", parameters: { clock: "continuous", horizon: 2000 }, worlds: 600, measure: "innovators" }, seed),
);

/** Exposed pass it on through 4 contacts a day at .05, infected through 1.25 at .06; each stage lasts 15 days. */
const epidemic = { kind: "SEIR", exposedInfection: 0.2, infection: 0.075, onset: 1 / 15, recovery: 1 / 15, contacts: "shared", clock: "continuous" };
/** The same a tie, for networks of 10 contacts a customer: who has more contacts meets more. */
const byTie = { ...epidemic, exposedInfection: 0.02, infection: 0.0075, contacts: "each" };
const sizes = (network: string, seedCount: number, worlds: number, seed: string, rates = epidemic): number[] => {
  const drawn = generate(network, seed);
  return sample({ network: drawn, model: "contagion", parameters: { ...rates, seedCount }, worlds }, seed).map((reach) => reach / drawn.size);
};
/** Mean final share of 200 customers over `drawn` networks, three worlds each. */
function overNetworks(network: string, seedCount: number, drawn: number, seed: string): number {
  return momentsOf(Array.from({ length: drawn }, (_, d) => sizes(network, seedCount, 3, `${seed}/${d}`, byTie)).flat()).mean;
}
const HUBS = "barabasi-albert:nodes=200,links=5";

const rates = "c, i: contacts a day and infectivity, of the exposed .2 together, of the infected .075; N: customers";
const finalSize = {
  formula: tex`\begin{aligned} m(s,e,i) &= \frac{sf\,m(s-1,e+1,i)+\eta e\,m(s,e-1,i+1)+\gamma i\,m(s,e,i-1)}{sf+\eta e+\gamma i} \\ f &= \frac{c_E i_E\,e+c_I i_I\,i}{N-1}, \qquad m(s,0,0) = s, \qquad \text{share} = 1-\frac{m(N-2,2,0)}{N} \end{aligned}`,
  symbols: `m: mean number who escape when s are susceptible, e exposed and i infected; η, γ: rates of turning infected and of recovery, 1/15 a day; ${rates}`,
};
const finalShare = {
  formula: tex`z = 1-s_0\,e^{-R_0 z}, \qquad R_0 = 15\,(c_E i_E+c_I i_I) = 4.125`,
  symbols: `z: share ever infected; s₀: share susceptible at first, .99; ${rates}`,
};
const shapeOf = (formula: string): { formula: string; symbols: string } => ({ formula, symbols: "z: mean share ever infected on each kind of network; published order" });

const epidemics: Target[] = [
  meanOf({ section, target: "SEIR, 200 customers who all meet, 2 exposed: share ever infected", ...finalSize, source: rahmandad, expected: 0.96206259 }, (seed) =>
    sizes("complete:nodes=200", 2, 200, seed),
  ),
  near({ section, target: "SEIR, share ever infected by the differential equation", ...finalShare, source: rahmandad, expected: 0.982823, allowed: 0.01, where: "at 600 customers" }, (seed) =>
    momentsOf(sizes("complete:nodes=600", 6, 12, seed)).mean,
  ),
  holds({ section, target: "SEIR, 10 of 200 exposed: furthest where all meet, then random and small world, then scale-free", ...shapeOf(tex`z_{\text{complete}} > z_{\text{random}} \approx z_{\text{small world}} > z_{\text{scale-free}}`), source: rahmandad }, (seed) => {
    const all = momentsOf(sizes("complete:nodes=200", 10, 36, seed)).mean;
    const random = overNetworks("erdos-renyi:nodes=200,degree=10", 10, 16, seed);
    const small = overNetworks("watts-strogatz:nodes=200,degree=10,rewire=0.3", 10, 16, seed);
    return all > Math.max(random, small) && Math.abs(random - small) < 0.03 && Math.min(random, small) > overNetworks(HUBS, 10, 16, seed);
  }),
  holds({ section, target: "SEIR, 2 of 200 exposed: further on a scale-free network than on a lattice", ...shapeOf(tex`z_{\text{scale-free}} > z_{\text{lattice}}`), source: rahmandad }, (seed) =>
    overNetworks(HUBS, 2, 40, seed) > overNetworks("ring:nodes=200,degree=10", 2, 40, seed),
  ),
];

/** Mean period by which a share of about 400 customers is informed, in groups of strong ties, 10 weak contacts a period. */
function milestone(measure: "to16" | "to95", parameters: Record<string, number>, seed: string): number {
  const { strong = 9 } = parameters;
  const network = generate(`block:sizes=${Array<number>(Math.ceil(400 / (strong + 1))).fill(strong + 1).join("+")},within=${strong},between=0`, seed);
  return momentsOf(sample({ network, model: "strong-and-weak-ties", parameters, worlds: 20, measure }, seed)).mean;
}
/** By what factor a time shrinks when one parameter goes from the low to the high end of the published range. */
const gain = (measure: "to16" | "to95", name: string, low: number, high: number, seed: string): number =>
  milestone(measure, { [name]: low }, seed) / milestone(measure, { [name]: high }, seed);
const goldenberg = "Goldenberg, Libai & Muller 2001";
const informing = "P: chance a period of being informed; α: advertising; β with w and s: effect of a weak and of a strong tie; j, m: informed contacts of each kind; T: mean period by which that share is informed, at the low and the high end of a range";
const chance = tex`P = 1-(1-\alpha)(1-\beta_w)^{\,j}(1-\beta_s)^{\,m}`;
const ranges: [name: string, low: number, high: number][] = [
  ["advertising", 0.0005, 0.01],
  ["strongEffect", 0.01, 0.07],
  ["weakEffect", 0.005, 0.015],
  ["strong", 5, 29],
  ["weak", 5, 29],
];
const ties: Target[] = [
  ...ranges.map(([name, low, high]) =>
    holds({ section, target: `more ${name} (${low} to ${high}) hastens both 16 and 95 %`, formula: tex`${chance} \qquad \frac{T_{16}^{\,\text{low}}}{T_{16}^{\,\text{high}}} > 1, \quad \frac{T_{95}^{\,\text{low}}}{T_{95}^{\,\text{high}}} > 1`, symbols: informing, source: goldenberg }, (seed) => gain("to16", name, low, high, seed) > 1 && gain("to95", name, low, high, seed) > 1),
  ),
  holds({ section, target: "advertising matters early: it hastens 16 % by a larger factor than 95 %", formula: tex`${chance} \qquad \frac{T_{16}^{\,\text{low}}}{T_{16}^{\,\text{high}}} > \frac{T_{95}^{\,\text{low}}}{T_{95}^{\,\text{high}}}`, symbols: informing, source: goldenberg }, (seed) => {
    const [name, low, high] = ranges[0];
    return gain("to16", name, low, high, seed) > gain("to95", name, low, high, seed);
  }),
];

export const diffusionTargets: readonly Target[] = [...printed, ...others, ...recursion, innovators, ...epidemics, ...ties];

import { type Network } from "../../core/index.ts";
import { generate } from "../../networks/specification.ts";
import { choose, type Chosen } from "../../programs/choosing/choose.ts";
import { type Method } from "../../programs/choosing/methods.ts";
import { trap } from "./cascades.ts";
import { sample } from "./sample.ts";
import { exactly, holds, meanOf, type Target, tex } from "./target.ts";

const section = 4;
const cascade = "independent-cascade";

/** Two customers chosen under an independent cascade. */
const pair = (method: Method, network: Network, probability: number, seed: string): Chosen =>
  choose(method, { network, count: 2, seed }, { spread: { rule: "cascade", weighting: "uniform", probability } });

const keysOf = ({ keys }: Network, { chosen }: Chosen): string[] => chosen.map((i) => keys.key(i));

/** What two chosen in the trap reach; every arc is sure. */
const trapped = (method: Method, seed: string): { reach: number; chosen: Chosen } => {
  const chosen = pair(method, trap, 1, seed);
  const [reach] = sample(
    { network: trap, model: cascade, parameters: { probability: 1, seeds: keysOf(trap, chosen) }, worlds: 1 },
    seed,
  );
  return { reach, chosen };
};

const kempe = "Kempe, Kleinberg & Tardos 2003";
const best = tex`\max_{|S|=2} \sigma(S)`;

export const choiceTargets: readonly Target[] = [
  ...(["greedy", "guaranteed"] as const).map((method) =>
    meanOf(
      {
        section,
        target: `independent cascade at .1, karate club from the two that ${method} chooses`,
        formula: tex`${best} = \sigma(\{0, 33\}), \quad \sigma(S) = \sum_{X} P(X)\, |R_X(S)|`,
        symbols: "X: which arcs work; R: who is reached from S over them; the sum over all X, for all pairs",
        source: kempe,
        expected: 6.424545,
        error: 5e-7,
      },
      (seed) => {
        const network = generate("karate", seed);
        return sample(
          {
            network,
            model: cascade,
            parameters: { probability: 0.1, seeds: keysOf(network, pair(method, network, 0.1, seed)) },
            worlds: 100_000,
          },
          seed,
        );
      },
    ),
  ),
  exactly(
    {
      section,
      target: "greedy trap: reach of the two that choosing by greedy finds",
      formula: tex`\sigma(\{C\}) = 9, \quad \sigma(\{C, A\}) = 9 + 3`,
      symbols: "A leads to six, B to six others, C to four of each; every arc is sure",
      source: kempe,
      expected: 12,
    },
    () => trapped("greedy", "1").reach,
  ),
  holds(
    {
      section,
      target: "greedy trap: the guaranteed choice reaches at least 12, and its certificate is true",
      formula: tex`\sigma(S) \ge 12, \quad \sigma(S) \ge \alpha\, \sigma(\{A, B\}), \quad \sigma(\{A, B\}) = 14 \le \text{upper}`,
      symbols: "α: the share of the best that is certified; upper: what is certified that no choice exceeds",
      source: "Tang, Tang, Xiao & Yuan 2018",
    },
    (seed) => {
      const { reach, chosen } = trapped("guaranteed", seed);
      const { approximation, lower, upper } = chosen.certificate!;
      return reach >= 12 && reach >= approximation * 14 && lower <= reach && upper >= 14;
    },
  ),
];

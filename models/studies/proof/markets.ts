import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { holds, meanOf, type Target, tex } from "./target.ts";
import { expectedInequality, expectedUnpredictability, shareVariance, type Urn } from "./urn-shares.ts";

const section = 6;
const salganik = "Salganik, Dodds & Watts 2006";
const shareIt = { best: 1, worst: 1, display: "unordered" };
const symbols =
  "m: market share of a song, all shares adding up to 1; S: songs; i, j: songs; k, l: markets; n: downloads in a market; h: downloads each song seems to have at first; p: share of appeal; a: appeal, an even fall from 1 + spread to 1 − spread";

/** Everyone downloads what it tries, so that a market of `draws` listeners is an urn. */
interface Lab {
  name: string;
  urn: Urn;
  parameters: Record<string, unknown>;
  /** How the chances of the downloads of a song follow, in TeX. */
  law: string;
}
const urns: Lab[] = [
  [2, 1, 50],
  [5, 0.5, 40],
].map(([songs, headStart, draws]) => ({
  name: `influence alone, ${songs} songs, head start ${headStart}, ${draws} listeners`,
  urn: { weights: Array<number>(songs).fill(headStart), added: 1, draws },
  parameters: { ...shareIt, songs, headStart, influence: 1 },
  law: tex`P(nm = x) &= \binom{n}{x}\frac{\mathrm B(h+x,\,(S-1)h+n-x)}{\mathrm B(h,\,(S-1)h)}`,
}));
const alone: Lab[] = [
  [2, 0.5, 50],
  [5, 0.6, 40],
].map(([songs, spread, draws]) => ({
  name: `no influence, ${songs} songs, spread of appeal ${spread}, ${draws} listeners`,
  urn: {
    weights: Array.from({ length: songs }, (_, k) => 1 + spread - (2 * spread * k) / (songs - 1)),
    added: 0,
    draws,
  },
  parameters: { ...shareIt, songs, spread, influence: 0 },
  law: tex`P(nm = x) &= \binom{n}{x}\,p^x\,(1-p)^{n-x}, \quad p = a/\textstyle\sum a`,
}));

const strangers = (people: number): string => `erdos-renyi:nodes=${people},degree=0`;
/** Two markets, so that unpredictability is that of one pair. */
const inTwo = ({ urn, parameters }: Lab, measure: string, seed: string): number[] =>
  sample(
    {
      network: strangers(2 * urn.draws),
      model: "music-lab",
      parameters: { ...parameters, markets: 2 },
      worlds: 800,
      measure,
    },
    seed,
  );

const exact: Target[] = [...urns, ...alone].flatMap((lab) => [
  meanOf(
    {
      section,
      target: `Music Lab, ${lab.name}: variance of the best song's share`,
      formula:
        lab.urn.added > 0
          ? tex`\begin{aligned} \operatorname{Var} m &= \frac{p(1-p)}{n}\cdot\frac{Sh+n}{Sh+1} \\ p &= \frac1S \end{aligned}`
          : tex`\begin{aligned} \operatorname{Var} m &= \frac{p(1-p)}{n} \\ p &= a_1/\textstyle\sum a \end{aligned}`,
      symbols,
      source: lab.urn.added > 0 ? "Eggenberger & Pólya 1923" : salganik,
      expected: shareVariance(lab.urn, 0),
    },
    (seed) => {
      const mean = lab.urn.weights[0] / lab.urn.weights.reduce((sum, weight) => sum + weight, 0);
      const job = {
        network: strangers(lab.urn.draws),
        model: "music-lab",
        parameters: { ...lab.parameters, markets: 1 },
        worlds: 800,
        measure: "best",
      };
      return sample(job, seed).map((share) => (share - mean) ** 2);
    },
  ),
  meanOf(
    {
      section,
      target: `Music Lab, ${lab.name}: inequality`,
      formula: tex`\begin{aligned} G &= \frac{\sum_i\sum_j |m_i-m_j|}{2S\sum_i m_i} \\ ${lab.law} \end{aligned}`,
      symbols,
      source: salganik,
      expected: expectedInequality(lab.urn),
    },
    (seed) => inTwo(lab, "inequality", seed),
  ),
  meanOf(
    {
      section,
      target: `Music Lab, ${lab.name}: unpredictability`,
      formula: tex`\begin{aligned} U &= \frac1S\sum_i |m_{i,1}-m_{i,2}| \\ ${lab.law} \end{aligned}`,
      symbols,
      source: salganik,
      expected: expectedUnpredictability(lab.urn),
    },
    (seed) => inTwo(lab, "unpredictability", seed),
  ),
]);

/** Eight markets of 48 songs, as in the experiments, with 250 listeners each. */
const inEight = (parameters: Record<string, unknown>, measure: string, seed: string): number =>
  momentsOf(sample({ network: strangers(2000), model: "music-lab", parameters, worlds: 3, measure }, seed)).mean;

const shapes: Target[] = (
  [
    ["inequality", tex`G = \frac{\sum_i\sum_j |m_i-m_j|}{2S\sum_i m_i}`],
    ["unpredictability", tex`U = \frac1S\sum_i \binom{8}{2}^{-1}\sum_{k<l}|m_{i,k}-m_{i,l}|`],
  ] as const
).map(([measure, formula]) =>
  holds(
    {
      section,
      target: `Music Lab: ${measure} grows with social influence (0, .5, 1), more so where songs are ranked`,
      formula,
      symbols,
      source: salganik,
    },
    (seed) => {
      const [none, some, all] = [0, 0.5, 1].map((influence) => inEight({ influence }, measure, seed));
      const [someRanked, allRanked] = [0.5, 1].map((influence) =>
        inEight({ influence, display: "ranked" }, measure, seed),
      );
      return none < some && some < all && some < someRanked && all < allRanked && someRanked < allRanked;
    },
  ),
);

export const marketTargets: readonly Target[] = [...exact, ...shapes];

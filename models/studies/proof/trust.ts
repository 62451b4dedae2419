import { network, type Network } from "../../core/index.ts";
import { fromEdges } from "../../networks/edges.ts";
import { generate } from "../../networks/specification.ts";
import { sample } from "./sample.ts";
import { exactly, type Target, tex } from "./target.ts";

const section = 7;
const degroot = "DeGroot 1974";
const friedkin = "Friedkin & Johnsen 1990";

/** The network with everyone's opinion at first. */
const holding = ({ directed, out }: Network, values: number[]): Network =>
  network({ directed, out, attributes: { opinion: { kind: "number", values: Float64Array.from(values) } } });

/** Three people: 0 trusts 1 by `share` and 2 by the rest, 1 trusts 0, 2 trusts 1; an arc runs from the trusted. */
function three(share: number): Network {
  const sources = Uint32Array.of(1, 2, 0, 1);
  const targets = Uint32Array.of(0, 0, 1, 2);
  return fromEdges({ size: 3, directed: true, sources, targets, weights: Float64Array.of(share, 1 - share, 1, 1) })
    .network;
}

/** What k alone can move the opinion of all to in the end: its influence. */
function influence(of: Network, k: number, parameters: Record<string, unknown>): number {
  const only = holding(
    of,
    Array.from(of.nodes, (i) => Number(i === k)),
  );
  return sample(
    {
      network: only,
      model: "degroot",
      parameters: { ...parameters, start: "attribute" },
      worlds: 1,
      measure: "opinion",
    },
    "1",
  )[0];
}

const threeLaw = {
  formula: tex`\begin{aligned} \pi &= \pi T = \frac{(1,\ 1,\ 1-a)}{3-a} \\ T &= \begin{pmatrix}0&a&1-a\\1&0&0\\0&1&0\end{pmatrix} \end{aligned}`,
  symbols:
    "π: influence of each of three people on what all come to think; T: how much each trusts each, a in the second of them by the first",
};

/** The stationary weights are (1, 1, 1 − share) over 3 − share. */
const influences: Target[] = [0.5, 0.2].flatMap((share) =>
  [1, 1, 1 - share].map((weight, k) =>
    exactly(
      {
        section,
        target: `influence of person ${k + 1} of 3 who trusts 2 by ${share} and 3 by ${1 - share}`,
        ...threeLaw,
        source: degroot,
        expected: weight / (3 - share),
      },
      () => influence(three(share), k, { weighting: "edge" }),
    ),
  ),
);
const karate = generate("karate", 1);
const byTies = tex`\pi_i = \frac{k_i}{\sum_j k_j}`;
const ties: Target = exactly(
  {
    section,
    target: "influence in the karate club, president: share of ties",
    formula: byTies,
    symbols: "π: influence; k: contacts",
    source: degroot,
    expected: 17 / 156,
  },
  () => influence(karate, 33, { selfWeight: 0.5 }),
);

/** What each counts for in what all come to think. */
export const trustTargets: readonly Target[] = [...influences, ties];

/** A star of 5 whose centre begins at 1 and whose tips begin at 0: 1/(2 − σ) and (1 − σ)/(2 − σ). */
const stubbornLaw = {
  formula: tex`\begin{aligned} x &= \bigl(I-(1-\sigma)W\bigr)^{-1}\sigma\,x_0 \\ x_{\text{centre}} &= \frac{1}{2-\sigma}, \quad x_{\text{tip}} = \frac{1-\sigma}{2-\sigma} \end{aligned}`,
  symbols:
    "σ: stubbornness; W: trust, shared out evenly among contacts; x₀: 1 for the centre of a star of 5 and 0 for its tips",
};
export const stubbornTargets: readonly Target[] = [0.5, 0.2, 0.9].flatMap((stubbornness) => {
  const star = holding(generate("star:nodes=5", 1), [1, 0, 0, 0, 0]);
  const ask = (measure: string): number =>
    sample(
      {
        network: star,
        model: "friedkin-johnsen",
        parameters: { stubbornness, start: "attribute" },
        worlds: 1,
        measure,
      },
      "1",
    )[0];
  const scale = 2 - stubbornness;
  return [
    exactly(
      {
        section,
        target: `mean opinion in a star at stubbornness ${stubbornness}`,
        ...stubbornLaw,
        source: friedkin,
        expected: (1 + 4 * (1 - stubbornness)) / scale / 5,
      },
      () => ask("opinion"),
    ),
    exactly(
      {
        section,
        target: `distance of its centre and tips at stubbornness ${stubbornness}`,
        ...stubbornLaw,
        source: friedkin,
        expected: stubbornness / scale,
      },
      () => ask("spread"),
    ),
  ];
});

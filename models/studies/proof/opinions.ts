import { find } from "../../catalog.ts";
import { finish, network, type Network, start } from "../../core/index.ts";
import { fromEdges } from "../../networks/edges.ts";
import { generate } from "../../networks/specification.ts";
import { exactly, meanOf, momentsOf, near, sample, type Target, tex } from "./target.ts";

const section = 7;
const degroot = "DeGroot 1974";
const krause = "Hegselmann & Krause 2002";
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

/** Where the opinions of 101 end from an even spread, a camp each in order, and the steps taken. */
function camps(confidence: number): { at: number; size: number }[] {
  const world = start(find("bounded-confidence").model, generate("complete:nodes=101", 1), {
    parameters: { confidence },
  });
  finish(world, 1000);
  const found: { at: number; size: number }[] = [];
  for (const x of world.state.opinion.slice().sort()) {
    const last = found.at(-1);
    if (last && x - last.at < 1e-6) last.size++;
    else found.push({ at: x, size: 1 });
  }
  return found;
}
const crowd = (confidence: number, measure: string): number =>
  sample(
    { network: "complete:nodes=101", model: "bounded-confidence", parameters: { confidence }, worlds: 1, measure },
    "1",
  )[0];

const campsLaw = {
  formula: tex`\begin{aligned} x_i(0) &= \frac{i-1/2}{101} \\ x_i(t+1) &= \operatorname{mean}\{x_j(t) : \lvert x_j(t)-x_i(t)\rvert\le\varepsilon\} \end{aligned}`,
  symbols:
    "x: opinion of person i of 101, all at once; ε: confidence; camps are those who agree in the end; published counts",
};
const bounded: Target[] = [
  ...(
    [
      [0.0807, 5],
      [0.1003, 3],
      [0.1503, 3],
      [0.2003, 1],
      [0.2503, 1],
      [0.0507, 9],
      [0.0307, 13],
    ] as const
  ).map(([confidence, expected]) =>
    exactly(
      {
        section,
        target: `camps of 101 evenly spread at confidence ${confidence}`,
        ...campsLaw,
        source: krause,
        expected,
      },
      () => crowd(confidence, "clusters"),
    ),
  ),
  ...(
    [
      [0.0807, 13],
      [0.1203, 10],
      [0.1503, 9],
    ] as const
  ).map(([confidence, expected]) =>
    exactly(
      { section, target: `steps until rest at confidence ${confidence}`, ...campsLaw, source: krause, expected },
      () => crowd(confidence, "steps"),
    ),
  ),
  ...(
    [
      [0, 0.1286, 20],
      [1, 0.316, 18],
      [2, 0.5, 25],
    ] as const
  ).flatMap(([k, at, size]) => [
    exactly(
      {
        section,
        target: `place of camp ${k + 1} of 5 at confidence .0807`,
        ...campsLaw,
        source: krause,
        expected: at,
        digits: 4,
      },
      () => camps(0.0807)[k].at,
    ),
    exactly(
      {
        section,
        target: `size of camp ${k + 1} of 5 at confidence .0807`,
        ...campsLaw,
        source: krause,
        expected: size,
      },
      () => camps(0.0807)[k].size,
    ),
  ]),
];

const meetingLaw = {
  formula: tex`\begin{aligned} x_i,\,x_j &\leftarrow \frac{x_i+x_j}{2} \quad\text{if } \lvert x_i-x_j\rvert\le d \\ \text{large camps} &\approx \Bigl\lfloor\frac{1}{2d}\Bigr\rfloor \end{aligned}`,
  symbols: "x: opinions of two who meet, uniform on 0 to 1 at first; d: confidence; published rule",
};

/** Large: a twentieth of all customers or more. After 100 steps the large camps no longer change. */
const meetings: Target[] = (
  [
    [0.2, 2],
    [0.3, 1],
    [0.5, 1],
  ] as const
).map(([confidence, expected]) =>
  near(
    {
      section,
      target: `large camps of 1,000 who meet in pairs at confidence ${confidence}`,
      ...meetingLaw,
      source: "Deffuant et al. 2000",
      kind: "published",
      expected,
      allowed: 0.2,
      where: "over 10 worlds",
    },
    (seed) => {
      const parameters = { update: "deffuant", confidence, start: "uniform" };
      return momentsOf(
        sample(
          {
            network: "complete:nodes=1000",
            model: "bounded-confidence",
            parameters,
            worlds: 10,
            steps: 100,
            measure: "clusters",
          },
          seed,
        ),
      ).mean;
    },
  ),
);

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

/** A star of 5 whose centre begins at 1 and whose tips begin at 0: 1/(2 − σ) and (1 − σ)/(2 − σ). */
const stubbornLaw = {
  formula: tex`\begin{aligned} x &= \bigl(I-(1-\sigma)W\bigr)^{-1}\sigma\,x_0 \\ x_{\text{centre}} &= \frac{1}{2-\sigma}, \quad x_{\text{tip}} = \frac{1-\sigma}{2-\sigma} \end{aligned}`,
  symbols:
    "σ: stubbornness; W: trust, shared out evenly among contacts; x₀: 1 for the centre of a star of 5 and 0 for its tips",
};
const stubborn: Target[] = [0.5, 0.2, 0.9].flatMap((stubbornness) => {
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

export const opinionTargets: readonly Target[] = [
  ...influences,
  ties,
  ...bounded,
  ...meetings,
  ...voters,
  ...companies,
  ...stubborn,
];

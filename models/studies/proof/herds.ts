import { type CascadeShares, cascadeShares } from "../../cascades/herds/closed-form.ts";
import { type Tie } from "../../cascades/herds/evidence.ts";
import { sample } from "./sample.ts";
import { meanOf, type Target, tex } from "./target.ts";

const section = 1;
const WORLDS = 20_000;

/** What `cascadeShares` computes, for n even. */
const laws: Record<Tie, { source: string; formula: string }> = {
  coin: {
    formula: tex`\begin{aligned} P(\text{none}) &= (p-p^2)^{n/2} \\ P(\text{right}) &= \frac{p(p+1)}{2(1-p+p^2)}\bigl(1-P(\text{none})\bigr) \\ P(\text{wrong}) &= \frac{(p-2)(p-1)}{2(1-p+p^2)}\bigl(1-P(\text{none})\bigr) \end{aligned}`,
    source: "Bikhchandani, Hirshleifer & Welch 1992, eq. 1",
  },
  own: {
    formula: tex`\begin{aligned} P(\text{none}) &= \bigl(2p(1-p)\bigr)^{n/2} \\ P(\text{right}) &= \frac{p^2}{p^2+(1-p)^2}\bigl(1-P(\text{none})\bigr) \\ P(\text{wrong}) &= \frac{(1-p)^2}{p^2+(1-p)^2}\bigl(1-P(\text{none})\bigr) \end{aligned}`,
    source: "Anderson & Holt 1997",
  },
  adopt: {
    formula: tex`\begin{aligned} P(\text{none}) &= \bigl(p(1-p)\bigr)^{n/2} \\ P(\text{right}) &= \frac{p}{1-p(1-p)}\bigl(1-P(\text{none})\bigr) \\ P(\text{wrong}) &= \frac{(1-p)^2}{1-p(1-p)}\bigl(1-P(\text{none})\bigr) \end{aligned}`,
    source: "gambler's ruin between +1 and −2",
  },
};

/** At least this many people leave no world without a cascade among those asked. */
const LONG = 40;
const symbols = "p: accuracy, the chance that a private signal is right; n: how many have chosen, an even number";

const shown: Record<"up" | "down" | "none", keyof CascadeShares> = { up: "right", down: "wrong", none: "none" };

function share(tie: Tie, p: number, n: number, measure: keyof typeof shown): Target {
  const { source, formula } = laws[tie];
  const expected = cascadeShares(tie, p, n)[shown[measure]];
  const what = { up: "right cascade", down: "wrong cascade", none: "no cascade yet" }[measure];
  const target = `${what} after ${n === LONG ? "many" : n}, accuracy ${p.toFixed(2)}, ties by ${tie}`;
  return meanOf({ section, target, formula, symbols, source, expected }, (seed) =>
    sample(
      {
        network: `erdos-renyi:nodes=${n},degree=0`,
        model: "informational-cascade",
        parameters: { accuracy: p, tie },
        worlds: WORLDS,
        measure,
      },
      seed,
    ),
  );
}

const shares: Target[] = [
  ...[0.55, 0.6, 0.7, 0.8].map((p) => share("coin", p, LONG, "up")),
  share("coin", 0.6, 2, "none"),
  share("coin", 0.65, 4, "none"),
  share("coin", 0.65, 4, "down"),
  ...(["up", "none", "down"] as const).map((measure) => share("own", 2 / 3, 6, measure)),
  share("own", 2 / 3, LONG, "up"),
  share("own", 0.8, 4, "up"),
  share("own", 0.55, 8, "down"),
  share("adopt", 0.6, LONG, "up"),
  share("adopt", 0.75, LONG, "down"),
  share("adopt", 0.6, 2, "none"),
  share("adopt", 0.55, 6, "up"),
];

const byBayes = {
  formula: tex`\begin{aligned} P_{t+1}(m) &= \sum_{\substack{\ell,\,z,\,s,\,a:\\ u(\ell+z,\,a)=m}} P_t(\ell)\,P(z,s,a\mid\ell) \\ u(\ell,a) &= \ell+\ln\frac{P(a\mid \ell,\,V=1)}{P(a\mid \ell,\,V=0)} \end{aligned}`,
  symbols:
    "ℓ, m: logarithm of the odds that all can see; z: the public signal, if there is one; s: the private signal; a: the choice; V: the right option; summed over every course of events",
};

/** A few public signals, or a few who follow their own, and wrong crowds come round. */
const fragile = [
  [
    "wrong cascade after 40, public signals .1, accuracy .60, ties by coin",
    { accuracy: 0.6, release: 0.1 },
    40,
    "down",
    0.259728034,
  ],
  [
    "no cascade after 40, public signals .3, accuracy .60, ties by own",
    { accuracy: 0.6, release: 0.3, tie: "own" },
    40,
    "none",
    0.03548214,
  ],
  [
    "wrong choices of 20, own signals .1, accuracy .70, ties by coin",
    { accuracy: 0.7, followOwn: 0.1 },
    20,
    "wrong",
    0.218662865,
  ],
] as const;
const broken = fragile.map(([target, parameters, people, measure, expected]) =>
  meanOf(
    { section, target, ...byBayes, source: "Bayes' rule on every course of events", expected, error: 5e-10 },
    (seed) =>
      sample(
        {
          network: `erdos-renyi:nodes=${people},degree=0`,
          model: "informational-cascade",
          parameters,
          worlds: WORLDS,
          measure,
        },
        seed,
      ),
  ),
);

const untilStart = {
  formula: tex`E[N] = \frac{2}{1-p+p^2}`,
  symbols: "p: accuracy; N: how many choose before a cascade holds",
  source: laws.coin.source,
};
const started = [0.6, 0.75].map((p) =>
  meanOf(
    {
      section,
      target: `people until a cascade starts, accuracy ${p}, ties by coin`,
      ...untilStart,
      expected: 2 / (1 - p + p * p),
    },
    (seed) =>
      sample(
        {
          network: `erdos-renyi:nodes=${LONG},degree=0`,
          model: "informational-cascade",
          parameters: { accuracy: p },
          worlds: WORLDS,
          measure: "started",
        },
        seed,
      ),
  ),
);

const banerjee = {
  formula: tex`P(\text{nobody right}) = \frac{(1-\alpha)(1-\beta)}{1-\alpha(1-\beta)}`,
  symbols: "α: chance of having a signal; β: its accuracy",
  source: "Banerjee 1992",
};
const missed = [
  [0.5, 0.5],
  [0.7, 0.3],
  [0.25, 0.6],
].map(([informed, accuracy]) => {
  const expected = ((1 - informed) * (1 - accuracy)) / (1 - informed * (1 - accuracy));
  return meanOf(
    { section, target: `nobody ever chooses right, signals ${informed}, accuracy ${accuracy}`, ...banerjee, expected },
    (seed) =>
      sample(
        {
          network: `erdos-renyi:nodes=${LONG},degree=0`,
          model: "herding",
          parameters: { informed, accuracy },
          worlds: WORLDS,
          measure: "missed",
        },
        seed,
      ),
  );
});

export const herdTargets: readonly Target[] = [...shares, ...broken, ...started, ...missed];

import { eachPerson, leverageIn } from "../../cascades/ovation/leverage.ts";
import { generate } from "../../networks/specification.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { holds, meanOf, type Target, tex } from "./target.ts";

const section = 2;
const miller = "Miller & Page 2004";
const voter = "Miller & Page 2004; voter model on a path";
const enumerated = "every way a sweep can go";

interface Asked {
  seats?: string;
  measure: string;
  worlds?: number;
  /** Chance of standing at first. */
  p: number;
  order?: "synchronous" | "random" | "incentive";
  tie?: "coin" | "keep";
}

/** A measure of each world, those where it does not exist left out. */
function theatre(
  { seats = "rows=2,columns=3", measure, worlds = 10_000, p, order = "random", tie = "coin" }: Asked,
  seed: string,
): number[] {
  const parameters = { threshold: 1 - p, order, tie };
  return sample({ network: `seats:${seats}`, model: "standing-ovation", parameters, worlds, measure }, seed).filter(
    (value) => !Number.isNaN(value),
  );
}

interface Law {
  formula: string;
  symbols: string;
  source: string;
}
const claim = (target: string, law: Law, expected: number, asked: Asked): Target =>
  meanOf({ section, target, ...law, expected, error: 5e-7 }, (seed) => theatre(asked, seed));

const frontDecides: Law = {
  formula: tex`P(\text{all stand}) = E[\overline{X}_t] = E[\overline{X}_0] = p`,
  symbols:
    "X̄: share of the front row that stands, which one by one with fair coins keeps its mean; p: chance to stand at first",
  source: voter,
};
const everyWay: Law = {
  formula: tex`\begin{aligned} E[f] &= \sum_{x\in\{0,1\}^n} p^{\lvert x\rvert}(1-p)^{n-\lvert x\rvert}\,h(x) \\ h(x) &= g(x)+\sum_y P(x\to y)\,h(y) \quad\text{until rest} \end{aligned}`,
  symbols:
    "x: who stands, 1 or 0 for each of n people; p: chance to stand at first; P(x → y): chance of one sweep over all orders and coins; g: 1 a sweep where sweeps are counted, else 0; at rest h is the measure itself. Sweeps are the mean of those that come to rest",
  source: enumerated,
};

const fronts = [
  ["rows=3,columns=5", 0.3],
  ["rows=4,columns=4", 0.5],
  ["rows=3,columns=5,view=cone", 0.8],
].map(([seats, p]) =>
  claim(`everybody stands, ${seats}, p = ${p}`, frontDecides, Number(p), {
    seats: String(seats),
    measure: "allStand",
    p: Number(p),
  }),
);

/** Sweeps and efficiency of two rows of three. */
const small = [
  [0.5, 1.27406, 0.65625],
  [0.6, 1.241187, 0.674752],
  [0.8, 0.9262383, 0.806208],
].flatMap(([p, sweeps, efficient]) => [
  claim(`sweeps to rest, two rows of three, p = ${p}`, everyWay, sweeps, { measure: "sweeps", p, worlds: 20_000 }),
  claim(`efficiency, two rows of three, p = ${p}`, everyWay, efficient, { measure: "efficient", p }),
]);

/**
 * All end like one person in front, chosen by chance alone: how often is that the majority of n, even splits counting
 * half?
 */
const oneDecides: Law = {
  formula: tex`E[\text{efficiency}] = \frac{1}{2}+\binom{n-1}{n/2}\,2^{-n}`,
  symbols:
    "n: people, an even number; each stands at first with chance ½, and an even split counts half; efficiency: the chance that all end like the majority at first",
  source: voter,
};
const efficient = [
  ["rows=4,columns=5", 0.5 + 92_378 / 2 ** 20],
  ["rows=9,columns=4", 0.5 + 4_537_567_650 / 2 ** 36],
].map(([seats, expected]) =>
  claim(`efficiency, ${seats}, p = .5: 1/2 + C(n − 1, n / 2) / 2^n`, oneDecides, Number(expected), {
    seats: String(seats),
    measure: "efficient",
    p: 0.5,
    worlds: 4_000,
  }),
);

const atOnce = [
  [0.5, 0.25, 0.5],
  [0.6, 0.36, 0.52],
].flatMap(([p, all, settled]) => [
  claim(`everybody stands, two rows of three all at once, p = ${p}`, everyWay, all, {
    measure: "allStand",
    order: "synchronous",
    p,
    worlds: 3_000,
  }),
  claim(`ever at rest, two rows of three all at once, p = ${p}`, everyWay, settled, {
    measure: "settled",
    order: "synchronous",
    p,
    worlds: 3_000,
  }),
]);

/** Who looks first hangs on who stands, so the front row is no voter model and p is not kept. */
const byIncentive = [
  claim("everybody stands, two rows of three by incentive, p = .5", everyWay, 0.5, {
    measure: "allStand",
    order: "incentive",
    p: 0.5,
  }),
  claim("everybody stands, two rows of three by incentive, p = .6", everyWay, 0.624, {
    measure: "allStand",
    order: "incentive",
    p: 0.6,
  }),
  claim("sweeps to rest, two rows of three by incentive, p = .6", everyWay, 0.989248, {
    measure: "sweeps",
    order: "incentive",
    p: 0.6,
  }),
];

/**
 * What the first actions of a front row of five are worth, added up, in each world; in law the ancestors of a voter
 * model.
 */
const ancestors: Law = {
  formula: tex`\sum_{i\in\text{front}} E[L_i] = \sum_{i\in\text{front}} P(\text{all end like } i) = 1`,
  symbols: "L: change of the final share when the first action of person i is flipped in the same world",
  source: voter,
};
const leverages = meanOf(
  { section, target: "leverage of the five seats in front, added up", ...ancestors, expected: 1 },
  (seed) => {
    const network = generate("seats:rows=3,columns=5", seed);
    const front = eachPerson(network).slice(0, 5);
    const worth = (world: number): number =>
      leverageIn(network, { parameters: { order: "random" }, seed }, world, front).reduce((sum, one) => sum + one, 0);
    return Array.from({ length: 500 }, (_, world) => worth(world));
  },
);

const large =
  (measure: string, asked: Partial<Asked>, view = "five"): ((seed: string) => number[]) =>
  (seed) =>
    theatre({ p: 0.5, tie: "keep", worlds: 100, ...asked, measure, seats: `rows=20,columns=20,view=${view}` }, seed);
const inFives = large("sweeps", {});

/** Whether the mean of one is above that of the other by more than five standard errors. */
const exceeds =
  (more: (seed: string) => number[], less: (seed: string) => number[]) =>
  (seed: string): boolean => {
    const [a, b] = [momentsOf(more(seed)), momentsOf(less(seed))];
    return a.mean - b.mean > 5 * Math.hypot(a.stderr, b.stderr);
  };

const apart: Law = {
  formula: tex`\overline{a}-\overline{b} > 5\,\sqrt{\frac{s_a^2}{R_a}+\frac{s_b^2}{R_b}}`,
  symbols:
    "a, b: sweeps to rest, or share out of step with the majority in the end, in the worlds of the two that are compared; s²: their variance; R: number of worlds; published order",
  source: miller,
};
const shapes = [
  holds(
    { section, target: "20 × 20 rest later all at once than one by one", ...apart },
    exceeds(large("sweeps", { order: "synchronous" }), inFives),
  ),
  holds(
    { section, target: "20 × 20 rest later in random order than by incentive", ...apart },
    exceeds(inFives, large("sweeps", { order: "incentive" })),
  ),
  holds(
    { section, target: "20 × 20 rest sooner in cones than in fives", ...apart },
    exceeds(inFives, large("sweeps", {}, "cone")),
  ),
  holds(
    { section, target: "20 × 20 leave fewer out of step in cones than in fives", ...apart },
    exceeds(large("stuck", {}), large("stuck", {}, "cone")),
  ),
  holds(
    {
      section,
      target: "nobody is left out of step in 8 × 8 with coins, one by one",
      formula: tex`\overline{X}_\infty\in\{0,1\}`,
      symbols: "X̄: share standing in the end; behind a front row that agrees all follow",
      source: voter,
    },
    (seed) =>
      theatre({ seats: "rows=8,columns=8", measure: "stuck", p: 0.5, worlds: 200 }, seed).every((share) => share === 0),
  ),
];

export const ovationTargets: readonly Target[] = [
  ...fronts,
  ...small,
  ...efficient,
  ...atOnce,
  ...byIncentive,
  leverages,
  ...shapes,
];

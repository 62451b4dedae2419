import { eachPerson, leverageIn } from "../../models/cascades/ovation/leverage.ts";
import { generate } from "../../models/networks/specification.ts";
import { holds, meanOf, momentsOf, sample, type Target } from "./target.ts";

const section = 2;
const miller = "Miller & Page 2004";
const voter = "Miller & Page 2004; voter model on a path";
const enumerated = "exact: every way a sweep can go";

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
function theatre({ seats = "rows=2,columns=3", measure, worlds = 10_000, p, order = "random", tie = "coin" }: Asked, seed: string): number[] {
  const parameters = { threshold: 1 - p, order, tie };
  return sample({ network: `seats:${seats}`, model: "standing-ovation", parameters, worlds, measure }, seed).filter((value) => !Number.isNaN(value));
}

const claim = (target: string, source: string, expected: number, asked: Asked): Target =>
  meanOf({ section, target, source, expected, error: 5e-7 }, (seed) => theatre(asked, seed));

const fronts = [
  ["rows=3,columns=5", 0.3],
  ["rows=4,columns=4", 0.5],
  ["rows=3,columns=5,view=cone", 0.8],
].map(([seats, p]) => claim(`everybody stands, ${seats}, p = ${p}`, voter, Number(p), { seats: String(seats), measure: "allStand", p: Number(p) }));

/** Sweeps and efficiency of two rows of three. */
const small = [
  [0.5, 1.27406, 0.65625],
  [0.6, 1.241187, 0.674752],
  [0.8, 0.9262383, 0.806208],
].flatMap(([p, sweeps, efficient]) => [
  claim(`sweeps to rest, two rows of three, p = ${p}`, enumerated, sweeps, { measure: "sweeps", p, worlds: 20_000 }),
  claim(`efficiency, two rows of three, p = ${p}`, enumerated, efficient, { measure: "efficient", p }),
]);

/** All end like one person in front, chosen by chance alone: how often is that the majority of n, even splits counting half? */
const efficient = [
  ["rows=4,columns=5", 0.5 + 92_378 / 2 ** 20],
  ["rows=9,columns=4", 0.5 + 4_537_567_650 / 2 ** 36],
].map(([seats, expected]) =>
  claim(`efficiency, ${seats}, p = .5: 1/2 + C(n − 1, n / 2) / 2^n`, voter, Number(expected), { seats: String(seats), measure: "efficient", p: 0.5, worlds: 4_000 }),
);

const atOnce = [
  [0.5, 0.25, 0.5],
  [0.6, 0.36, 0.52],
].flatMap(([p, all, settled]) => [
  claim(`everybody stands, two rows of three all at once, p = ${p}`, enumerated, all, { measure: "allStand", order: "synchronous", p, worlds: 3_000 }),
  claim(`ever at rest, two rows of three all at once, p = ${p}`, enumerated, settled, { measure: "settled", order: "synchronous", p, worlds: 3_000 }),
]);

/** Who looks first hangs on who stands, so the front row is no voter model and p is not kept. */
const byIncentive = [
  claim("everybody stands, two rows of three by incentive, p = .5", enumerated, 0.5, { measure: "allStand", order: "incentive", p: 0.5 }),
  claim("everybody stands, two rows of three by incentive, p = .6", enumerated, 0.624, { measure: "allStand", order: "incentive", p: 0.6 }),
  claim("sweeps to rest, two rows of three by incentive, p = .6", enumerated, 0.989248, { measure: "sweeps", order: "incentive", p: 0.6 }),
];

/** What the first actions of a front row of five are worth, added up, in each world; in law the ancestors of a voter model. */
const leverages = meanOf({ section, target: "leverage of the five seats in front, added up", source: voter, expected: 1 }, (seed) => {
  const network = generate("seats:rows=3,columns=5", seed);
  const front = eachPerson(network).slice(0, 5);
  const worth = (world: number): number => leverageIn(network, { parameters: { order: "random" }, seed }, world, front).reduce((sum, one) => sum + one, 0);
  return Array.from({ length: 500 }, (_, world) => worth(world));
});

const large = (measure: string, asked: Partial<Asked>, view = "five"): ((seed: string) => number[]) =>
  (seed) => theatre({ p: 0.5, tie: "keep", worlds: 100, ...asked, measure, seats: `rows=20,columns=20,view=${view}` }, seed);
const inFives = large("sweeps", {});

/** Whether the mean of one is above that of the other by more than five standard errors. */
const exceeds = (more: (seed: string) => number[], less: (seed: string) => number[]) => (seed: string): boolean => {
  const [a, b] = [momentsOf(more(seed)), momentsOf(less(seed))];
  return a.mean - b.mean > 5 * Math.hypot(a.stderr, b.stderr);
};

const shapes = [
  holds({ section, target: "20 × 20 rest later all at once than one by one", source: miller }, exceeds(large("sweeps", { order: "synchronous" }), inFives)),
  holds({ section, target: "20 × 20 rest later in random order than by incentive", source: miller }, exceeds(inFives, large("sweeps", { order: "incentive" }))),
  holds({ section, target: "20 × 20 rest sooner in cones than in fives", source: miller }, exceeds(inFives, large("sweeps", {}, "cone"))),
  holds({ section, target: "20 × 20 leave fewer out of step in cones than in fives", source: miller }, exceeds(large("stuck", {}), large("stuck", {}, "cone"))),
  holds({ section, target: "nobody is left out of step in 8 × 8 with coins, one by one", source: voter }, (seed) =>
    theatre({ seats: "rows=8,columns=8", measure: "stuck", p: 0.5, worlds: 200 }, seed).every((share) => share === 0),
  ),
];

export const ovationTargets: readonly Target[] = [...fronts, ...small, ...efficient, ...atOnce, ...byIncentive, leverages, ...shapes];

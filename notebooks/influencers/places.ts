import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { isGlobal } from "../../models/cascades/watts-window.ts";
import { choice, real, type Values, whole } from "../../models/core/index.ts";
import { type Interval, type Paired, paired, ratioOfMeans, summarize } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { seed, worlds } from "../study/asked.ts";
import { type Share, shareOf } from "../study/share.ts";
import { type SweepDone, type SweepJob, sweepWork } from "../study/sweep.ts";
import { filling } from "../../models/studies/work/filling.ts";
import { fixed } from "../../models/studies/work/plan.ts";
import { table } from "../../models/studies/work/table.ts";
import { type Task } from "../../models/studies/work/work.ts";
import { after, type Computation, fill, together } from "../study/computation.ts";
import { type CarriersDone, carriersWork, contactRatio } from "./carriers.ts";

/** Mean contacts compared; if newcomers make a whole number of ties, the mean is even. */
const DEGREES = { "erdos-renyi": [1, 1.5, 2, 3, 4, 5, 5.5, 6, 7], "barabasi-albert": [2, 4, 6, 8] };
/** Networks of each kind on which contacts are compared. */
const COUNTED = 10;

export const parameters = {
  threshold: real(0.18, { min: 0.02, max: 0.9, about: wattsThreshold.parameters.threshold.about, unit: "share" }),
  spread: choice(["erdos-renyi", "barabasi-albert"], {
    about: "how contacts are distributed: at random, or very unequally because newcomers tie to well-connected people",
  }),
  degree: real(5, {
    min: 1,
    max: 8,
    about: "mean contacts of the network shown in detail; rounded to an even number for barabasi-albert",
    unit: "contacts",
  }),
  pay: whole(3, {
    min: 1,
    max: 20,
    about: "cost of one well-connected person, as the number of random people the same money buys",
    unit: "customers",
    lever: true,
  }),
  nodes: whole(1000, { min: 100, max: 3000, about: "number of customers" }),
  seed: seed(),
  worlds: worlds(100, 2000),
  world: whole(0, { min: 0, max: 1999, about: "which world is drawn, from 0" }),
};
export type Settings = Values<typeof parameters>;

/** The network with about `degree` contacts per customer, as the command line names it. */
export const networkOf = ({ spread, nodes }: Settings, degree: number): string =>
  spread === "erdos-renyi"
    ? `erdos-renyi:nodes=${nodes},degree=${degree}`
    : `barabasi-albert:nodes=${nodes},links=${degree / 2}`;

/** The mean number of contacts of the network shown in detail. */
export const closeDegree = ({ spread, degree }: Settings): number =>
  spread === "erdos-renyi" ? degree : Math.max(2, 2 * Math.round(degree / 2));

export const degreesOf = (settings: Settings): number[] =>
  [...new Set([...DEGREES[settings.spread], closeDegree(settings)])].sort((a, b) => a - b);

const jobOf = (settings: Settings, vary: string): SweepJob => ({
  model: wattsThreshold.name,
  networks: degreesOf(settings).map((degree) => networkOf(settings, degree)),
  vary: [vary],
  set: { threshold: settings.threshold },
  seed: settings.seed,
  worlds: settings.worlds,
  redraw: true,
});
export const whoJob = (settings: Settings): SweepJob => jobOf(settings, "seedFrom=anyone,hubs");
/** As many first customers (seeds) as the money for one well-connected person buys. */
export const manyJob = (settings: Settings): SweepJob => jobOf(settings, `seedCount=${settings.pay}`);

/** Customers reached, world by world, and the chance of a global cascade, which the page calls large. */
export interface Arm {
  reach: Float64Array;
  chance: Share;
}
/** One mean number of contacts, with all its arms in the same worlds. */
export interface Place {
  degree: number;
  anyone: Arm;
  hubs: Arm;
  many?: Arm;
  /** Reach from a well-connected person over reach from a random person. */
  reachRatio: Interval & { ratio: number };
  /** The same ratio for contacts. */
  contactRatio: number;
  /** Reach from a well-connected person minus reach from as many random people as the same money buys. */
  difference?: Paired;
}
export interface Found {
  who: SweepDone;
  many: SweepDone;
  places: Place[];
  carriers: CarriersDone;
}

const armOf = (reach: Float64Array, size: number): Arm => ({
  reach,
  chance: shareOf(reach, (count) => isGlobal(count, size)),
});

function placesOf(who: SweepDone, many: SweepDone, ratios: readonly number[], settings: Settings): Place[] {
  const arms = who.points.map(({ columns }) => armOf(columns.reach, settings.nodes));
  const bought = many.points.map(({ columns }) => armOf(columns.reach, settings.nodes));
  return degreesOf(settings).flatMap((degree, at) => {
    const [anyone, hubs, own] = [arms.at(2 * at), arms.at(2 * at + 1), bought.at(at)];
    if (2 * at + 1 >= arms.length || !anyone || !hubs || at >= ratios.length) return [];
    return [
      {
        degree,
        anyone,
        hubs,
        ...(own && { many: own, difference: paired(own.reach, hubs.reach) }),
        reachRatio: ratioOfMeans(anyone.reach, hubs.reach),
        contactRatio: ratios[at],
      },
    ];
  });
}

/** The contact ratio of the well connected, on networks of each mean number of contacts. */
const ratiosTask = (settings: Settings): Task =>
  filling(1, (out, world, at) => {
    out[0] = contactRatio(generate(networkOf(settings, degreesOf(settings)[at]), settings.seed, world));
  });

/** The mean of that ratio for each mean number of contacts. */
function ratiosWork(settings: Settings): Computation<number[]> {
  const { length } = degreesOf(settings);
  const filled = table(length, ["ratio"]);
  const work = { name: "contacts", module: "notebooks/influencers/places.ts", setup: settings, task: ratiosTask };
  return {
    units: length * COUNTED,
    run: (took) => fill({ work, table: filled, plan: fixed(length, COUNTED) }, { took }),
    results: () =>
      Array.from({ length }, (_, at) => at)
        .filter((at) => filled.count(at) === COUNTED)
        .map((at) => summarize(filled.column(at, "ratio", COUNTED)).mean),
  };
}

/** The people whom the same money buys, in words. */
export const others = (pay: number): string => (pay === 1 ? "one random person" : `${pay} random people`);

/** All four computations, in the same worlds. */
export const placesWork = (settings: Settings): Computation<Found> =>
  after(
    together({
      ratios: ratiosWork(settings),
      carriers: carriersWork({
        network: networkOf(settings, closeDegree(settings)),
        threshold: settings.threshold,
        seed: settings.seed,
        worlds: settings.worlds,
      }),
      who: sweepWork(whoJob(settings)),
      many: sweepWork(manyJob(settings)),
    }),
    ({ ratios, who, many, carriers }) => ({ who, many, carriers, places: placesOf(who, many, ratios, settings) }),
  );

import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { GLOBAL, isGlobal } from "../../models/cascades/watts-window.ts";
import { choice, real, type Values, whole } from "../../models/core/index.ts";
import { type Interval, type Paired, paired, ratioOfMeans, summarize } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { fanChart, type FanRow } from "../../models/studies/telling/plots/fan.ts";
import { percent, plain } from "../exact.ts";
import { seed, worlds } from "../study/asked.ts";
import { sweepText } from "../study/commands.ts";
import { type Share, shareOf } from "../study/share.ts";
import { defineStudy } from "../study/study.ts";
import { type SweepDone, type SweepJob, sweepRows, sweepWork } from "../study/sweep.ts";
import { type Row } from "../../models/studies/telling/row.ts";
import { after, together, type Work } from "../study/work.ts";
import { type CarriersDone, carriersWork, contactRatio } from "./carriers.ts";

/** Mean contacts compared; where newcomers make whole numbers of ties, the even ones are. */
const DEGREES = { "erdos-renyi": [1, 1.5, 2, 3, 4, 5, 5.5, 6, 7], "barabasi-albert": [2, 4, 6, 8] };
/** Where anyone begins something large in a smaller share of worlds, a ratio to that says nothing. */
const SELDOM = 0.05;
/** Networks of each kind on which contacts are compared. */
const COUNTED = 10;

const parameters = {
  threshold: real(0.18, { min: 0.02, max: 0.9, about: wattsThreshold.parameters.threshold.about, unit: "share" }),
  spread: choice(["erdos-renyi", "barabasi-albert"], {
    about: "how contacts are spread: at random, or very unequally, newcomers tying themselves to the well connected",
  }),
  degree: real(5, {
    min: 1,
    max: 8,
    about: "mean contacts, looked at closely; rounded to an even number where newcomers tie themselves",
    unit: "contacts",
  }),
  pay: whole(3, {
    min: 1,
    max: 20,
    about: "what one of the well connected costs, in others that the same money buys",
    unit: "customers",
    lever: true,
  }),
  nodes: whole(1000, { min: 100, max: 3000, about: "number of customers" }),
  seed: seed(),
  worlds: worlds(100, 2000),
  world: whole(0, { min: 0, max: 1999, about: "which of these worlds is drawn, from 0" }),
};
export type Settings = Values<typeof parameters>;

/** The network with about so many contacts each, as the command line names it. */
export const networkOf = ({ spread, nodes }: Settings, degree: number): string =>
  spread === "erdos-renyi"
    ? `erdos-renyi:nodes=${nodes},degree=${degree}`
    : `barabasi-albert:nodes=${nodes},links=${degree / 2}`;

/** The mean number of contacts looked at closely. */
export const closeDegree = ({ spread, degree }: Settings): number =>
  spread === "erdos-renyi" ? degree : Math.max(2, 2 * Math.round(degree / 2));

const degreesOf = (settings: Settings): number[] =>
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
const whoJob = (settings: Settings): SweepJob => jobOf(settings, "seedFrom=anyone,hubs");
/** As many first customers as the money for one of the well connected buys. */
const manyJob = (settings: Settings): SweepJob => jobOf(settings, `seedCount=${settings.pay}`);

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
  /** Reach from one of the well connected over reach from anyone. */
  reachRatio: Interval & { ratio: number };
  /** The same of their contacts. */
  contactRatio: number;
  /** Reach from one of the well connected less that from as many as the same money buys. */
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

/** How many times as many contacts the well connected have, one number a mean number of contacts. */
function ratiosWork(settings: Settings): Work<number[]> {
  const ratios: number[] = [];
  const degrees = degreesOf(settings);
  return {
    units: degrees.length,
    *run() {
      for (const degree of degrees) {
        const each = Array.from({ length: COUNTED }, (_, world) =>
          contactRatio(generate(networkOf(settings, degree), settings.seed, world)),
        );
        ratios.push(summarize(Float64Array.from(each)).mean);
        yield;
      }
    },
    results: () => [...ratios],
  };
}

/** Those whom the same money buys. */
export const others = (pay: number): string => (pay === 1 ? "anyone" : `any ${pay}`);

function chanceRows(places: readonly Place[], { pay }: Settings): FanRow[] {
  const names = { anyone: "anyone", hubs: "well connected", many: others(pay) };
  const arms = (["anyone", "hubs", "many"] as const).filter((arm) => arm !== "many" || pay > 1); // one of them is anyone again
  return places.flatMap((place) =>
    arms.flatMap((arm) => {
      const found = place[arm];
      return found
        ? [
            {
              degree: place.degree,
              series: names[arm],
              mean: found.chance.share,
              low: found.chance.low,
              high: found.chance.high,
              worlds: found.reach.length,
            },
          ]
        : [];
    }),
  );
}
const comparable = (places: readonly Place[]): Place[] => places.filter(({ anyone }) => anyone.chance.share >= SELDOM);
const ratioRows = (places: readonly Place[]): FanRow[] =>
  comparable(places).flatMap(({ degree, reachRatio: { ratio, low, high }, contactRatio: contacts }) => [
    { degree, series: "customers reached", mean: ratio, low, high },
    { degree, series: "contacts", mean: contacts },
  ]);
/** Rounds in which somebody joined; in round 0 it began. */
const joining = (rounds: CarriersDone["rounds"]) => rounds.filter(({ round, contacts }) => round > 0 && contacts.n > 0);
const carrierRows = ({ rounds, all }: CarriersDone, measure: "contacts" | "easy"): FanRow[] =>
  joining(rounds).flatMap(({ round, [measure]: { mean, low, high, q05, q95, n } }) => [
    { round, series: "those who join", mean, q05, q95, worlds: n, ...(measure === "contacts" && { low, high }) }, // shares near 1 have no such interval
    { round, series: "everybody", mean: all[measure].mean },
  ]);

/** Influencers, or the easily influenced? */
export const study = defineStudy({
  name: "influencers",
  about: wattsThreshold.about,
  parameters,
  first: ["pay", "degree", "threshold", "spread", "seed"],
  presets: [
    { name: "Few contacts", about: "hardly enough ties for anything to travel", values: { degree: 1 } },
    { name: "Many contacts", about: "so many that one of them seldom matters", values: { degree: 6 } },
    {
      name: "Very unequal contacts",
      about: "some have twenty times as many as others",
      values: { spread: "barabasi-albert", degree: 6 },
    },
    {
      name: "Harder to persuade",
      about: "a quarter of the contacts must have joined",
      values: { threshold: 0.25, degree: 3 },
    },
    { name: "A dear influencer", about: "ten others for the same money", values: { pay: 10 } },
  ],
  drawn: ["world"],
  work: (settings: Settings): Work<Found> =>
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
    ),
  commands: (settings) => [
    {
      about: "One first customer, anyone or one of the tenth with most contacts",
      command: sweepText(whoJob(settings)),
    },
    { about: "As many first customers as the same money buys", command: sweepText(manyJob(settings)) },
  ],
  charts: {
    chance: {
      caption:
        "Look at the gaps between the lines: at which mean contacts does it matter with whom it begins, and at which how many begin? Bands: 95 % interval.",
      text: ({ places }: Found, settings) =>
        `Chance of a cascade above ${percent(GLOBAL)} of customers by mean contacts. ${chanceRows(places, settings)
          .map(({ degree, series, mean }) => `${String(series)} at ${Number(degree)}: ${percent(mean)}.`)
          .join(" ")}`,
      rows: ({ places }, settings) => chanceRows(places, settings),
      draw: ({ places }, settings, { width, document }) =>
        fanChart(chanceRows(places, settings), {
          x: "degree",
          series: "series",
          xLabel: "mean contacts",
          yLabel: "chance of a large cascade",
          yPercent: true,
          width,
          document,
        }),
    },
    ratio: {
      caption:
        "Look where the line of customers reached lies below the line of contacts: there the well connected bring less than their contacts promise. Mean contacts at which anyone begins a large cascade in fewer than one world of twenty are left out. Bands: 95 % interval.",
      text: ({ places }: Found) =>
        `The well connected over anyone. ${comparable(places)
          .map(
            ({ degree, reachRatio: { ratio }, contactRatio: contacts }) =>
              `At ${degree} mean contacts: ${plain(ratio)} times the customers, ${plain(contacts)} times the contacts.`,
          )
          .join(" ")}`,
      rows: ({ places }) => ratioRows(places),
      draw: ({ places }, _, { width, document }) =>
        fanChart(ratioRows(places), {
          x: "degree",
          series: "series",
          xLabel: "mean contacts",
          yLabel: "well connected over anyone, times",
          width,
          document,
        }),
    },
    easy: {
      caption:
        "Look how long nearly all who join need one contact only. In the first round all do, for nobody else has joined; those who need more come later. Band: nine worlds in ten.",
      text: ({ carriers }: Found) =>
        `Share of those who join in each round whom one contact is enough to tip. ${carrierText(carriers, "easy", percent)}`,
      rows: ({ carriers }) => carrierRows(carriers, "easy"),
      draw: ({ carriers }, _, { width, document }) =>
        fanChart(carrierRows(carriers, "easy"), {
          x: "round",
          series: "series",
          xLabel: "round",
          yLabel: "one contact is enough",
          yPercent: true,
          width,
          document,
        }),
    },
    contacts: {
      caption:
        "Look at which side of the dashed line the first rounds lie: those who carry a cascade at first need not be those with most contacts. Bands: 95 % interval of the mean, and nine worlds in ten.",
      text: ({ carriers }: Found) =>
        `Mean contacts of those who join in each round. ${carrierText(carriers, "contacts", plain)}`,
      rows: ({ carriers }) => carrierRows(carriers, "contacts"),
      draw: ({ carriers }, _, { width, document }) =>
        fanChart(carrierRows(carriers, "contacts"), {
          x: "round",
          series: "series",
          xLabel: "round",
          yLabel: "contacts of those who join",
          width,
          document,
        }),
    },
  },
  tables: {
    who: {
      caption: "One first customer, as the command line writes it to summary.csv",
      rows: ({ who }: Found, settings) => named(sweepRows(who, ["reach"]), settings, 2),
    },
    many: {
      caption: "As many as the same money buys, as the command line writes it to summary.csv",
      rows: ({ many }: Found, settings) => named(sweepRows(many, ["reach"]), settings, 1),
    },
  },
});

/** Rows with the mean number of contacts in place of the network's name; `arms` rows each. */
const named = (rows: readonly Row[], settings: Settings, arms: number): Row[] =>
  rows.map((row, at) => ({
    "mean contacts": degreesOf(settings)[Math.floor(at / arms)],
    ...Object.fromEntries(Object.entries(row).filter(([name]) => name !== "network")),
  }));

const carrierText = (
  { rounds, all }: CarriersDone,
  measure: "contacts" | "easy",
  shown: (value: number) => string,
): string =>
  `Everybody: ${shown(all[measure].mean)}. ${joining(rounds)
    .map(({ round, [measure]: { mean } }) => `Round ${round}: ${shown(mean)}.`)
    .join(" ")}`;

import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { GLOBAL } from "../../models/cascades/watts-window.ts";
import { fanChart, type FanRow } from "../../models/studies/telling/charts/fan.ts";
import { percent, plain } from "../exact.ts";
import { sweepText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { sweepRows } from "../study/sweep.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type CarriersDone } from "./carriers.ts";
import {
  degreesOf,
  type Found,
  manyJob,
  others,
  parameters,
  type Place,
  placesWork,
  type Settings,
  whoJob,
} from "./places.ts";

/** If a random person starts large cascades in a smaller share of worlds, the ratio of reach says nothing. */
const SELDOM = 0.05;

function chanceRows(places: readonly Place[], { pay }: Settings): FanRow[] {
  const names = { anyone: "one random person", hubs: "one well-connected person", many: others(pay) };
  const arms = (["anyone", "hubs", "many"] as const).filter((arm) => arm !== "many" || pay > 1); // with pay 1 it is the arm `anyone` again
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
/** Rounds in which someone joined; round 0 is the start. */
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
    { name: "Few contacts", about: "hardly enough ties for anything to spread", values: { degree: 1 } },
    { name: "Many contacts", about: "so many that one contact seldom matters", values: { degree: 6 } },
    {
      name: "Very unequal contacts",
      about: "some people have twenty times as many as others",
      values: { spread: "barabasi-albert", degree: 6 },
    },
    {
      name: "Harder to persuade",
      about: "a quarter of the contacts must have joined",
      values: { threshold: 0.25, degree: 3 },
    },
    { name: "An expensive influencer", about: "ten others for the same money", values: { pay: 10 } },
  ],
  drawn: ["world"],
  work: placesWork,
  commands: (settings) => [
    {
      about: "One first customer: a random person, or one from the tenth with the most contacts",
      command: sweepText(whoJob(settings)),
    },
    { about: "As many first customers as the same money buys", command: sweepText(manyJob(settings)) },
  ],
  charts: {
    chance: {
      caption:
        "Look at the gaps between the lines: at which mean contacts does it matter who begins, and at which how many begin? Bands: 95 % interval.",
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
        "Look where the line of customers reached lies below the line of contacts: there well-connected people bring less than their contacts promise. Mean contacts at which a random person starts a large cascade in fewer than one world in twenty are left out. Bands: 95 % interval.",
      text: ({ places }: Found) =>
        `A well-connected person over a random person. ${comparable(places)
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
          yLabel: "well connected over random, times",
          width,
          document,
        }),
    },
    easy: {
      caption:
        "See how long nearly everyone who joins needs only one contact. In the first round all do, since nobody else has joined; those who need more come later. Band: nine worlds in ten.",
      text: ({ carriers }: Found) =>
        `Share of those who join in each round for whom one contact is enough. ${carrierText(carriers, "easy", percent)}`,
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
        "See on which side of the dashed line the first rounds lie: those who carry a cascade at first need not be those with the most contacts. Bands: 95 % interval of the mean, and nine worlds in ten.",
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
      caption: "As many first customers as the same money buys, as the command line writes it to summary.csv",
      rows: ({ many }: Found, settings) => named(sweepRows(many, ["reach"]), settings, 1),
    },
  },
});

/** Rows with the mean number of contacts instead of the network's name; `arms` rows each. */
const named = (rows: readonly DataRow[], settings: Settings, arms: number): DataRow[] =>
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

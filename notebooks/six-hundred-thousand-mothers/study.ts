import { choice, real, type Values, whole } from "../../models/core/index.ts";
import saved from "../../data/facts/vocalpoint-reach.json" with { type: "json" };
import { COMMUNITIES } from "../../models/studies/sweep/reach-sweep.ts";
import { dotChart } from "../../models/studies/telling/charts/dots.ts";
import { fanChart, type Ring } from "../../models/studies/telling/charts/fan.ts";
import { percent, plain } from "../exact.ts";
import { seed, worlds } from "../study/asked.ts";
import { runText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { after } from "../study/computation.ts";
import { measureRows, summariesOf, type WorldsDone, type WorldsJob, worldsWork } from "../study/worlds.ts";
import { countedRows, expectedOf, populationRows, type Swept } from "./reach.ts";

const parameters = {
  members: whole(600_000, {
    min: 10_000,
    max: 3_000_000,
    about: "mothers who are enrolled",
    unit: "people",
    lever: true,
  }),
  contacts: whole(25, { min: 10, max: 100, about: "number of different people in a member's circle" }),
  others: whole(5, { min: 0, max: 9, about: "number of different people in anyone else's circle" }),
  population: whole(15_000_000, {
    min: 6_000_000,
    max: 60_000_000,
    about: "size of the population, members included",
    unit: "people",
  }),
  community: real(1, {
    min: 0.06,
    max: 1,
    about:
      "share of the population that contains the members and all their contacts; the smaller, the more circles overlap",
    unit: "share",
  }),
  telling: real(1, { min: 0.01, max: 1, about: "chance that a member tells a contact", unit: "chance" }),
  scale: choice(["1000", "300", "100"], { about: "number of people that one simulated person represents" }),
  seed: seed(),
  worlds: worlds(30, 500),
};
export type Settings = Values<typeof parameters>;

/** What the page supplies: a sweep that was run when the page was built. */
export interface Given {
  swept: readonly Swept[];
}
export interface Results {
  simulated: WorldsDone;
  swept: readonly Swept[];
}

const scaled = ({ scale }: Settings, people: number): number => Math.round(people / Number(scale));

/** The members and other people of the simulation, in the same shares as in the whole population. */
export const smallOf = (settings: Settings) => ({
  customers: scaled(settings, settings.population),
  members: scaled(settings, settings.members),
  contacts: settings.contacts,
  others: settings.others,
  community: settings.community,
  telling: settings.telling,
});

/** Settings with which people hear of the product only through members, who adopt it in week 0 and talk in week 1. */
const ALONE = {
  trial: 0,
  strong: 0,
  weak: 0,
  advertising: 0,
  awareAtStart: 0,
  rivalTrial: 0,
  spread: 0,
  weighting: "equal",
  quality: 1,
  joining: 1,
  joiningSlope: 0,
  samples: 1,
  use: 1,
  horizon: 2,
  duty: 2,
  boost: 1,
  halfLife: 0,
};

function jobOf(settings: Settings): WorldsJob {
  const { customers, members, contacts, others, community, telling } = smallOf(settings);
  return {
    model: "sampling-program",
    network: `circles:advocates=${members},contacts=${contacts},customers=${customers},others=${others},community=${community}`,
    parameters: { ...ALONE, memberShare: members / customers, minimumContacts: contacts, talk: telling },
    seed: settings.seed,
    worlds: settings.worlds,
    redraw: true,
  };
}

const ringsOf = (swept: readonly Swept[]): Ring[] =>
  countedRows(swept).map(({ millions, series, mean, full }) => ({
    x: millions,
    y: mean,
    r: full ? 5.5 : 2.5,
    about: `${series}${full ? " at full size" : ""}: ${percent(mean)}`,
  }));

/** The measures of the simulation that the page compares with the formula at the same scale. */
export const SPOKEN = ["reach1", "reach2", "reach3", "told1"] as const;

/** How many people do six hundred thousand mothers reach? */
export const study = defineStudy({
  name: "six-hundred-thousand-mothers",
  about: "Members with many contacts each, among people with few: how many different people do they reach?",
  parameters,
  first: ["members", "contacts", "population", "community", "telling", "seed"],
  presets: [
    {
      name: "Members live in half of the population",
      about: "all members and their contacts are in half of the population",
      values: { community: 0.5 },
    },
    { name: "Four in ten hear", about: "a member tells a contact with chance .4", values: { telling: 0.4 } },
    {
      name: "Four times as many people",
      about: "the same program among sixty million",
      values: { population: 60_000_000 },
    },
  ],
  work: (settings: Settings, given: Given | undefined) =>
    after(worldsWork(jobOf(settings)), (simulated): Results => ({ simulated, swept: given?.swept ?? [] })),
  commands: (settings) => [
    {
      about: `The simulation, with one simulated person for every ${plain(Number(settings.scale))}`,
      command: runText(jobOf(settings)),
    },
  ],
  charts: {
    people: {
      caption:
        "See how far the first degree falls short of the claim, and how much the second adds. The dashed line is the whole population: nothing can exceed it.",
      text: (_: Results, settings) => {
        const { claim, reach1, reach2, reach3 } = expectedOf(settings);
        return `Claimed ${plain(claim)}; different people at one degree ${plain(Math.round(reach1))}, at two ${plain(Math.round(reach2))}, at three ${plain(Math.round(reach3))}, of ${plain(settings.population)}.`;
      },
      rows: (_, settings) => {
        const { claim, reach1, reach2, reach3 } = expectedOf(settings);
        return [
          ["claimed: members × contacts", claim],
          ["members", settings.members],
          ["different people at one degree", reach1],
          ["at two degrees", reach2],
          ["at three degrees", reach3],
        ].map(([name, people]) => ({ name, people }));
      },
      draw: (_, settings, place) => {
        const { claim, reach1, reach2, reach3 } = expectedOf(settings);
        const rows = [
          ["claimed", claim],
          ["one degree", reach1],
          ["two degrees", reach2],
          ["three degrees", reach3],
        ] as const;
        return dotChart(
          rows.map(([name, people]) => ({ name, mean: people / 1e6 })),
          {
            ...place,
            xLabel: "millions of people",
            reference: { value: settings.population / 1e6, label: "everybody" },
          },
        );
      },
    },
    population: {
      caption: `Lines are the formula for your members and contacts. Rings are counts in simulated networks with ${plain(saved.members)} members and ${plain(saved.contacts)} contacts: small rings at a hundredth of the size, made with this page; large rings at full size. With the same members and contacts the lines go through the rings. The claim comes true only if there are far more people than contacts and members live everywhere.`,
      text: ({ swept }: Results) =>
        `Different people as a share of the claim, by population and by the part of it in which members live (${COMMUNITIES.map((share) => percent(share)).join(", ")}); ${swept.length} networks were counted at a hundredth of the size and ${saved.rows.length} at full size.`,
      rows: ({ swept }, settings) => [...populationRows(settings), ...countedRows(swept)],
      draw: ({ swept }, settings, place) =>
        fanChart(populationRows(settings), {
          ...place,
          rings: ringsOf(swept),
          x: "millions",
          series: "series",
          xLabel: "population in millions",
          yLabel: "different people, as a share of the claim",
          yPercent: true,
        }),
    },
  },
  tables: {
    simulated: {
      caption: "Every measure of the simulation, as the command line prints it",
      rows: ({ simulated }: Results) => measureRows("sampling-program", simulated),
    },
    full: {
      caption:
        "Full size, by population and by the part of it that contains the members and their contacts: counted and expected people",
      rows: () =>
        saved.rows.map(({ customers, community, measured1, reach1, sd1, measured2, reach2, measured3, reach3 }) => ({
          customers,
          community,
          "at one degree": measured1,
          expected: reach1,
          sd: sd1,
          "at two": measured2,
          "expected at two": reach2,
          "at three": measured3,
          "expected at three": reach3,
        })),
    },
    compared: {
      caption: "The simulation and the formula at the same scale, in people",
      rows: ({ simulated }: Results, settings) => {
        const of = summariesOf(simulated);
        const small = expectedOf({ ...smallOf(settings), population: smallOf(settings).customers, telling: 1 });
        const told = expectedOf({ ...smallOf(settings), population: smallOf(settings).customers });
        const expected = { reach1: small.reach1, reach2: small.reach2, reach3: small.reach3, told1: told.reach1 };
        return SPOKEN.map((measure) => ({
          measure,
          formula: expected[measure],
          mean: of[measure].mean,
          low: of[measure].low,
          high: of[measure].high,
          worlds: of[measure].n,
        }));
      },
    },
  },
});

import { copyingChain } from "../../models/influence/copying-chain.ts";
import { type Degrees } from "../../models/influence/degrees/statistic.ts";
import { generate } from "../../models/networks/specification.ts";
import { plain } from "../exact.ts";
import { ovationText, runText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { measureRows } from "../study/worlds.ts";
import { besideChart, curveChart, influenceChart, reachChart } from "./charts.ts";
import { type Found, measuresJob, workOf } from "./found.ts";
import { clustersJob, parameters, personIn } from "./settings.ts";

/** A row for each degree, as `ovation degrees` prints them. */
export const degreeRows = ({ degrees }: Degrees) =>
  degrees.map(({ distance, pairs, observed, expected, excess, excessLow, excessHigh, p }) => ({
    distance,
    pairs,
    observed,
    expected,
    excess,
    excessLow,
    excessHigh,
    p,
  }));

/** How far does influence travel? */
export const study = defineStudy({
  name: "how-far-influence-travels",
  about: "a trait that is copied along ties, and at what distance from someone who has it this can be seen",
  parameters,
  first: ["network", "customers", "copy", "probability", "seed"],
  presets: [
    {
      name: "A chain",
      about: "everyone knows the one before and the one after: the law is exact",
      values: { network: "path" },
    },
    {
      name: "A tree",
      about: "each newcomer ties to one popular person: there is one path between any two people",
      values: { network: "barabasi-albert", ties: 1 },
    },
    { name: "Half the people", about: "people copy in the same way", values: { customers: 500 } },
    { name: "Nobody copies", about: "everyone decides alone", values: { copy: 0 } },
    { name: "A small club", about: "thirty-four members of a karate club", values: { network: "karate" } },
    { name: "A novel", about: "who meets whom in Les Misérables", values: { network: "les-miserables" } },
  ],
  work: workOf,
  commands(settings) {
    const {
      network,
      parameters: { copy, prevalence },
      seed,
      distances,
      permutations,
    } = clustersJob(settings);
    const { world, probability } = settings;
    const drawn = generate(network, seed);
    const person = drawn.keys.key(personIn(drawn, settings.person));
    const chain = [
      "--model",
      copyingChain.name,
      "--set",
      `copy=${copy}`,
      "--set",
      `prevalence=${prevalence}`,
      "--trait",
      "has",
      "--world",
      world,
    ];
    return [
      {
        about: "How far the trait clusters; another world by its number",
        command: ovationText([
          "degrees",
          "--network",
          network,
          ...chain,
          "--distances",
          distances,
          "--permutations",
          permutations,
          "--seed",
          seed,
        ]),
      },
      { about: "The shares of pairs over many worlds", command: runText(measuresJob(settings)) },
      {
        about: "How far the recommendation travels",
        command: ovationText([
          "degrees",
          "--network",
          network,
          "--person",
          person,
          "--probability",
          probability,
          "--distances",
          distances,
          "--seed",
          seed,
        ]),
      },
    ];
  },
  charts: { reach: reachChart, curve: curveChart, beside: besideChart, influence: influenceChart },
  tables: {
    reach: {
      caption:
        "How many people are at each distance from this person, and how many are reached in each round, as the command line prints it",
      rows: ({ reach }: Found) =>
        (reach?.degrees ?? []).map(({ distance, people, reached, low, high }) => ({
          distance,
          people,
          reached,
          low,
          high,
        })),
    },
    degrees: {
      caption: "The three-degrees statistic of this world, as the command line prints it",
      rows: ({ seen }: Found) => seen.flatMap(degreeRows),
    },
    measures: {
      caption: "Shares of pairs in which both have the trait, over all worlds, as the command line prints them",
      rows: ({ measures }: Found) => measureRows(copyingChain.name, measures),
    },
  },
});

/** "3 degrees", "1 degree". */
export const degreesText = (count: number): string => `${plain(count)} ${count === 1 ? "degree" : "degrees"}`;

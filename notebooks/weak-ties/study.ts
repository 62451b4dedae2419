import { complexContagion } from "../../models/cascades/complex-contagion.ts";
import { strongAndWeakTies } from "../../models/cascades/strong-and-weak-ties.ts";
import { real, run, type Values, whole } from "../../models/core/index.ts";
import { summarize } from "../../models/statistics/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { fanChart, type FanRow } from "../../models/studies/telling/charts/fan.ts";
import { percent, plain } from "../exact.ts";
import { seed, worlds } from "../study/asked.ts";
import { runText, sweepText } from "../study/commands.ts";
import { type Share, shareOf } from "../study/share.ts";
import { defineStudy } from "../study/study.ts";
import { type SweepDone, type SweepJob, sweepRows, sweepWork } from "../study/sweep.ts";
import { after, type Computation, steps, together } from "../study/computation.ts";

/** Shares of ties rewired, closer where something happens. */
const SHARES = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1];
/** How many contacts must have it, of those compared. */
export const NEEDED = [1, 2, 3];
/** Acquaintances met a period, of those compared. */
const WEAK = [0, 2, 5, 10, 20, 30];

const parameters = {
  threshold: whole(2, { min: 1, max: 8, about: "contacts that must have it before one joins", unit: "contacts" }),
  rewire: real(0.1, {
    min: 0,
    max: 1,
    about: "share of ties whose ends are swapped with another's; everyone keeps eight contacts",
    lever: true,
  }),
  side: whole(40, { min: 8, max: 60, about: "rows, and as many columns, of the torus" }),
  strongEffect: { ...strongAndWeakTies.parameters.strongEffect, lever: false },
  weakEffect: { ...strongAndWeakTies.parameters.weakEffect, lever: false },
  seed: seed(),
  worlds: worlds(30, 500),
  world: whole(0, { min: 0, max: 499, about: "which of these worlds is drawn, from 0" }),
};
export type Settings = Values<typeof parameters>;

/** The torus as the command line names it. */
export const torusOf = ({ side }: Settings, rewire: number): string =>
  `moore-torus:rows=${side},columns=${side},rewire=${rewire}`;

/** How one cascade begins: a customer in the middle of the picture and the eight who are its contacts. */
export const startOf = ({ side }: Settings, threshold: number) => ({
  threshold,
  seeds: [String(Math.floor(side / 2) * (side + 1))],
  seedNeighbourhood: true,
});

/** The rounds of world `world` on a torus drawn again in each: customers reached after each. */
const courseOf = (settings: Settings, threshold: number): Float64Array =>
  run(complexContagion, generate(torusOf(settings, settings.rewire), settings.seed, settings.world), {
    parameters: startOf(settings, threshold),
    seed: settings.seed,
    world: settings.world,
  }).reach;

interface Course {
  threshold: number;
  reach: Float64Array;
}
/** The same world under each number needed. */
const coursesWork = (settings: Settings): Computation<Course[]> =>
  steps(NEEDED.length, (at) => ({ threshold: NEEDED[at], reach: courseOf(settings, NEEDED[at]) }));

export const torusJob = (settings: Settings): SweepJob => {
  const { seeds, seedNeighbourhood } = startOf(settings, 1);
  return {
    model: complexContagion.name,
    networks: SHARES.map((share) => torusOf(settings, share)),
    vary: [`threshold=${NEEDED.join(",")}`],
    set: { seeds, seedNeighbourhood },
    seed: settings.seed,
    worlds: settings.worlds,
    redraw: true,
  };
};
export const talkJob = ({ strongEffect, weakEffect, seed, worlds }: Settings): SweepJob => ({
  model: strongAndWeakTies.name,
  networks: [],
  vary: [`weak=${WEAK.join(",")}`],
  set: { strongEffect, weakEffect, advertising: 0.002, people: 330 },
  seed,
  worlds,
});

/** One setting of the torus in all its worlds. */
export interface Spread {
  rewire: number;
  threshold: number;
  /** In what share of worlds at least half of the customers are reached. */
  carried: Share;
  /** Rounds until rest in those worlds; NaN in the others. */
  rounds: Float64Array;
}
export interface Found {
  courses: Course[];
  torus: SweepDone;
  spreads: Spread[];
  talk: SweepDone;
}

const rewireOf = (network: unknown): number => Number(String(network).split("rewire=")[1]);

function spreadsOf({ points }: SweepDone, size: number): Spread[] {
  const isHalf = (count: number): boolean => count >= size / 2;
  return points.map(({ values, columns: { reach, rounds } }) => ({
    rewire: rewireOf(values.network),
    threshold: Number(values.threshold),
    carried: shareOf(reach, isHalf),
    rounds: rounds.map((count, world) => (isHalf(reach[world]) ? count : NaN)),
  }));
}

const needed = (threshold: number): string => `${threshold} needed`;

const carriedRows = (spreads: readonly Spread[]): FanRow[] =>
  spreads.map(({ rewire, threshold, carried: { share, low, high, worlds } }) => ({
    rewire,
    series: needed(threshold),
    mean: share,
    low,
    high,
    worlds,
  }));

const roundRows = (spreads: readonly Spread[]): FanRow[] =>
  spreads.map(({ rewire, threshold, rounds }) => {
    const { mean, low, high, q05, q95, n } = summarize(rounds);
    return { rewire, series: needed(threshold), mean, low, high, q05, q95, worlds: n };
  });

/** The first of the shares tried at which it reaches half of the customers in fewer than half of the worlds. */
export const stopsAt = (spreads: readonly Spread[], threshold: number): Spread | undefined =>
  spreads.find((spread) => spread.threshold === threshold && spread.carried.share < 0.5);

const talkRows = ({ points }: SweepDone, measure: string): FanRow[] =>
  points.map(
    ({
      values,
      measures: {
        [measure]: { mean, low, high, q05, q95, n },
      },
    }) => ({ weak: Number(values.weak), mean, low, high, q05, q95, worlds: n }),
  );

const SHARE_LABEL = "share of ties rewired";

/** What can weak ties not carry? */
export const study = defineStudy({
  name: "weak-ties",
  about: "What long ties carry, by how many contacts must confirm it.",
  parameters,
  first: ["threshold", "rewire", "side", "seed"],
  presets: [
    { name: "A rumour", about: "one contact is enough", values: { threshold: 1 } },
    { name: "Harder to believe", about: "three contacts must have it first", values: { threshold: 3, rewire: 0.2 } },
    { name: "Only neighbours", about: "no tie is rewired", values: { rewire: 0 } },
    { name: "A handful of long ties", about: "two ties in a thousand are rewired", values: { rewire: 0.002 } },
    { name: "No neighbours", about: "every tie is rewired", values: { rewire: 1 } },
  ],
  work: (settings: Settings): Computation<Found> =>
    after(
      together({
        courses: coursesWork(settings),
        torus: sweepWork(torusJob(settings)),
        talk: sweepWork(talkJob(settings)),
      }),
      (found) => ({
        ...found,
        spreads: spreadsOf(found.torus, settings.side ** 2),
      }),
    ),
  commands: (settings) => [
    {
      about: "The torus without rewired ties, with the number needed that is set",
      command: runText({
        model: complexContagion.name,
        network: torusOf(settings, 0),
        parameters: startOf(settings, settings.threshold),
        seed: settings.seed,
        worlds: 1,
      }),
    },
    { about: "All shares rewired, a new torus in each world", command: sweepText(torusJob(settings)) },
    { about: "Strong and weak ties", command: sweepText(talkJob(settings)) },
  ],
  charts: {
    growth: {
      caption:
        "Look which lines are steep from the start: what one contact can pass, long ties bring to new places at once. Where there are none, or more are needed, a line crawls, or never rises.",
      text: ({ courses }: Found, { rewire, world }) =>
        `Customers reached round by round in world ${world} with ${percent(rewire)} of ties rewired. ${courses.map(({ threshold, reach }) => `${needed(threshold)}: ${reach[reach.length - 1]} after ${reach.length - 1} rounds.`).join(" ")}`,
      rows: ({ courses }) => courseRows(courses),
      draw: ({ courses }, _, { width, document }) =>
        fanChart(courseRows(courses), {
          x: "round",
          series: "series",
          xLabel: "round",
          yLabel: "customers reached",
          width,
          document,
        }),
    },
    carried: {
      caption:
        "Look where each line falls: what needs one contact never does, and the more contacts are needed the fewer rewired ties are enough to stop it. Bands: 95 % interval.",
      text: ({ spreads }: Found) =>
        `Share of worlds in which half of the customers are reached, by share of ties rewired. ${NEEDED.map((threshold) => `${needed(threshold)}: ${fallText(stopsAt(spreads, threshold))}`).join(" ")}`,
      rows: ({ spreads }) => carriedRows(spreads),
      draw: ({ spreads }, _, { width, document }) =>
        fanChart(carriedRows(spreads), {
          x: "rewire",
          series: "series",
          xLabel: SHARE_LABEL,
          yLabel: "worlds in which half of the customers are reached",
          yPercent: true,
          width,
          document,
        }),
    },
    rounds: {
      caption:
        "Look at the left end: which of the three do the first few rewired ties make faster? A line ends where no world reaches half of the customers any more. Bands: 95 % interval of the mean, and nine worlds in ten.",
      text: ({ spreads }: Found) =>
        `Rounds until nothing changes, of worlds in which half or more are reached. ${spreads
          .filter(({ rewire }) => rewire === 0)
          .map(({ threshold, rounds }) => `${needed(threshold)}, nothing rewired: ${plain(summarize(rounds).mean)}.`)
          .join(" ")}`,
      rows: ({ spreads }) => roundRows(spreads),
      draw: ({ spreads }, _, { width, document }) =>
        fanChart(roundRows(spreads), {
          x: "rewire",
          series: "series",
          xLabel: SHARE_LABEL,
          yLabel: "rounds until rest, where half are reached",
          width,
          document,
        }),
    },
    talk: {
      caption:
        "Look whether the first step is the steepest: then a few acquaintances are enough for news to leave its circle, and each further one adds less. A level line says that acquaintances pass nothing on.",
      text: ({ talk }: Found) =>
        `Periods until 95 % are informed by acquaintances met a period. ${talkRows(talk, "to95")
          .map(({ weak, mean }) => `${Number(weak)}: ${plain(mean)}.`)
          .join(" ")}`,
      rows: ({ talk }) => talkRows(talk, "to95"),
      draw: ({ talk }, _, { width, document }) =>
        fanChart(talkRows(talk, "to95"), {
          x: "weak",
          xLabel: "acquaintances met a period",
          yLabel: "periods until 95 % are informed",
          width,
          document,
        }),
    },
  },
  tables: {
    points: {
      caption: "Every torus, as the command line writes it to summary.csv",
      rows: ({ torus }: Found) =>
        sweepRows(torus, ["reach", "rounds"]).map(({ network, ...row }) => ({ rewire: rewireOf(network), ...row })),
    },
    talked: {
      caption: "Strong and weak ties, as the command line writes them to summary.csv",
      rows: ({ talk }: Found) => sweepRows(talk, ["to95", "byWeak"]),
    },
  },
});

function courseRows(courses: readonly Course[]): FanRow[] {
  const longest = courses.reduce((most, { reach }) => Math.max(most, reach.length), 0);
  return courses.flatMap(({ threshold, reach }) =>
    Array.from({ length: longest }, (_, round) => ({
      round,
      series: needed(threshold),
      mean: reach[Math.min(round, reach.length - 1)],
    })),
  );
}

const fallText = (stop: Spread | undefined): string =>
  stop === undefined
    ? "in most worlds at every share."
    : `in fewer than half of the worlds from ${percent(stop.rewire)} on.`;

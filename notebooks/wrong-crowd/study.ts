import { strangers } from "../../models/cascades/herds/arrivals.ts";
import { cascadeShares } from "../../models/cascades/herds/closed-form.ts";
import { informationalCascade } from "../../models/cascades/informational-cascade.ts";
import { type Values, whole } from "../../models/core/index.ts";
import { paired, type Paired } from "../../models/statistics/index.ts";
import { fanChart } from "../../models/studies/telling/charts/fan.ts";
import { percent } from "../exact.ts";
import { seed, usually, valuesOf, worlds } from "../study/asked.ts";
import { runText, sweepText } from "../study/commands.ts";
import { isOne, type Share, shareOf } from "../study/share.ts";
import { defineStudy } from "../study/study.ts";
import { type SweepDone, type SweepJob, type SweepPoint, sweepWork } from "../study/sweep.ts";
import { after, together } from "../study/computation.ts";
import { measureRows, type WorldsDone, type WorldsJob, worldsWork } from "../study/worlds.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { accuracyChart, evidenceChart } from "./charts.ts";
import { optionName, queueOf, type QueueJob } from "./queue.ts";

/** The places that a reader can take; every queue is as long at least. */
const LAST_PLACE = 10;
/** Queues that a reader joins, one after the other. */
export const ROUNDS = 5;

const { accuracy, tie, release, followOwn } = informationalCascade.parameters;
const model = usually({ accuracy, tie, release, followOwn }, { accuracy: 0.7 });
const parameters = {
  ...model,
  people: whole(30, { min: LAST_PLACE, max: 100, about: "how many choose, one after the other", unit: "people" }),
  place: whole(4, { min: 1, max: LAST_PLACE, about: "your place in the queues that you join" }),
  seed: seed(),
  play: whole(1, {
    min: 0,
    max: 4999,
    about: `the first of the ${ROUNDS} queues that you join: a world of this seed, the others follow it`,
  }),
  world: whole(0, { min: 0, max: 4999, about: "the queue that is shown step by step: a world of this seed" }),
  worlds: worlds(1000, 4000),
};
export type Settings = Values<typeof parameters>;

/** The queue of that world. */
export const queueJob = (settings: Settings, world: number): QueueJob => ({
  parameters: valuesOf(model, settings),
  people: settings.people,
  seed: settings.seed,
  world,
});

/** In all these worlds option 1 is right, so that `up` is a right crowd and `down` a wrong one. */
const jobOf = (settings: Settings): WorldsJob => ({
  model: informationalCascade.name,
  network: strangers(settings),
  parameters: valuesOf(model, settings),
  seed: settings.seed,
  worlds: settings.worlds,
});

const AXES = {
  accuracy: "accuracy=0.5..1/11",
  release: "release=0,0.05,0.1,0.2,0.3,0.5",
  followOwn: "followOwn=0,0.05,0.1,0.2,0.4,0.7,1",
} as const;
type Varied = keyof typeof AXES;
const sweepOf = (settings: Settings, varied: Varied): SweepJob => {
  const { network, parameters, ...job } = jobOf(settings);
  const fixed = Object.entries(parameters).filter(([name]) => name !== varied);
  return { ...job, networks: [network], vary: [AXES[varied]], set: Object.fromEntries(fixed) };
};

/** A point of a sweep, and how it differs from the first point in the same worlds. */
export type Compared = Omit<SweepPoint, "columns"> & { more: Record<"down" | "wrong", Paired> };

const against = ({ points }: SweepDone): Compared[] =>
  points.map(({ values, measures, columns }) => {
    const more = (measure: "down" | "wrong"): Paired => paired(points[0].columns[measure], columns[measure]);
    return { values, measures, more: { down: more("down"), wrong: more("wrong") } };
  });

export interface Found {
  here: WorldsDone;
  accuracy: Compared[];
  release: Compared[];
  followOwn: Compared[];
}

/** A row a point and measure; quantiles of ones and zeros would say nothing. */
const pointRows = (points: readonly Compared[], measures: readonly string[]): DataRow[] =>
  points.flatMap(({ values, measures: all }) =>
    measures.map((measure) => {
      const { mean, low, high, n } = all[measure];
      return { ...(values as DataRow), measure, mean, low, high, worlds: n };
    }),
  );

/**
 * Rows of a sweep with the closed form beside each share; without news and without people who only follow their own
 * signal.
 */
export const accuracyRows = (points: readonly Compared[], { tie, people }: Settings): DataRow[] =>
  pointRows(points, ["up", "down", "none"]).map((row) => {
    const { right, wrong, none } = cascadeShares(tie, Number(row.accuracy), people);
    return { ...row, closedForm: { up: right, down: wrong, none }[String(row.measure)] };
  });

const ERRORS = { down: "wrong crowds, of all worlds", wrong: "wrong choices, of all people" };
const errorRows = (points: readonly Compared[]): (DataRow & { mean: number })[] =>
  pointRows(points, Object.keys(ERRORS)).map((row) => ({
    ...row,
    mean: Number(row.mean),
    what: ERRORS[row.measure as keyof typeof ERRORS],
  }));

/** A chart of both kinds of error along what is varied. */
const errorChart = (varied: "release" | "followOwn", { caption, xLabel }: { caption: string; xLabel: string }) => ({
  caption,
  text: ({ [varied]: points }: Found): string =>
    points.length < 2
      ? "Nothing is computed yet."
      : `From ${percent(points[0].measures.down.mean)} of crowds wrong at 0 to ${percent(points[points.length - 1].measures.down.mean)} at the far end; wrong choices go from ${percent(points[0].measures.wrong.mean)} to ${percent(points[points.length - 1].measures.wrong.mean)}.`,
  rows: ({ [varied]: points }: Found): DataRow[] => errorRows(points),
  draw: ({ [varied]: points }: Found, _: Settings, place: { width: number; document?: Document }): Element =>
    fanChart(errorRows(points), {
      x: varied,
      series: "what",
      xLabel,
      yLabel: "share that is wrong",
      yPercent: true,
      ...place,
    }),
});

/** When is the crowd wrong? */
export const study = defineStudy({
  name: "wrong-crowd",
  about: informationalCascade.about,
  parameters,
  first: ["accuracy", "tie", "release", "followOwn", "place", "seed"],
  presets: [
    { name: "Weak signals", about: "a signal is right in six of ten cases", values: { accuracy: 0.6 } },
    {
      name: "Two in three, own signal in a tie",
      about: "the urns of the experiment of Anderson & Holt (1997)",
      values: { accuracy: 0.667, tie: "own" },
    },
    {
      name: "News now and then",
      about: "before one person in ten everybody hears a public signal",
      values: { release: 0.1 },
    },
    {
      name: "Some trust themselves",
      about: "one person in ten follows its own signal whatever it sees",
      values: { followOwn: 0.1 },
    },
  ],
  drawn: ["place", "play", "world"],
  work: (settings: Settings) =>
    together({
      here: worldsWork(jobOf(settings)),
      accuracy: after(sweepWork(sweepOf(settings, "accuracy")), against),
      release: after(sweepWork(sweepOf(settings, "release")), against),
      followOwn: after(sweepWork(sweepOf(settings, "followOwn")), against),
    }),
  commands: (settings) => [
    { about: "The many queues with these settings", command: runText(jobOf(settings)) },
    { about: "The same along accuracy", command: sweepText(sweepOf(settings, "accuracy")) },
    { about: "Along news", command: sweepText(sweepOf(settings, "release")) },
    { about: "Along people who follow their own signal", command: sweepText(sweepOf(settings, "followOwn")) },
  ],
  charts: {
    evidence: {
      caption:
        "Look for the moment at which the line leaves the band: from there on one signal is too little to change anybody's mind. Inside the band a person's own signal decides.",
      text: (_: Found, settings) => {
        const { turns, truth } = queueOf(queueJob(settings, settings.world));
        return `What all can see after each of ${turns.length} choices, in signals for A less signals for B; ${optionName(truth)} is right, and at the end it is ${turns[turns.length - 1].evidence}.`;
      },
      rows: (_, settings) =>
        queueOf(queueJob(settings, settings.world)).turns.map(({ turn, evidence }) => ({ turn, evidence })),
      draw: (_, settings, place) => evidenceChart(queueOf(queueJob(settings, settings.world)), settings.tie, place),
    },
    accuracy: {
      caption:
        "Look at the middle: even with good signals a share of crowds ends up wrong for good. Dots with bars are simulated worlds and their 95 % intervals; lines are the closed form for a world without news in which all use Bayes' rule. All points share the same worlds, so they err to the same side. Where you set news or people who follow their own signal, the distance between dots and line is what these do.",
      text: ({ accuracy: points }) =>
        points.length === 0
          ? "Nothing is computed yet."
          : `Shares of ${points[0].measures.up.n} worlds at ${points.length} accuracies: right crowds rise from ${percent(points[0].measures.up.mean)} to ${percent(points[points.length - 1].measures.up.mean)}.`,
      rows: ({ accuracy: points }, settings) => accuracyRows(points, settings),
      draw: ({ accuracy: points }, settings, place) => accuracyChart(accuracyRows(points, settings), settings, place),
    },
    release: errorChart("release", {
      xLabel: "chance of public news before each person",
      caption:
        "Look at the left end: a little news already brings many wrong crowds round. A crowd in a cascade has no more to go on than its first few members had.",
    }),
    followOwn: errorChart("followOwn", {
      xLabel: "share of people who follow their own signal whatever they see",
      caption:
        "Look for the lowest point of wrong choices: a few who trust themselves tell the others something, too many give away what others know.",
    }),
  },
  tables: {
    measures: {
      caption:
        "Every measure over all queues with these settings, as the command line prints it (up: A; A is right in all of them)",
      rows: ({ here }: Found) => measureRows(informationalCascade.name, here),
    },
    accuracies: {
      caption: "Crowds by accuracy: simulated, and in closed form",
      rows: ({ accuracy: points }: Found, settings) => accuracyRows(points, settings),
    },
  },
});

/** The closed form where it holds: without news and without people who only follow their own signal. */
export const closedFormOf = ({
  tie,
  accuracy,
  people,
  release,
  followOwn,
}: Settings): ReturnType<typeof cascadeShares> | undefined =>
  release === 0 && followOwn === 0 ? cascadeShares(tie, accuracy, people) : undefined;

/** In what share of these worlds each kind of crowd stands at the end. */
export const crowdsOf = ({
  here: {
    columns: { up, down, none },
  },
}: Found): Record<"right" | "wrong" | "none", Share> => ({
  right: shareOf(up, isOne),
  wrong: shareOf(down, isOne),
  none: shareOf(none, isOne),
});

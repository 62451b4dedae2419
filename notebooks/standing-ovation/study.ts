import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { choice, type Values, whole } from "../../models/core/index.ts";
import { seats } from "../../models/networks/generators/seats.ts";
import { worldsHistogram } from "../../models/studies/telling/charts/histogram.ts";
import { percent } from "../exact.ts";
import { seed, usually, valuesOf, worlds } from "../study/asked.ts";
import { runText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { measureRows, summariesOf, type WorldsDone, type WorldsJob, worldRows, worldsWork } from "../study/worlds.ts";

/** A theatre of this size can be drawn and run without a noticeable wait. */
const MOST_SEATS = 30;

const model = usually(standingOvation.parameters, { order: "random" }); // so that most audiences come to rest
const parameters = {
  ...model,
  rows: whole(20, { min: 1, max: MOST_SEATS, about: seats.parameters.rows.about }),
  columns: whole(20, { min: 1, max: MOST_SEATS, about: seats.parameters.columns.about }),
  view: choice(["five", "cone"], { about: seats.parameters.view.about }),
  seed: seed(),
  worlds: worlds(200, 5000),
  world: whole(0, { min: 0, max: 4999, about: "which audience is drawn, from 0" }),
};
export type Settings = Values<typeof parameters>;

/** The theatre as the command line names it. */
export const networkOf = ({ rows, columns, view }: Settings): string =>
  `seats:rows=${rows},columns=${columns},view=${view}`;

/** The model's own parameters among the settings. */
export const modelValues = (settings: Settings): Values<typeof model> => valuesOf(model, settings);

const jobOf = (settings: Settings): WorldsJob => ({
  model: standingOvation.name,
  network: networkOf(settings),
  parameters: modelValues(settings),
  seed: settings.seed,
  worlds: settings.worlds,
});

/** When does a whole theatre stand? */
export const study = defineStudy({
  name: "standing-ovation",
  about: standingOvation.about,
  parameters,
  first: ["quality", "noise", "threshold", "order", "view", "seed"],
  presets: [
    { name: "All rows ahead", about: "everyone sees a cone of people, up to the front row", values: { view: "cone" } },
    { name: "A good show", about: "most people would stand unprompted", values: { quality: 0.65 } },
    {
      name: "All at once",
      about: "everyone looks at the same moment; people do not change if as many stand as sit",
      values: { order: "synchronous", tie: "keep" },
    },
    {
      name: "Parties of four",
      about: "friends who came together share one impression",
      values: { party: 4, shared: 0.9 },
    },
  ],
  drawn: ["world"],
  work: (settings: Settings) => worldsWork(jobOf(settings)),
  commands: (settings) => [{ about: "The many audiences below", command: runText(jobOf(settings)) }],
  charts: {
    endings: {
      caption:
        "Look for two peaks: if there are two, chance decides which way a theatre goes, and one evening says little about the show.",
      text: (found: WorldsDone) =>
        `Of ${found.done} audiences, how many end with each share standing; the mean is ${percent(summariesOf(found).standing.mean)}.`,
      rows: worldRows,
      draw: ({ columns }, _, place) =>
        worldsHistogram(columns.standing, {
          ...place,
          xLabel: "share standing at the end",
          yLabel: "audiences",
          percent: true,
        }),
    },
  },
  tables: {
    measures: {
      caption: "Every measure over all audiences, as the command line prints it",
      rows: (found: WorldsDone) => measureRows(standingOvation.name, found),
    },
  },
});

import { type Values } from "../../models/core/index.ts";
import { causes } from "../../models/influence/estimators/conditions.ts";
import { type ConditionOutcome } from "../../models/influence/estimators/outcome.ts";
import { seed, usually, valuesOf, worlds } from "../study/asked.ts";
import { ovationText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { biasChart, hiddenChart, ownChart, revealedChart } from "./charts.ts";
import { intervalsChart } from "./intervals.ts";
import { laboratoryWork, type Looked, outcomesOf } from "./looked.ts";

const own = usually(causes, { homophily: 0.6, context: 0.4 }); // nobody copies, yet most estimators report it
const parameters = { ...own, seed: seed(), worlds: worlds(40, 400) };
export type Settings = Values<typeof parameters>;

/** A row for each estimator and condition, as `ovation degrees --laboratory` prints them. */
const scoreRows = (outcomes: readonly ConditionOutcome[]) =>
  outcomes.flatMap(({ scores }) =>
    scores.map(({ condition, estimator, verdict, truth, bias, covered, sure, worlds: of, stderr, mean, target }) => ({
      condition,
      estimator,
      verdict,
      truth,
      bias,
      covered,
      sure,
      worlds: of,
      stderr,
      mean,
      target,
    })),
  );

/** A row for each estimator, a column for each condition. */
const verdictRows = (outcomes: readonly ConditionOutcome[]) => {
  const names = [...new Set(outcomes.flatMap(({ scores }) => scores.map(({ estimator }) => estimator)))];
  return names.map((estimator) => ({
    estimator,
    ...Object.fromEntries(
      outcomes.map(({ name, scores }) => [name, scores.find((score) => score.estimator === estimator)?.verdict]),
    ),
  }));
};

/** Is it influence, or birds of a feather? */
export const study = defineStudy({
  name: "birds-of-a-feather",
  about: "estimators of influence in worlds whose causes are known",
  parameters,
  presets: [
    {
      name: "Copying alone",
      about: "friends copy each other, and nothing else makes them alike",
      values: { contagion: 0.9, homophily: 0, context: 0 },
    },
    {
      name: "Birds of a feather alone",
      about: "people of the same kind are friends and tend to have the same trait",
      values: { contagion: 0, homophily: 1, context: 0 },
    },
    {
      name: "A shared place alone",
      about: "friends live in the same place and share its conditions",
      values: { contagion: 0, homophily: 0, context: 1 },
    },
    {
      name: "All three",
      about: "a third of the likeness from each cause",
      values: { contagion: 0.5, homophily: 0.5, context: 0.47 },
    },
  ],
  work: (settings: Settings) =>
    laboratoryWork({ shares: valuesOf(own, settings), seed: settings.seed, worlds: settings.worlds }),
  commands(settings) {
    const words = ["degrees", "--laboratory", "--worlds", settings.worlds, "--seed", settings.seed];
    const set = Object.entries(valuesOf(own, settings)).flatMap(([name, share]) => ["--set", `${name}=${share}`]);
    return [
      { about: "The worlds with known causes", command: ovationText(words) },
      { about: "Your own worlds", command: ovationText([...words, ...set]) },
    ];
  },
  charts: { hidden: hiddenChart, revealed: revealedChart, own: ownChart, bias: biasChart, intervals: intervalsChart },
  tables: {
    verdicts: {
      caption: "Who is fooled by what: a verdict for each estimator and kind of world",
      rows: (looked: Looked[]) => verdictRows(outcomesOf(looked)),
    },
    scores: {
      caption: "Bias, worlds covered and worlds sure of influence, as the command line prints them",
      rows: (looked: Looked[]) => scoreRows(outcomesOf(looked)),
    },
  },
});

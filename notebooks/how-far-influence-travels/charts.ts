import * as Plot from "@observablehq/plot";
import { dotChart } from "../../models/studies/telling/charts/dots.ts";
import { fanChart } from "../../models/studies/telling/charts/fan.ts";
import { percent, plain } from "../exact.ts";
import { type Chart } from "../study/study.ts";
import { summariesOf, type WorldsDone } from "../study/worlds.ts";
import { chainLaw, comparable } from "./clusters.ts";
import { published } from "./published.ts";
import { type Settings } from "./settings.ts";
import { type Found } from "./found.ts";

type Drawing = Chart<Found, Settings>;

const LAW = "law of a chain";

/** Excess at one, two and three degrees, from the shares of pairs over all worlds, with the interval of the mean. */
export function excessOfMeasures(measures: WorldsDone, { prevalence }: Pick<Settings, "prevalence">) {
  const of = summariesOf(measures);
  const excess = (both: number): number => both / prevalence ** 2 - 1;
  return ["both1", "both2", "both3"].map((name, d) => {
    const { mean, low, high, n } = of[name];
    return { distance: d + 1, mean: excess(mean), low: excess(low), high: excess(high), worlds: n };
  });
}

const curveRows = ({ seen }: Found, settings: Settings) =>
  seen
    .flatMap(({ degrees }) => degrees)
    .flatMap(({ distance, excess, excessLow, excessHigh }) => [
      { curve: "this world", distance, mean: excess },
      { curve: "trait shuffled", distance, mean: 0, low: excessLow, high: excessHigh },
      { curve: LAW, distance, mean: chainLaw(distance, settings) },
    ]);

export const curveChart: Drawing = {
  caption:
    "See where the curve of this world first enters the band: up to there the trait can be told from chance at each degree. The band contains 95 % of the shuffles. On a chain the law is exact; in other networks each person copies one of several contacts, and paths meet.",
  text: ({ seen }) =>
    `Excess at each degree: ${seen
      .flatMap(({ degrees }) => degrees)
      .map(
        ({ distance, excess, excessLow, excessHigh }) =>
          `${distance}: ${percent(excess)}, shuffled ${percent(excessLow)} to ${percent(excessHigh)}`,
      )
      .join("; ")}.`,
  rows: curveRows,
  draw: (found, settings, place) =>
    fanChart(curveRows(found, settings), {
      ...place,
      x: "distance",
      series: "curve",
      xLabel: "degrees: ties between the two",
      yLabel: "excess: how much likelier the trait is",
      yPercent: true,
    }),
};

const besideRows = ({ measures }: Found, settings: Settings) => [
  ...(measures.done > 1 ? excessOfMeasures(measures, settings).map((row) => ({ curve: "this model", ...row })) : []),
  ...[1, 2, 3].map((distance) => ({ curve: LAW, distance, mean: chainLaw(distance, settings) })),
  ...published.flatMap(({ trait, excess, source }) =>
    excess.map((mean, d) => ({ curve: `published: ${trait}`, distance: d + 1, mean, source })),
  ),
];

export const besideChart: Drawing = {
  caption:
    "Look at the shape, not the height: which curves lose about the same share with each tie, as the law does? The published curves are those reported by studies of the Framingham network; they are shown for comparison, and no setting was fitted to them.",
  text(found, settings) {
    const rows = besideRows(found, settings);
    const curves = [...new Set(rows.map(({ curve }) => curve))];
    return `Excess at one, two and three degrees. ${curves
      .map(
        (name) =>
          `${name}: ${rows
            .filter(({ curve }) => curve === name)
            .map(({ mean }) => percent(mean))
            .join(", ")}`,
      )
      .join(". ")}.`;
  },
  rows: besideRows,
  draw: (found, settings, place) =>
    fanChart(besideRows(found, settings), {
      ...place,
      x: "distance",
      series: "curve",
      xLabel: "degrees: ties between the two",
      yLabel: "excess: how much likelier the trait is",
      yPercent: true,
    }),
};

/** In how many worlds the trait clusters to each number of degrees; worlds with nothing to compare are left out. */
export function influenceCounts({ clusters }: Found, { distances }: Settings): { degrees: number; worlds: number }[] {
  const counts = Array.from({ length: distances + 1 }, (_, degrees) => ({ degrees, worlds: 0 }));
  for (const one of clusters) if (comparable(one)) counts[one.influence].worlds++;
  return counts;
}

export const influenceChart: Drawing = {
  caption:
    "See how far the bars spread although people copy in the same way in every world: the degrees of influence that a study finds also depend on luck, and on how many people it observes. The last bar is for worlds that cluster up to the farthest distance measured, or beyond.",
  text: (found, settings) =>
    `Worlds by their degrees of influence: ${influenceCounts(found, settings)
      .map(({ degrees, worlds }) => `${degrees}: ${worlds}`)
      .join(", ")}.`,
  rows: influenceCounts,
  draw: (found, settings, { width, document }) => {
    const rows = influenceCounts(found, settings);
    return Plot.plot({
      document,
      width,
      height: 240,
      marginLeft: 50,
      marginBottom: 44,
      style: { fontSize: "12px", background: "transparent" },
      x: {
        label: "degrees of influence",
        type: "band",
        domain: rows.map(({ degrees }) => degrees),
        tickFormat: (degrees: number) => (degrees === settings.distances ? `${degrees} or more` : String(degrees)),
      },
      y: { label: "worlds", grid: true, domain: [0, Math.max(1, ...rows.map(({ worlds }) => worlds))] },
      marks: [
        Plot.barY(rows, { x: "degrees", y: "worlds", fill: "var(--accent)" }),
        Plot.text(rows, { x: "degrees", y: "worlds", text: ({ worlds }: { worlds: number }) => plain(worlds), dy: -7 }),
        Plot.ruleY([0]),
      ],
    });
  },
};

const reachRows = ({ reach }: Found, { probability }: Settings) =>
  (reach?.degrees ?? []).flatMap(({ distance, people, reached, low, high }) => [
    { name: `round ${distance}`, group: "reached in this round", mean: reached, low, high },
    { name: `round ${distance}`, group: "if one path led to each", mean: people * probability ** distance },
  ]);

export const reachChart: Drawing = {
  caption:
    "With every tie the chance of passing on falls and the circle of people widens: see which changes faster. “If one path led to each” is the number of people at that distance times the chance of a single path of that length. If several paths lead to someone, the recommendation is more likely to arrive, and may arrive late.",
  text: ({ reach }) =>
    `People reached in each round: ${(reach?.degrees ?? []).map(({ distance, people, reached }) => `round ${distance}: ${plain(reached)}, with ${people} people at that distance`).join("; ")}.`,
  rows: reachRows,
  draw: (found, settings, place) =>
    dotChart(reachRows(found, settings), {
      ...place,
      xLabel: "people reached in the round, mean of ten thousand recommendations",
    }),
};

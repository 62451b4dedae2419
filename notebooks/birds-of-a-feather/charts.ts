import { type ConditionOutcome } from "../../models/influence/estimators/outcome.ts";
import { dotChart } from "../../models/studies/telling/charts/dots.ts";
import { fanChart } from "../../models/studies/telling/charts/fan.ts";
import { percent, plain } from "../exact.ts";
import { type Chart } from "../study/study.ts";
import { hiddenOrder, intervalOf, letter, type Looked, outcomesOf, type Shares } from "./looked.ts";

interface Asked extends Shares {
  seed: string;
}
type Drawing = Chart<Looked[], Asked>;

function curveRows(outcomes: readonly ConditionOutcome[], wanted: readonly { name: string; shown: string }[]) {
  return wanted.flatMap(({ name, shown }) =>
    outcomes
      .filter((outcome) => outcome.name === name)
      .flatMap(({ curve, worlds }) =>
        curve.map((of, d) => ({ world: shown, distance: d + 1, mean: of.mean, ...intervalOf(of, worlds), worlds })),
      ),
  );
}
const curveText = (rows: ReturnType<typeof curveRows>): string =>
  `Excess by degrees: ${rows.map(({ world, distance, mean }) => `${world}, ${distance}: ${percent(mean)}`).join("; ")}.`;
const curves = (
  rowsOf: (looked: Looked[], asked: Asked) => ReturnType<typeof curveRows>,
  caption: string,
): Drawing => ({
  caption,
  text: (looked, asked) => curveText(rowsOf(looked, asked)),
  rows: rowsOf,
  draw: (looked, asked, place) =>
    fanChart(rowsOf(looked, asked), {
      ...place,
      x: "distance",
      series: "world",
      xLabel: "degrees: ties between two people",
      yLabel: "excess: how much more likely the trait is",
      yPercent: true,
    }),
});

/** The three curves before the answer is revealed. */
export const hiddenChart = curves(
  (looked, { seed }) =>
    curveRows(
      outcomesOf(looked),
      hiddenOrder(seed).map((name, at) => ({ name, shown: `World ${letter(at)}` })),
    ),
  "Look for anything that distinguishes the three. Each line is the mean over worlds of one kind, each band its 95 % interval.",
);
/** The same curves with their names. */
export const revealedChart = curves(
  (looked, { seed }) =>
    curveRows(
      outcomesOf(looked),
      hiddenOrder(seed).map((name, at) => ({ name, shown: `${letter(at)}: ${name}` })),
    ),
  "The same three curves, with their causes. Look again: would you have known?",
);
export const ownChart = curves(
  (looked) =>
    curveRows(
      outcomesOf(looked),
      ["your own", "nothing"].map((name) => ({ name, shown: name })),
    ),
  "See how far your own mixture of causes lifts the curve above that of a world without any cause, and how fast it falls.",
);

const biasRows = (looked: Looked[]) =>
  outcomesOf(looked).flatMap(({ name, scores }) =>
    scores.map(({ estimator, bias, stderr, worlds }) => ({
      name: estimator,
      group: name,
      mean: bias,
      ...intervalOf({ mean: bias, stderr }, worlds),
      worlds,
    })),
  );

export const biasChart: Drawing = {
  caption:
    "Look along each line for marks far from the truth: there the estimator errs in the same direction in world after world, and more worlds do not help. Bars are 95 % intervals of the mean error.",
  text: (looked) =>
    `Mean estimate minus the truth: ${biasRows(looked)
      .map(({ name, group, mean }) => `${name} in ${group}: ${plain(mean)}`)
      .join("; ")}.`,
  rows: biasRows,
  draw: (looked, _, place) =>
    dotChart(biasRows(looked), {
      ...place,
      xLabel: "mean estimate minus the truth",
      reference: { value: 0, label: "the truth" },
    }),
};

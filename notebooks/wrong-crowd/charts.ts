import * as Plot from "@observablehq/plot";
import { cascadeShares } from "../../models/cascades/herds/closed-form.ts";
import { type Tie } from "../../models/cascades/herds/evidence.ts";
import { axisOf, framed } from "../../models/studies/telling/charts/axes.ts";
import { lawChart } from "../../models/studies/telling/charts/law.ts";
import { base, type Drawn, GRID, hueOf, NARROW } from "../../models/studies/telling/charts/look.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type Queue } from "./queue.ts";

const CROWDS = [
  { measure: "up", share: "right", name: "right crowd" },
  { measure: "down", share: "wrong", name: "wrong crowd" },
  { measure: "none", share: "none", name: "no cascade yet" },
] as const;

/** Right, wrong and no cascades against accuracy: simulated as dots with their intervals, the closed form as lines. */
export function accuracyChart(
  rows: readonly DataRow[],
  { tie, people }: { tie: Tie; people: number },
  drawn: Drawn,
): Element {
  const accuracies = Array.from({ length: 101 }, (_, at) => 0.5 + at / 200);
  const points = rows.map(({ accuracy, measure, mean, low, high }) => ({
    x: Number(accuracy),
    series: CROWDS.find((crowd) => crowd.measure === measure)?.name ?? "",
    mean: Number(mean),
    low: Number(low),
    high: Number(high),
  }));
  return lawChart(points, {
    ...drawn,
    series: CROWDS.map(({ name }) => name),
    law: CROWDS.flatMap(({ share, name }) =>
      accuracies.map((accuracy) => ({ x: accuracy, series: name, y: cascadeShares(tie, accuracy, people)[share] })),
    ),
    domain: [0.5, 1],
    xPercent: true,
    xLabel: "accuracy: chance that a signal is right",
    yLabel: "share of worlds",
  });
}

/** What all can see after each choice of a queue, as steps; the band is where a person's own signal counts. */
export function evidenceChart({ turns }: Queue, tie: Tie, drawn: Drawn): Element {
  const { width } = drawn;
  const points = [{ turn: 0, evidence: 0 }, ...turns];
  const [x, y] = [
    axisOf([0, turns.length], { most: width < NARROW ? 5 : 10, whole: true }),
    axisOf([-2, 2, ...turns.map(({ evidence }) => evidence)], { most: 6, whole: true }),
  ];
  const { options, titles } = framed({
    width,
    height: 180,
    x,
    y,
    xLabel: "people who have chosen",
    yLabel: "public evidence, in signals for A (up) or B (down)",
  });
  const band = [{ low: -1, high: tie === "adopt" ? 0.5 : 1 }]; // evidence of one signal for A is a cascade already where the undecided adopt it
  return Plot.plot({
    ...base("evidence chart", drawn),
    ...options,
    marks: [
      Plot.rect(band, {
        x1: x.domain[0],
        x2: x.domain[1],
        y1: "low",
        y2: "high",
        fill: "currentColor",
        fillOpacity: 0.08,
      }),
      Plot.gridY(y.ticks, GRID),
      Plot.ruleY([0]),
      Plot.lineY(points, { x: "turn", y: "evidence", curve: "step-after", stroke: hueOf(0), strokeWidth: 2 }),
      Plot.dot(points, { x: "turn", y: "evidence", fill: hueOf(0), r: 2.5 }),
      ...titles,
    ],
  });
}

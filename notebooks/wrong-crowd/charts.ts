import * as Plot from "@observablehq/plot";
import { cascadeShares } from "../../models/cascades/herds/closed-form.ts";
import { type Tie } from "../../models/cascades/herds/evidence.ts";
import { axisOf, framed } from "../charts/axes.ts";
import { groupItems, key } from "../charts/key.ts";
import { base, dashOf, type Drawn, GRID, hueOf, LINE, NARROW, PAPER, percentTick, shapeOf } from "../charts/look.ts";
import { sentence } from "../charts/sentence.ts";
import { type Row } from "../views/download.ts";
import { type Queue } from "./queue.ts";

const CROWDS = [
  { measure: "up", share: "right", name: "right crowd" },
  { measure: "down", share: "wrong", name: "wrong crowd" },
  { measure: "none", share: "none", name: "no cascade yet" },
] as const;

/** What the title of y takes above the key. */
const TITLE = LINE + 8;

/** Right, wrong and no cascades against accuracy: simulated as dots with their intervals, the closed form as lines. */
export function accuracyChart(rows: readonly Row[], { tie, people }: { tie: Tie; people: number }, drawn: Drawn): Element {
  if (rows.length === 0) return sentence("accuracy chart", drawn, "There is nothing to draw yet: no world has ended.");
  const { width } = drawn;
  const told = key(groupItems(CROWDS.map(({ name }) => name)), width);
  const [x, y] = [axisOf([0.5, 1], { most: width < NARROW ? 5 : 10 }), axisOf([0, 1], { most: 5 })];
  const { options, titles } = framed({
    width, height: width < NARROW ? 210 : 235, x, y, above: told.height, marginRight: 28,
    xLabel: "accuracy: chance that a signal is right", yLabel: "share of worlds", xText: percentTick, yText: percentTick,
  });
  const accuracies = Array.from({ length: 101 }, (_, at) => 0.5 + at / 200);
  const marks = CROWDS.flatMap(({ measure, share }, at) => {
    const own = rows.filter((row) => row.measure === measure);
    const law = accuracies.map((accuracy) => ({ accuracy, share: cascadeShares(tie, accuracy, people)[share] }));
    const stroke = hueOf(at);
    return [
      Plot.lineY(law, { x: "accuracy", y: "share", stroke, strokeDasharray: dashOf(at), strokeWidth: 1.75 }),
      Plot.ruleX(own, { x: "accuracy", y1: "low", y2: "high", stroke, strokeWidth: 4, strokeOpacity: 0.45, strokeLinecap: "round" }),
      Plot.dot(own, { x: "accuracy", y: "mean", symbol: shapeOf(at), fill: stroke, stroke: PAPER, strokeWidth: 0.75, r: 4.5 }),
    ];
  });
  return Plot.plot({
    ...base("accuracy chart", drawn), ...options,
    marks: [Plot.gridY(y.ticks, GRID), ...marks, ...told.marks(options.marginLeft, options.marginTop - TITLE), ...titles],
  });
}

/** What all can see after each choice of a queue, as steps; the band is where a person's own signal counts. */
export function evidenceChart({ turns }: Queue, tie: Tie, drawn: Drawn): Element {
  const { width } = drawn;
  const points = [{ turn: 0, evidence: 0 }, ...turns];
  const [x, y] = [axisOf([0, turns.length], { most: width < NARROW ? 5 : 10, whole: true }), axisOf([-2, 2, ...turns.map(({ evidence }) => evidence)], { most: 6, whole: true })];
  const { options, titles } = framed({ width, height: 180, x, y, xLabel: "people who have chosen", yLabel: "public evidence, in signals for A (up) or B (down)" });
  const band = [{ low: -1, high: tie === "adopt" ? 0.5 : 1 }]; // evidence of one signal for A is a cascade already where the undecided adopt it
  return Plot.plot({
    ...base("evidence chart", drawn), ...options,
    marks: [
      Plot.rect(band, { x1: x.domain[0], x2: x.domain[1], y1: "low", y2: "high", fill: "currentColor", fillOpacity: 0.08 }),
      Plot.gridY(y.ticks, GRID), Plot.ruleY([0]),
      Plot.lineY(points, { x: "turn", y: "evidence", curve: "step-after", stroke: hueOf(0), strokeWidth: 2 }),
      Plot.dot(points, { x: "turn", y: "evidence", fill: hueOf(0), r: 2.5 }),
      ...titles,
    ],
  });
}

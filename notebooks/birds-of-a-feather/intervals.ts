import { NORMAL_95 } from "../../models/statistics/index.ts";
import * as Plot from "@observablehq/plot";
import { estimators } from "../../models/influence/estimators/estimators.ts";
import { type ChartAxis, axisOf } from "../../models/studies/telling/charts/axes.ts";
import { key } from "../../models/studies/telling/charts/key.ts";
import { base, GAIN, GRID, LOSS, PAPER, QUIET } from "../../models/studies/telling/charts/look.ts";
import { tickText } from "../../models/studies/telling/numbers.ts";
import { sentence } from "../../models/studies/telling/charts/sentence.ts";
import { type Chart } from "../study/study.ts";
import { type Looked, outcomesOf } from "./looked.ts";

/** With more worlds than this there is no space between the lines. */
const MOST_DRAWN = 50;
/** The height of an estimator's strip in pixels, and the shares of it that its name and its bars take. */
const STRIP = 104;
const [NAME, BARS] = [0.24, 0.7];

/** Each estimator's estimate in each of the reader's own worlds, with its 95 % interval, and the truth. */
export function intervalRows(looked: readonly Looked[]) {
  return looked
    .filter(({ condition, worlds }) => condition.name === "your own" && worlds.length > 1)
    .flatMap((one) => {
      const [{ scores }] = outcomesOf([one]);
      return estimators.flatMap(({ name, target }, k) =>
        one.worlds.slice(0, MOST_DRAWN).map(({ findings }, world) => {
          const { estimate, stderr } = findings[k];
          const { truth } = scores[k];
          return {
            estimator: name,
            target,
            world,
            estimate,
            low: estimate - NORMAL_95 * stderr,
            high: estimate + NORMAL_95 * stderr,
            truth,
            holds: Math.abs(estimate - truth) <= NORMAL_95 * stderr,
          };
        }),
      );
    });
}
type IntervalRow = ReturnType<typeof intervalRows>[number];

/** An axis that ends with the data. */
function tight(values: readonly number[]): ChartAxis {
  const { domain, ticks } = axisOf(values, { most: 4 });
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low < high
    ? { domain: [low, high], ticks: ticks.filter((tick) => tick >= low && tick <= high) }
    : { domain, ticks };
}

/** The strip of one estimator: its place from the top, its axis and the true value. */
interface Strip {
  name: string;
  at: number;
  axis: ChartAxis;
  truth: number;
}

/** One strip for each estimator; those with the same target share an axis. */
function stripsOf(rows: readonly IntervalRow[]): Strip[] {
  const axes = Object.fromEntries(
    ["excess", "slope"].map((target) => [
      target,
      tight(rows.filter((row) => row.target === target).flatMap(({ low, high, truth }) => [low, high, truth])),
    ]),
  );
  return estimators.map(({ name, target }, at) => ({
    name,
    at,
    axis: axes[target],
    truth: rows.find(({ estimator }) => estimator === name)?.truth ?? NaN,
  }));
}

/** The position of a value, in strips from the top. */
function height({ at, axis }: Strip, value: number): number {
  const [least, most] = axis.domain;
  return at + NAME + BARS * ((most - value) / (most - least));
}

/** The intervals of all strips as upright bars with a dot at the estimate. */
function barsOf(rows: readonly IntervalRow[], strips: readonly Strip[]): Plot.Markish[] {
  const placed = strips.flatMap((strip) =>
    rows
      .filter(({ estimator }) => estimator === strip.name)
      .map((row) => ({
        ...row,
        y: height(strip, row.estimate),
        y1: height(strip, row.low),
        y2: height(strip, row.high),
      })),
  );
  const bars = (holds: boolean, hue: string, symbol: "circle" | "square", strokeWidth: number): Plot.Markish[] => {
    const own = placed.filter((row) => row.holds === holds);
    return [
      Plot.ruleX(own, { x: "world", y1: "y1", y2: "y2", stroke: hue, strokeWidth, strokeOpacity: 0.7 }),
      Plot.dot(own, { x: "world", y: "y", symbol, fill: hue, stroke: PAPER, strokeWidth: 0.5, r: 3 }),
    ];
  };
  return [...bars(true, GAIN, "circle", 1.5), ...bars(false, LOSS, "square", 2.5)];
}

/** The grid of all strips, with its values, and the line of the truth in each. */
function groundOf(strips: readonly Strip[]): Plot.Markish[] {
  const ticks = strips.flatMap((strip) =>
    strip.axis.ticks.map((value) => ({ y: height(strip, value), text: tickText(value) })),
  );
  return [
    Plot.ruleY(ticks, { y: "y", ...GRID }),
    Plot.text(ticks, { y: "y", text: "text", frameAnchor: "left", textAnchor: "end", dx: -6, fill: QUIET }),
    Plot.ruleY(strips, { y: (strip: Strip) => height(strip, strip.truth), strokeWidth: 1.5 }),
  ];
}

/** The name of each estimator, at the top left of its strip. */
const namesOf = (strips: readonly Strip[]): Plot.Markish =>
  Plot.text(strips, {
    y: "at",
    text: "name",
    frameAnchor: "left",
    textAnchor: "start",
    lineAnchor: "top",
    dx: 4,
    dy: 4,
    fontWeight: 600,
  });

/** Strips one below another: all slopes share one axis, all excesses another. */
export const intervalsChart: Chart<Looked[], unknown> = {
  caption: `Each vertical bar is an estimator's 95 % interval in one of your own worlds; the line is the truth. A good estimator misses in one world in twenty. Look for strips in which the bars are on one side of the line. At most ${MOST_DRAWN} worlds are drawn.`,
  text(looked) {
    const rows = intervalRows(looked);
    const of = (estimator: string): IntervalRow[] => rows.filter((row) => row.estimator === estimator);
    return `Your own worlds whose interval contains the truth: ${estimators.map(({ name }) => `${name}, ${of(name).filter(({ holds }) => holds).length} of ${of(name).length}`).join("; ")}.`;
  },
  rows: intervalRows,
  draw(looked, _, place) {
    const rows = intervalRows(looked).filter(({ low, high }) => Number.isFinite(low + high));
    if (rows.length === 0) return sentence("intervals", place, "The first of your own worlds are running.");
    const strips = stripsOf(rows);
    const words = key(
      [
        { text: "contains the truth", hue: GAIN, shape: "circle" },
        { text: "misses it", hue: LOSS, shape: "square" },
      ],
      place.width,
    );
    const [marginLeft, marginTop] = [46, words.height];
    const last = Math.max(...rows.map(({ world }) => world));
    return Plot.plot({
      ...base("intervals", place),
      height: strips.length * STRIP + marginTop + 40,
      marginLeft,
      marginRight: 14,
      marginTop,
      marginBottom: 40,
      x: {
        type: "linear",
        domain: [-0.5, last + 0.5],
        label: "world",
        ticks: Math.min(last, Math.floor(place.width / 70)),
        tickFormat: "d",
      },
      y: { axis: null, domain: [strips.length, 0] },
      marks: [...groundOf(strips), ...barsOf(rows, strips), namesOf(strips), ...words.marks(marginLeft, marginTop)],
    });
  },
};

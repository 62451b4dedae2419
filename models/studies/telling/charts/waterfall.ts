import * as Plot from "@observablehq/plot";
import { refuse } from "../../../core/index.ts";
import { axisOf, framed } from "./axes.ts";
import { base, type Drawn, GAIN, GRID, LINE, LOSS, NARROW, PAPER, textLines, textWidth, THIRD } from "./look.ts";
import { shortText } from "../numbers.ts";
import { rowLayout } from "./row-chart.ts";
import { sentence } from "./sentence.ts";
import { unitFor } from "../money.ts";

/** A line of a ledger: a gain above 0 or a cost below 0, with its interval where it is known. */
export type LedgerLine = {
  readonly name: string;
  readonly amount: number;
  readonly low?: number;
  readonly high?: number;
};

/** A bar of a waterfall: it begins where the previous one ends; the last is the net, from 0. */
export interface Step {
  name: string;
  from: number;
  to: number;
  amount: number;
  low: number;
  high: number;
}

export interface WaterfallOptions extends Drawn {
  unit: string;
  /** The name of the sum of all lines. */
  net?: string;
  /** Formats an amount; to three digits in the unit of the axis unless stated. */
  text?: (amount: number) => string;
}

/**
 * The bars of a ledger in its order, without lines that are certainly 0. The net is the last, and exactly the sum in
 * that order. Throws `RangeError` where an amount is missing, since there would be no sum.
 */
export function waterfallSteps(lines: readonly LedgerLine[], net = "net"): Step[] {
  refuse(
    lines
      .filter(({ amount }) => !Number.isFinite(amount))
      .map(({ name, amount }) => `waterfall: ${name} must be a number, got ${amount}`),
  );
  const kept = lines.filter(({ amount, low = 0, high = 0 }) => amount !== 0 || low !== 0 || high !== 0);
  let sum = 0;
  const steps = kept.map(({ name, amount, low = NaN, high = NaN }): Step => {
    const from = sum;
    sum += amount;
    return { name, from, to: sum, amount, low: from + low, high: from + high };
  });
  return [...steps, { name: net, from: 0, to: sum, amount: sum, low: NaN, high: NaN }];
}

const hueOf = (last: boolean, amount: number): string => (last ? THIRD : amount < 0 ? LOSS : GAIN);

/**
 * Draws a ledger from nothing to the net, line by line: gains go up, costs down, and the net starts from 0. Where names
 * have no room below their bars, the chart is horizontal. Each bar has its amount with its sign; thin bars are
 * intervals.
 */
export function waterfallChart(
  lines: readonly LedgerLine[],
  { unit, net = "net", text: say, ...drawn }: WaterfallOptions,
): Element {
  const who = "waterfall";
  const steps = waterfallSteps(lines, net);
  if (steps.length === 1) return sentence(who, drawn, "There is nothing to draw: every line of the ledger is 0.");
  const { by, text } = unitFor(
    steps.flatMap(({ from, to }) => [from, to]),
    unit,
  );
  const bars = steps.map((step, at) => {
    const last = at === steps.length - 1;
    const sign = !last && step.amount > 0 ? "+" : "";
    return {
      ...step,
      at,
      from: step.from / by,
      to: step.to / by,
      low: step.low / by,
      high: step.high / by,
      hue: hueOf(last, step.amount),
      amountText: `${sign}${say ? say(step.amount) : shortText(step.amount / by)}`,
    };
  });
  const column = (drawn.width - 70) / bars.length;
  const fits =
    drawn.width >= NARROW &&
    bars.every(
      ({ name, amountText }) =>
        textWidth(amountText) <= column &&
        name.split(/\s+/).every((word) => textWidth(word) <= column - 6) &&
        textLines(name, column - 6, 9).length <= 3,
    );
  return fits ? upright(bars, drawn, text, column) : horizontal(bars, drawn, text);
}

type Bar = Step & { at: number; hue: string; amountText: string };

const [FROM, TO] = [(bar: Bar) => bar.at - 0.36, (bar: Bar) => bar.at + 0.36];
const topOf = ({ from, to, high }: Bar): number => Math.max(from, to, Number.isFinite(high) ? high : -Infinity);
const endsOf = (bars: readonly Bar[]): number[] => [
  0,
  ...bars.flatMap(({ from, to, low, high }) => [from, to, low, high]),
];
const withInterval = (bars: readonly Bar[]): Bar[] =>
  bars.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high) && low !== high);

function upright(bars: readonly Bar[], drawn: Drawn, unit: string, column: number): Element {
  const { width } = drawn;
  const names = bars.map(({ name }) => textLines(name, column - 6, 3));
  const deep = Math.max(...names.map((lines) => lines.length)) * LINE;
  const y = axisOf(endsOf(bars), { most: 6 });
  const { options, titles } = framed({
    width,
    height: 300,
    x: { domain: [-0.5, bars.length - 0.5], ticks: [] },
    y,
    xLabel: "",
    yLabel: unit,
    above: LINE,
  });
  return Plot.plot({
    ...base("waterfall", drawn),
    ...options,
    height: 300 + options.marginTop + deep + 12,
    marginBottom: deep + 12,
    x: { ...options.x, axis: null },
    marks: [
      Plot.gridY(y.ticks, GRID),
      Plot.rect(bars, { x1: FROM, x2: TO, y1: "from", y2: "to", fill: "hue", fillOpacity: 0.9, className: "bars" }),
      Plot.link(bars.slice(0, -1), {
        x1: FROM,
        x2: (bar: Bar) => bar.at + 1.36,
        y1: "to",
        y2: "to",
        strokeOpacity: 0.4,
      }),
      Plot.ruleX(withInterval(bars), { x: "at", y1: "low", y2: "high", strokeWidth: 1.5, className: "interval" }),
      Plot.ruleY([0], { strokeOpacity: 0.7 }),
      Plot.text(bars, {
        x: "at",
        y: topOf,
        text: "amountText",
        dy: -5,
        lineAnchor: "bottom",
        stroke: PAPER,
        strokeWidth: 3,
        fill: "currentColor",
      }),
      Plot.text(bars, {
        x: "at",
        frameAnchor: "bottom",
        text: ({ at }: Bar) => names[at].join("\n"),
        dy: deep + 8,
        lineAnchor: "bottom",
        lineHeight: LINE / 12,
      }),
      ...titles,
    ],
  });
}

function horizontal(bars: readonly Bar[], drawn: Drawn, unit: string): Element {
  const { width } = drawn;
  const axis = axisOf(endsOf(bars), { most: width < NARROW ? 4 : 6 });
  const marginRight = Math.max(...bars.map(({ amountText }) => textWidth(amountText))) + 12;
  const { options, titles, pixel } = rowLayout(
    bars.map(({ name }) => name),
    { width, axis, title: unit, thick: 24, marginRight },
  );
  const half = 9 * pixel;
  return Plot.plot({
    ...base("waterfall", drawn),
    ...options,
    marks: [
      Plot.gridX(axis.ticks, GRID),
      Plot.rect(bars, {
        x1: "from",
        x2: "to",
        y1: ({ at }: Bar) => at - half,
        y2: ({ at }: Bar) => at + half,
        fill: "hue",
        fillOpacity: 0.9,
        className: "bars",
      }),
      Plot.link(bars.slice(0, -1), {
        x1: "to",
        x2: "to",
        y1: ({ at }: Bar) => at - half,
        y2: ({ at }: Bar) => at + 1 + half,
        strokeOpacity: 0.4,
      }),
      Plot.ruleY(withInterval(bars), { y: "at", x1: "low", x2: "high", strokeWidth: 1.5, className: "interval" }),
      Plot.ruleX([0], { strokeOpacity: 0.7 }),
      Plot.text(bars, {
        x: topOf,
        y: "at",
        text: "amountText",
        textAnchor: "start",
        dx: 5,
        stroke: PAPER,
        strokeWidth: 3,
        fill: "currentColor",
      }),
      ...titles,
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { clean } from "../../telling/labels.ts";
import { type Decision } from "../decision.ts";
import { money, moneyInterval, percent } from "../words.ts";
import { type Drawing, drawing, GAIN, grid, HALO, LOSS, rows, zero } from "./charts.ts";
import { moneyScale } from "./scale.ts";

/** Each program's worth: nine worlds in ten as a bar, the mean and its interval as a dot on a line. */
export function worthChart({ arms, currency }: Decision, document: Document): Drawing {
  const { by, unit } = moneyScale(
    arms.flatMap(({ npv }) => [npv.q05, npv.q95]),
    clean(currency),
  );
  const data = arms.map(({ npv }, at) => ({
    at,
    q05: npv.q05 / by,
    q95: npv.q95 / by,
    low: npv.low / by,
    high: npv.high / by,
    mean: npv.mean / by,
    hue: npv.mean > 0 ? GAIN : LOSS,
  }));
  const alt = `Net present value against no program. ${arms.map(({ name, npv }) => `${clean(name)}: ${money(npv.mean, npv)} (${moneyInterval(npv)})`).join("; ")}.`;
  return drawing({ name: "worth", alt }, (width) => {
    const { base, above, narrow } = rows(
      arms.map(({ name }) => name),
      width,
      { document, axis: `worth more than no program (${unit})`, step: 38 },
    );
    return Plot.plot({
      ...base,
      marks: [
        grid(narrow ? 4 : 7),
        Plot.ruleY(data, { x1: "q05", x2: "q95", y: "at", stroke: "hue", strokeOpacity: 0.28, strokeWidth: 14 }),
        zero(),
        Plot.ruleY(data, { x1: "low", x2: "high", y: "at", stroke: "hue", strokeWidth: 3 }),
        Plot.dot(data, { x: "mean", y: "at", r: 4.5, fill: "hue", stroke: "white", strokeWidth: 0.8 }),
        ...above,
      ],
    });
  });
}

/** More bars than this say nothing more. */
const BINS = 30;

/** How single worlds differ: how many of them give how much, those below zero in another colour. */
export function downsideChart({ arms, currency }: Decision, npv: readonly Float64Array[], document: Document): Drawing {
  const { by, unit } = moneyScale(
    arms.flatMap(({ npv: { q05, q95 } }) => [q05, q95]),
    clean(currency),
  );
  const { from, step, counts } = binsOf(npv);
  const bars = counts.flatMap((those, at) =>
    those.map((worlds, k) => ({
      at,
      x1: (from + k * step) / by,
      x2: (from + (k + 1) * step) / by,
      worlds: (100 * worlds) / npv[at].length,
      hue: from + (k + 0.5) * step < 0 ? LOSS : GAIN,
    })),
  );
  const most = Math.max(...bars.map(({ worlds }) => worlds));
  const alt = `How worlds differ. ${arms.map(({ name, profit, tail }) => `${clean(name)} pays in ${percent(profit.share)} of worlds; the worst twentieth averages ${money(tail)}`).join("; ")}.`;
  return drawing({ name: "downside", alt }, (width) => {
    const { base, narrow } = rows(
      arms.map(({ name }) => name),
      width,
      { document, axis: `worth in a single world (${unit})`, step: 76 },
    );
    return Plot.plot({
      ...base,
      y: {
        axis: narrow ? null : "left",
        label: null,
        domain: [arms.length, 0],
        ticks: arms.map((_, at) => at + 0.62),
        tickSize: 0,
        tickFormat: (y: number) => clean(arms[Math.floor(y)].name),
      },
      marks: [
        grid(narrow ? 4 : 7),
        Plot.rect(
          bars.filter(({ worlds }) => worlds > 0),
          {
            x1: "x1",
            x2: "x2",
            y1: ({ at }: { at: number }) => at + 1,
            y2: ({ at, worlds }: { at: number; worlds: number }) => at + 1 - (0.66 * worlds) / most,
            fill: "hue",
            fillOpacity: 0.85,
            insetLeft: 0.5,
            insetRight: 0.5,
          },
        ),
        Plot.ruleY(
          arms.map((_, at) => at + 1),
          { strokeOpacity: 0.45 },
        ),
        zero(),
        ...(narrow
          ? [
              Plot.text(
                arms.map(({ name }, at) => ({ at: at + 0.18, name: clean(name) })),
                { y: "at", text: "name", textAnchor: "start", dx: -8, frameAnchor: "left", ...HALO },
              ),
            ]
          : []),
      ],
    });
  });
}

/** How many worlds of each arm fall in bin k, from `from` + k·`step` on: from the worst world of all to the best, zero included. */
export function binsOf(npv: readonly Float64Array[]): { from: number; step: number; counts: number[][] } {
  let [least, most] = [0, 0];
  for (const value of npv.flatMap((values) => [...values]))
    [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (most === least) [least, most] = [-1, 1];
  const step = niceStep((most - least) / BINS);
  const first = Math.floor(least / step);
  const binOf = (value: number): number => Math.floor(value / step) - first;
  const counts = npv.map((values) => {
    const those = new Array<number>(binOf(most) + 1).fill(0);
    for (const value of values) those[binOf(value)]++;
    return those;
  });
  return { from: first * step, step, counts };
}

function niceStep(width: number): number {
  const power = Number(`1e${Math.floor(Math.log10(width))}`);
  return [1, 2, 2.5, 5, 10].map((times) => times * power).find((step) => step >= width) ?? 10 * power;
}

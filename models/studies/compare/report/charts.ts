import { barChart } from "../../telling/charts/bars.ts";
import { dotChart } from "../../telling/charts/dots.ts";
import { histogramRows } from "../../telling/charts/histogram-rows.ts";
import { type Drawn, GAIN, THIRD } from "../../telling/charts/look.ts";
import { tornadoChart } from "../../telling/charts/tornado.ts";
import { waterfallChart } from "../../telling/charts/waterfall.ts";
import { money, moneyInterval, unitFor } from "../../telling/money.ts";
import { fixed, plain } from "../../telling/numbers.ts";
import { percent } from "../../telling/shares.ts";
import { standing } from "../../telling/standing.ts";
import { clean } from "../../telling/text.ts";
import { type Decision } from "../decision.ts";
import { ledgerRows, productRows, tornadoRows } from "./chart-rows.ts";

type Arm = Decision["arms"][number];

/** A drawing for wide pages and one for narrow ones, with the same content. */
export interface Drawing {
  wide: string;
  narrow: string;
}
const [WIDE, NARROW] = [720, 350];

/** Draws both widths; `name` is unique on the page, `alt` describes the drawing in words. */
function drawing(name: string, alt: string, document: Document, draw: (drawn: Drawn) => Element): Drawing {
  const one = (width: number, size: string): string =>
    standing(draw({ width, document }), { name: `${name}-${size}`, alt });
  return { wide: one(WIDE, "wide"), narrow: one(NARROW, "narrow") };
}

const NO_PROGRAM = { value: 0, label: "no program" };

/** Each program's value: nine worlds in ten as a pale bar, the mean and its interval as a dot on a line. */
export function worthDrawing({ arms, currency }: Decision, document: Document): Drawing {
  const { by, text } = unitFor(
    arms.flatMap(({ npv }) => [npv.q05, npv.q95]),
    currency,
  );
  const rows = arms.map(({ name, npv: { mean, low, high, q05, q95 } }) => ({
    name,
    mean: mean / by,
    low: low / by,
    high: high / by,
    q05: q05 / by,
    q95: q95 / by,
  }));
  const alt = `Net present value against no program. ${arms.map(({ name, npv }) => `${clean(name)}: ${money(npv.mean, npv)} (${moneyInterval(npv)})`).join("; ")}.`;
  return drawing("worth", alt, document, (drawn) =>
    dotChart(rows, {
      ...drawn,
      xLabel: `value against no program (${text})`,
      sided: true,
      reference: NO_PROGRAM,
    }),
  );
}

/** How single worlds differ: a histogram of their values, with those below zero in another colour. */
export function downsideDrawing(
  { arms, currency }: Decision,
  npv: readonly Float64Array[],
  document: Document,
): Drawing {
  const alt = `How worlds differ. ${arms.map(({ name, profit, tail }) => `${clean(name)} pays off in ${percent(profit.share)} of worlds; the worst 5 % average ${money(tail)}`).join("; ")}.`;
  const rows = arms.map(({ name }, at) => ({ name, values: npv[at] }));
  return drawing("downside", alt, document, (drawn) =>
    histogramRows(rows, { ...drawn, label: "value in a single world", unit: currency, reference: NO_PROGRAM }),
  );
}

/** The value of a program, built up line by line. */
export function ledgerDrawing(arm: Arm, at: number, currency: string, document: Document): Drawing {
  const rows = ledgerRows(arm);
  const net = "value of the program";
  const amounts = [
    ...rows.map(({ name, amount }) => `${name} ${amount > 0 ? "+" : ""}${money(amount)}`),
    `${net} ${money(arm.npv.mean)}`,
  ];
  return drawing(`ledger-${at}`, `${clean(arm.name)}: ${amounts.join(", ")}.`, document, (drawn) =>
    waterfallChart(rows, { ...drawn, unit: currency, net, text: money }),
  );
}

/** How the value of a program depends on each assumption. */
export function tornadoDrawing(arm: Arm, decision: Decision, document: Document): Drawing {
  const rows = tornadoRows(decision);
  const alt = `Which assumptions matter for ${clean(arm.name)}. ${rows.map(({ name, low, high, lowLabel, highLabel }) => `${name}: ${money(low)} at ${lowLabel}, ${money(high)} at ${highLabel}`).join("; ")}.`;
  return drawing("tornado", alt, document, (drawn) =>
    tornadoChart(rows, { ...drawn, base: arm.npv.mean, unit: decision.currency, label: `value of ${arm.name}` }),
  );
}

const HUES = { product: "currentColor", reach: GAIN, told: THIRD };

/** Members times their contacts, against people. */
export function reachDrawing(arm: Arm, at: number, document: Document): Drawing {
  const rows = productRows(arm);
  const alt = `${clean(arm.name)}: ${rows.map(({ name, people }) => `${name} ${plain(people)}`).join("; ")}.`;
  const bars = rows.map(({ name, people, of }) => ({
    name,
    amount: people,
    text: fixed(people, 0),
    hue: HUES[of],
    pale: of === "product",
  }));
  return drawing(`reach-${at}`, alt, document, (drawn) => barChart(bars, { ...drawn, xLabel: "people" }));
}

import { type Decision } from "../../models/studies/compare/decision.ts";
import {
  endText,
  ledgerRows,
  longerRows,
  reachRows,
  tornadoRows,
  worthRows,
} from "../../models/studies/compare/report/chart-rows.ts";
import { money, moneyInterval } from "../../models/studies/telling/money.ts";
import { percent } from "../../models/studies/telling/shares.ts";
import { words } from "../../models/studies/telling/text.ts";
import { dotChart } from "../../models/studies/telling/charts/dots.ts";
import { worldsHistogram } from "../../models/studies/telling/charts/histogram.ts";
import { tornadoChart } from "../../models/studies/telling/charts/tornado.ts";
import { waterfallChart } from "../../models/studies/telling/charts/waterfall.ts";
import { type Chart } from "../study/study.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type Compared } from "./comparing.ts";

/** A comparison and the program shown, by default the one advised. */
export type Shown = Compared & { program?: string | null };
export type Arm = Decision["arms"][number];
type Drawn = Chart<Shown, unknown>;

/** The program shown: the one chosen, else the one advised, else the best of those advised against. */
export function shownArm({ arms, advice }: Decision, program?: string | null): Arm {
  const named = (name: string | null | undefined): Arm | undefined => arms.find((arm) => arm.name === name);
  return named(program) ?? named(advice.choose) ?? named(advice.next) ?? arms[0];
}

/** A chart of a decision; it has no rows before there is one. */
function of(
  caption: string,
  {
    text,
    rows,
    draw,
  }: {
    text(decision: Decision, arm: Arm, npv: Float64Array): string;
    rows(decision: Decision, arm: Arm, npv: Float64Array): DataRow[];
    draw(decision: Decision, arm: Arm, npv: Float64Array, place: Parameters<Drawn["draw"]>[2]): Element;
  },
): Drawn {
  const whose = ({ decision, npv, program }: Shown): [Decision, Arm, Float64Array] => {
    if (!decision) throw new RangeError("comparison: there must be enough worlds to draw, got too few");
    const arm = shownArm(decision, program);
    return [decision, arm, npv[decision.arms.indexOf(arm)]];
  };
  return {
    caption,
    text: (results) => text(...whose(results)),
    rows: (results) => (results.decision ? rows(...whose(results)) : []),
    draw: (results, _, place) => draw(...whose(results), place),
  };
}

export const charts = {
  worth: of("Look for intervals that contain 0: there chance alone may explain the difference.", {
    text: ({ arms, currency }) =>
      `Worth of each program compared with none, in ${currency}: ${arms.map(({ name, npv }) => `${name} ${money(npv.mean, npv)} (${moneyInterval(npv)})`).join("; ")}.`,
    rows: worthRows,
    draw: (decision, _arm, _npv, place) =>
      dotChart(worthRows(decision), {
        ...place,
        xLabel: `worth more than no program (${decision.currency})`,
        reference: { value: 0, label: "no program" },
      }),
  }),
  ledger: of(
    "Look for how much comes from new customers, and how much from people who would have come anyway. Amounts below 0 are paid or lost.",
    {
      text: ({ currency }, arm) =>
        `${arm.name}, in ${currency}: ${ledgerRows(arm)
          .map(({ name, amount }) => `${name} ${money(amount)}`)
          .join(", ")}; in all ${money(arm.npv.mean)}.`,
      rows: (_, arm) => ledgerRows(arm),
      draw: ({ currency }, arm, _npv, place) =>
        waterfallChart(ledgerRows(arm), { ...place, unit: currency, net: "worth of the program" }),
    },
  ),
  single: of("Each bar counts worlds. See how far the bars extend to the left of 0: that is how bad it can get.", {
    text: ({ currency }, { name, profit, tail }) =>
      `How worlds differ for ${name}: it pays in ${percent(profit.share)} of them; the worst twentieth averages ${money(tail)} ${currency}.`,
    rows: (_decision, _arm, npv) => Array.from(npv, (worth, world) => ({ world, worth })),
    draw: ({ currency }, _arm, npv, place) =>
      worldsHistogram(npv, {
        ...place,
        xLabel: `worth in a single world (${currency})`,
        reference: { value: 0, label: "no program" },
      }),
  }),
  tornado: of(
    "Each bar goes from the worth with an assumption in its lowest quarter to the worth with it in its highest, or from its worst setting to its best if settings are listed. Look for the widest bar: that is where research pays.",
    {
      text: ({ sensitivity, currency }) =>
        `Worth of ${sensitivity?.arm ?? "the program"} in ${currency}: ${(sensitivity?.of ?? []).map(({ name, low, high }) => `${words(name)} ${money(low.npv.mean)} at ${endText(low)}, ${money(high.npv.mean)} at ${endText(high)}`).join("; ")}.`,
      rows: tornadoRows,
      draw: (decision, _arm, _npv, place) =>
        tornadoChart(tornadoRows(decision), {
          ...place,
          base: shownArm(decision, decision.sensitivity?.arm).npv.mean,
          unit: decision.currency,
          label: "worth",
        }),
    },
  ),
  reach: of(
    "Look for the gap between the two marks of a row: people who could hear of it through their ties, and people who did.",
    {
      text: (_, arm) =>
        `People reached by ${arm.name}, members left out: ${reachRows(arm)
          .map(({ name, group, mean }) => `${name}, ${group}: ${money(mean)}`)
          .join("; ")}.`,
      rows: (_, arm) => reachRows(arm),
      draw: (_decision, arm, _npv, place) => dotChart(reachRows(arm), { ...place, xLabel: "people, members left out" }),
    },
  ),
  longer: of(
    "Look for pairs of marks that lie apart: new customers counted early who would have come a little later anyway.",
    {
      text: (decision) =>
        `The ledger's line of new customers at both horizons, in ${decision.currency}: ${longerRows(decision)
          .map(({ name, group, mean }) => `${name} ${group}: ${money(mean)}`)
          .join("; ")}.`,
      rows: longerRows,
      draw: (decision, _arm, _npv, place) =>
        dotChart(longerRows(decision), {
          ...place,
          xLabel: `new customers (${decision.currency})`,
          reference: { value: 0, label: "none" },
        }),
    },
  ),
};

import { auditHits } from "../../models/programs/advocacy/audit.ts";
import { barOfPay, effortOf, seekersComing } from "../../models/programs/advocacy/effort.ts";
import { dotChart, type DotRow } from "../../models/studies/telling/charts/dots.ts";
import { fanChart, type FanRow } from "../../models/studies/telling/charts/fan.ts";
import { heatChart } from "../../models/studies/telling/charts/heat.ts";
import { percent, plain } from "../exact.ts";
import { type Chart } from "../study/study.ts";
import { type Against, differences, type Found, NEITHER, type Settings } from "./arms.ts";

const PAYS = Array.from({ length: 41 }, (_, k) => k);

/** Effort of a rested, honest member at each pay, with and without crowding out: the closed form. */
const effortRows = (settings: Settings): FanRow[] =>
  [...new Set([0, settings.crowding])].flatMap((crowding) =>
    PAYS.map((pay) => ({
      pay,
      series: crowding === 0 ? "no crowding out" : "crowding out",
      mean: effortOf(
        { ...settings, pay, crowding, seekerAttraction: 1 },
        { drive: settings.drive, seeker: false, fatigue: 0 },
      ),
    })),
  );

/** The pay at which effort equals unpaid effort, for each crowding out, as far as the map goes. */
const barPoints = ({ drive, attraction, halfPay }: Settings, most: number): { x: number; y: number }[] =>
  Array.from({ length: 81 }, (_, k) => k / 100)
    .map((crowding) => ({ x: barOfPay({ crowding, attraction, halfPay }, drive), y: crowding }))
    .filter(({ x }) => x <= most);

const mapRows = ({ map }: Found): { pay: number; crowding: number; difference: number; low: number; high: number }[] =>
  differences(map, { pay: 0 }).map(({ values, mean, low, high }) => ({
    pay: Number(values.pay),
    crowding: Number(values.crowding),
    difference: mean,
    low,
    high,
  }));

/** Bayes' rule at the first audit: how many of those flagged are cheats. */
export function rightAtFirst(settings: Settings, falseAlarms: number): number {
  const share = seekersComing(settings);
  const hits = share * auditHits({ falseAlarms, auditArea: settings.auditArea });
  return hits / (hits + (1 - share) * falseAlarms);
}

const flagRows = ({ audits }: Found, settings: Settings): FanRow[] =>
  audits.points
    .filter(({ values }) => Number(values.falseAlarms) > 0)
    .flatMap(
      ({
        values,
        measures: {
          rightFlags: { mean, low, high },
        },
      }) => {
        const falseAlarms = Number(values.falseAlarms);
        return [
          { falseAlarms, series: "over the year", mean, low, high },
          { falseAlarms, series: "first audit, by Bayes' rule", mean: rightAtFirst(settings, falseAlarms) },
        ];
      },
    );

const nameOf = ({ values }: Against): string =>
  `${Number(values.crowding) > 0 ? "crowding out" : "no crowding out"}, ${Number(values.falseAlarms) === 0 ? "no audits" : `audits that flag ${percent(Number(values.falseAlarms))}`}`;
const armRows = ({ arms }: Found): DotRow[] =>
  differences(arms, NEITHER)
    .filter(({ values }) => Number(values.pay) > 0)
    .map((one) => ({
      name: nameOf(one),
      group: `scored by ${String(one.values.scoring)}`,
      mean: one.mean,
      low: one.low,
      high: one.high,
    }));

const scheduleRows = ({ schedules: { points } }: Found): DotRow[] =>
  points.map(({ measures: { equity } }, at) => ({
    name: at === 0 ? "all year" : "two campaigns",
    mean: equity.mean,
    low: equity.low,
    high: equity.high,
  }));

type Own = Chart<Found, Settings>;
const money = "equity per person (money)";

export const charts = {
  arms: {
    caption:
      "The effect of pay compared with neither pay nor audits, in the same worlds. Look for rows in which the two marks lie on different sides of 0.",
    text: (found: Found) =>
      `Equity per person compared with neither pay nor audits: ${armRows(found)
        .map(({ name, group = "", mean }) => `${name}, ${group}: ${plain(mean)}`)
        .join("; ")}.`,
    rows: (found: Found) => armRows(found),
    draw: (found, _, place) =>
      dotChart(armRows(found), {
        ...place,
        xLabel: `difference in ${money}`,
        reference: { value: 0, label: "neither pay nor audits" },
      }),
  } satisfies Own,
  effort: {
    caption:
      "Effort of a rested, honest advocate, by the formula of the model. See whether a line drops where pay begins, and where, if anywhere, it returns to the effort without pay.",
    text: (_: Found, settings: Settings) =>
      `Effort without pay is ${percent(settings.drive)}; the lines are the closed form for pay from ${PAYS[0]} to ${PAYS[PAYS.length - 1]}.`,
    rows: (_: Found, settings: Settings) => effortRows(settings),
    draw: (_, settings, place) =>
      fanChart(effortRows(settings), {
        ...place,
        x: "pay",
        series: "series",
        xLabel: "pay for an act (money)",
        yLabel: "effort",
        yPercent: true,
      }),
  } satisfies Own,
  map: {
    caption:
      "The effect of pay compared with no pay at the same crowding out, without audits. The line is the bar of the formula: to its right pay raises the effort of honest advocates. Look for strong cells to the left of the line and pale ones to the right.",
    text: (found: Found) =>
      `Difference in equity per person: ${mapRows(found)
        .map(({ pay, crowding, difference }) => `pay ${pay}, crowding out ${crowding}: ${plain(difference)}`)
        .join("; ")}.`,
    rows: (found: Found) => mapRows(found),
    draw: (found, settings, place) => {
      const rows = mapRows(found);
      const points = barPoints(settings, Math.max(0, ...rows.map(({ pay }) => pay)));
      return heatChart(rows, {
        ...place,
        x: "pay",
        y: "crowding",
        value: "difference",
        labels: { x: "pay for an act (money)", y: "crowding out", value: `difference in ${money}` },
        ...(points.length > 1 && { mark: { label: "above this pay effort rises", points } }),
      });
    },
  } satisfies Own,
  flags: {
    caption:
      "Share of audit flags that hit a cheat. See whether it falls as audits flag more. Audits that flag at random are right only as often as there are cheats.",
    text: (found: Found, settings: Settings) =>
      `Share of flags that are right: ${flagRows(found, settings)
        .map(({ falseAlarms, series, mean }) => `${String(falseAlarms)} ${String(series)}: ${percent(mean)}`)
        .join("; ")}.`,
    rows: flagRows,
    draw: (found, settings, place) =>
      fanChart(flagRows(found, settings), {
        ...place,
        x: "falseAlarms",
        series: "series",
        xLabel: "honest members flagged by one audit",
        yLabel: "flags that are right",
        yPercent: true,
      }),
  } satisfies Own,
  schedules: {
    caption:
      "The same money over the year, spent every week or in two campaigns. See whether the intervals overlap; the sentence above compares the schedules world by world, which is more precise.",
    text: (found: Found) =>
      `Equity per person: ${scheduleRows(found)
        .map(({ name, mean }) => `${name} ${plain(mean)}`)
        .join("; ")}.`,
    rows: (found: Found) => scheduleRows(found),
    draw: (found, _, place) => dotChart(scheduleRows(found), { ...place, xLabel: money }),
  } satisfies Own,
};

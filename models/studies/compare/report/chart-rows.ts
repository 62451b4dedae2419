import { plain } from "../../telling/numbers.ts";
import { clean, words } from "../../telling/text.ts";
import { duration } from "../../telling/durations.ts";
import { type Decision } from "../decision.ts";
import { isCost, type Line, LINES } from "../measures.ts";
import { type End } from "../sensitivity.ts";
import { LINE_WORDS } from "./lines.ts";

/** The rows behind the charts of a decision, on a page and in a report alike. */
type Arm = Decision["arms"][number];

export const worthRows = ({ arms }: Decision) =>
  arms.map(({ name, npv: { mean, low, high } }) => ({ name, mean, low, high }));

/** The lines of the ledger that are not 0 for this program. */
export const linesOf = (arm: Arm): Line[] =>
  LINES.filter((line) => arm.lines[line].mean !== 0 || arm.lines[line].high > arm.lines[line].low);

/** What each of them adds to the worth; costs are below 0. */
export const ledgerRows = (arm: Arm) =>
  linesOf(arm).map((line) => {
    const { mean, low, high } = arm.lines[line];
    const { name } = LINE_WORDS[line];
    return isCost(line) ? { name, amount: -mean, low: -high, high: -low } : { name, amount: mean, low, high };
  });

/** More assumptions than this stand in the table only. */
const MOST_BARS = 12;

const shown = (value: unknown): string =>
  typeof value === "number" ? plain(value, 2) : clean(Array.isArray(value) ? value.join(", ") : String(value));

/** `0.05 to 0.11`, or one setting of a list. */
export const endText = ({ from, to }: Pick<End, "from" | "to">): string =>
  shown(from) === shown(to) ? shown(from) : `${shown(from)} to ${shown(to)}`;

/**
 * What each assumption does to the worth of a program: from its lowest quarter to its highest, or from its worst
 * setting to its best, widest first.
 */
export const tornadoRows = ({ sensitivity }: Decision) =>
  (sensitivity?.of ?? []).slice(0, MOST_BARS).map(({ name, low, high }) => ({
    name: words(name),
    low: low.npv.mean,
    high: high.npv.mean,
    lowLabel: endText(low),
    highLabel: endText(high),
  }));

const sums = (values: readonly { mean: number }[]): number[] => {
  let sum = 0;
  return values.map(({ mean }) => (sum += mean));
};

const DEGREES = ["one degree", "up to two", "up to three"];

/** People reached by ties and people told, at one, two and three degrees. */
export const reachRows = (arm: Arm) =>
  (["reach", "told"] as const).flatMap((of) =>
    sums(arm[of]).map((mean, degree) => ({
      name: DEGREES[degree],
      mean,
      group: of === "reach" ? "within so many ties" : "told at so many removes",
    })),
  );

const WITHIN = [
  "people with a member among their contacts",
  "people within two ties of a member",
  "people within three ties of a member",
];
const TOLD = ["people who heard of it from a member", "… at second hand as well", "… at third hand as well"];

/** Members times their contacts, against people: who could be reached and who was. */
export const productRows = (arm: Arm) => [
  { name: "members × their contacts", people: arm.contacts.mean, of: "product" as const },
  ...sums(arm.reach).map((people, degree) => ({ name: WITHIN[degree], people, of: "reach" as const })),
  ...sums(arm.told).map((people, degree) => ({ name: TOLD[degree], people, of: "told" as const })),
];

/** New customers at the horizon and at twice that. */
export const longerRows = ({ longer, horizon, unit }: Decision) =>
  (longer?.arms ?? []).flatMap(({ name, near, far }) => [
    { name, ...near.expansion, group: `after ${duration(horizon, unit)}` },
    { name, ...far.expansion, group: `after ${duration(longer!.horizon, unit)}` },
  ]);

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

/** What each line adds to the value; costs are below 0. */
export const ledgerRows = (arm: Arm) =>
  linesOf(arm).map((line) => {
    const { mean, low, high } = arm.lines[line];
    const { name } = LINE_WORDS[line];
    return isCost(line) ? { name, amount: -mean, low: -high, high: -low } : { name, amount: mean, low, high };
  });

/** Assumptions beyond this number are in the table only. */
const MOST_BARS = 12;

const shown = (value: unknown): string =>
  typeof value === "number" ? plain(value, 2) : clean(Array.isArray(value) ? value.join(", ") : String(value));

/** The values at one end of an assumption: `0.05 to 0.11`, or one setting of a list. */
export const endText = ({ from, to }: Pick<End, "from" | "to">): string =>
  shown(from) === shown(to) ? shown(from) : `${shown(from)} to ${shown(to)}`;

/**
 * How the value of a program depends on each assumption, from its lowest quarter to its highest or from its worst
 * setting to its best; widest first.
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

const DEGREES = ["one degree", "up to two degrees", "up to three degrees"];

/** People reached by ties and people told, at one, two and three degrees. */
export const reachRows = (arm: Arm) =>
  (["reach", "told"] as const).flatMap((of) =>
    sums(arm[of]).map((mean, degree) => ({
      name: DEGREES[degree],
      mean,
      group: of === "reach" ? "within that many ties" : "told in that many steps",
    })),
  );

const WITHIN = [
  "people with a member among their contacts",
  "people within two ties of a member",
  "people within three ties of a member",
];
const TOLD = [
  "people told by a member",
  "people told at first or second hand",
  "people told at first, second or third hand",
];

/** Members times their contacts, next to the people who could be reached and those who were told. */
export const productRows = (arm: Arm) => [
  { name: "members × their contacts", people: arm.contacts.mean, of: "product" as const },
  ...sums(arm.reach).map((people, degree) => ({ name: WITHIN[degree], people, of: "reach" as const })),
  ...sums(arm.told).map((people, degree) => ({ name: TOLD[degree], people, of: "told" as const })),
];

/** New customers at the horizon and at twice the horizon. */
export const longerRows = ({ longer, horizon, unit }: Decision) =>
  (longer?.arms ?? []).flatMap(({ name, near, far }) => [
    { name, ...near.expansion, group: `after ${duration(horizon, unit)}` },
    { name, ...far.expansion, group: `after ${duration(longer!.horizon, unit)}` },
  ]);

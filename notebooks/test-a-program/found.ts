import { NONE } from "../../models/studies/brief/brief.ts";
import { reasonOf } from "../../models/studies/compare/advice.ts";
import { type Decision } from "../../models/studies/compare/decision.ts";
import { opposite, pairOf } from "../../models/studies/compare/headline.ts";
import { nobodyText } from "../../models/studies/compare/nobody.ts";
import { changeOfMind, nothingTold } from "../../models/studies/compare/report/caveats.ts";
import { endText } from "../../models/studies/compare/report/chart-rows.ts";
import { endsDiffer, type Sensitivity } from "../../models/studies/compare/sensitivity.ts";
import { duration, times } from "../../models/studies/telling/durations.ts";
import { money, moneyInterval } from "../../models/studies/telling/money.ts";
import { percent } from "../../models/studies/telling/shares.ts";
import { words } from "../../models/studies/telling/text.ts";
import { clear } from "../../models/studies/telling/numbers.ts";
import { decisionCard } from "../charts/decision-card.ts";
import { element } from "../element.ts";
import { exact } from "../exact.ts";
import { type Arm, shownArm } from "./charts.ts";

type Part = Node | string;
interface Known {
  mean: number;
  low: number;
  high: number;
}

const share = (value: number): HTMLElement => exact(value, percent);
/** A mean, rounded to the digits that its interval supports. */
const amount = ({ mean, low, high }: Known): HTMLElement => exact(mean, (value) => money(value, { low, high }));
const interval = ({ low, high }: Known): Part[] => [
  "(95 % interval ",
  exact(low, (value) => money(value, { low, high })),
  " to ",
  exact(high, (value) => money(value, { low, high })),
  ")",
];
const finding = (...parts: Part[]): HTMLElement => element("p", { class: "finding" }, ...parts);
const heading = (id: string, ...parts: Part[]): HTMLElement => element("h2", { id }, ...parts);
/** A name from the brief; it may contain digits, which are not a result. */
const name = (text: string): HTMLElement => element("code", { class: "name" }, text);

/** Why the rule prefers one choice to another that is worth more on average: the end of "…, but". */
function reason({ advice, currency }: Decision, other: string, taken: string): Part[] {
  const { because, lost } = reasonOf(advice, other, taken);
  if (because.length > 0) return [`the brief's rule excludes it: ${because.join(" and ")}`];
  return [
    "it would be regretted more if it were the wrong choice: in the worst world in twenty it loses ",
    exact(lost.other, money),
    ` ${currency} compared with the best choice, and `,
    taken === NONE ? "no program" : name(taken),
    " ",
    exact(lost.taken, money),
  ];
}

/**
 * Why no program is advised although this one is worth more than none; empty if it is not, or if a program is advised.
 */
const passedOver = (decision: Decision, arm: Arm): Part[] =>
  decision.advice.choose === NONE && arm.npv.mean > 0 ? reason(decision, arm.name, NONE) : [];

/** The decision on a card. */
export function card(decision: Decision): HTMLElement {
  const { advice, currency, unit, worlds } = decision;
  const arm = shownArm(decision);
  const none = advice.choose === NONE;
  const turns = changeOfMind(decision);
  const why = element("span", {}, ...passedOver(decision, arm)).textContent;
  const caveats = [
    ...decision.nobody.map(nobodyText),
    ...(why ? [`It is worth more than no program, but ${why}.`] : []),
    ...(turns.length > 0 ? [`The advice changes where ${turns.join(", or where ")}.`] : []),
  ];
  return decisionCard({
    title: decision.title,
    verdict: none
      ? "Run no program"
      : clear(arm.npv)
        ? `Choose “${arm.name}”`
        : `“${arm.name}”, although it cannot be told apart from no program`,
    sure: `${none ? `“${arm.name}”, the best of the programs, pays` : "It pays"} in ${percent(arm.profit.share)} of ${worlds} worlds (95 % interval ${percent(arm.profit.low)} to ${percent(arm.profit.high)}).`,
    facts: [
      {
        label: `worth more than no program, ${currency}`,
        value: `${money(arm.npv.mean, arm.npv)} (${moneyInterval(arm.npv)})`,
      },
      { label: "in the worst world in twenty", value: money(arm.npv.q05) },
      {
        label: `a new customer costs, ${currency}`,
        value: arm.costPerIncremental
          ? money(arm.costPerIncremental.ratio, arm.costPerIncremental)
          : "cannot be estimated",
      },
      {
        label: "paid back in half of the worlds",
        value: arm.payback.share >= 0.5 ? `by ${times(arm.payback.week, unit)}` : "not before the end",
      },
    ],
    caveat: caveats.length > 0 ? caveats.join(" ") : undefined,
  });
}

/** The result of the worlds so far. */
export function verdict(decision: Decision): HTMLElement[] {
  const { advice, currency, worlds, horizon, unit } = decision;
  const arm = shownArm(decision);
  const none = advice.choose === NONE;
  const why = passedOver(decision, arm);
  const loses = arm.npv.mean < 0;
  const size = loses ? opposite(arm.npv) : arm.npv;
  const by = (): Part[] => [amount(size), ` ${currency} ${loses ? "less" : "more"}`]; // an element can be in one place only
  const next = none || advice.next === NONE ? [] : against(decision, advice.choose, advice.next);
  return [
    heading(
      "decision",
      ...(none ? ["Run no program: ", name(arm.name), " is worth "] : ["Choose ", name(arm.name), ": it is worth "]),
      ...by(),
      " than none",
      ...(why.length > 0 ? [", but ", ...why] : []),
    ),
    finding(
      ...(none ? ["In this model ", name(arm.name)] : ["In this model it"]),
      " is worth ",
      ...by(),
      " than no program over ",
      exact(horizon),
      " weeks, including the worth of customers after them, ",
      ...interval(size),
      ", and pays in ",
      share(arm.profit.share),
      " of ",
      exact(worlds),
      " worlds. In the worst world in twenty it is worth ",
      exact(arm.npv.q05, money),
      ". ",
      ...(arm.costPerIncremental
        ? [
            "A customer who would not have come costs ",
            exact(arm.costPerIncremental.ratio, (value) => money(value, arm.costPerIncremental!)),
            ` ${currency}. `,
          ]
        : ["These worlds are too few to estimate the cost of a customer who would not have come. "]),
      ...(arm.payback.share >= 0.5
        ? ["Half of the worlds recover the money by ", exact(arm.payback.week, (week) => times(week, unit)), ". "]
        : ["Fewer than half of the worlds recover the money before the end. "]),
      ...next,
    ),
  ];
}

function against(decision: Decision, a: string, b: string): Part[] {
  const { beats, difference } = pairOf(decision, a, b);
  if (!clear(difference))
    return [
      "It cannot be told apart from ",
      name(b),
      ": the difference is ",
      amount(difference),
      " ",
      ...interval(difference),
      ".",
    ];
  const more = opposite(difference);
  if (more.mean > 0)
    return [
      name(b),
      " is worth more on average, by ",
      amount(more),
      ` ${decision.currency} `,
      ...interval(more),
      ", but ",
      ...reason(decision, b, a),
      ".",
    ];
  return [
    "It is worth more than ",
    name(b),
    " in ",
    share(beats.share),
    " of worlds, by ",
    amount(difference),
    " on average ",
    ...interval(difference),
    ".",
  ];
}

/** The two ends of an assumption in words; settings of a list are names. */
const across = ({ by, low, high }: Sensitivity): Part[] =>
  by === "quarter"
    ? ["from its lowest to its highest quarter"]
    : ["from its worst setting, ", name(endText(low)), ", to its best, ", name(endText(high))];

/** Which assumption matters most. */
export function matters(decision: Decision): HTMLElement[] {
  const { sensitivity, currency } = decision;
  const first = sensitivity?.of.at(0);
  if (!sensitivity || !first)
    return [heading("matters", "What matters most is unknown"), element("p", {}, nothingTold(decision))];
  const [low, high] = [first.low.npv, first.high.npv];
  return [
    heading(
      "matters",
      ...(endsDiffer(first)
        ? ["What matters most is ", name(words(first.name))]
        : [
            "The ends of ",
            name(words(first.name)),
            " are farthest apart, but these worlds cannot tell that from chance",
          ]),
    ),
    finding(
      "The worth of ",
      name(sensitivity.arm),
      " goes from ",
      amount(low),
      " ",
      ...interval(low),
      " to ",
      amount(high),
      " ",
      ...interval(high),
      ` ${currency} `,
      ...across(first),
      ", with all else varying (",
      exact(first.low.worlds),
      " worlds at one end and ",
      exact(first.high.worlds),
      " at the other).",
    ),
  ];
}

/** The number of people that a program reaches. */
export function reached(arm: Arm): HTMLElement[] {
  const sum = (values: readonly Known[]): number => values.reduce((total, { mean }) => total + mean, 0);
  const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
  return [
    heading(
      "reach",
      "Members times contacts is ",
      exact(arm.contacts.mean, whole),
      "; people with a member among their contacts are ",
      exact(arm.reach[0].mean, whole),
    ),
    finding(
      "Of ",
      name(arm.name),
      ": within two ties of a member there are ",
      exact(sum(arm.reach.slice(0, 2)), whole),
      " people and within three ",
      exact(sum(arm.reach), whole),
      ". The people who heard of it from a member are ",
      exact(arm.told[0].mean, whole),
      ", and up to third hand ",
      exact(sum(arm.told), whole),
      " (means over worlds).",
    ),
  ];
}

/** Whether new customers at the horizon are still new at twice the horizon. */
export function later(decision: Decision, arm: Arm): HTMLElement[] {
  const { longer, currency, horizon, unit } = decision;
  const own = longer?.arms.find((one) => one.name === arm.name);
  if (!longer || !own) return [];
  const { near, far, change } = own;
  const [verdict, why] = !clear(change)
    ? ["may be worth more or less", "."]
    : change.mean < 0
      ? ["are worth less", ": some who seemed won would have come a little later anyway."]
      : ["are worth more", ": more have come who would not have come otherwise."];
  const weeks = (value: number): string => duration(value, unit);
  return [
    heading("longer", `Over twice the horizon, new customers ${verdict}`),
    finding(
      "In the same ",
      exact(longer.worlds),
      " worlds the ledger's line of new customers of ",
      name(arm.name),
      " is ",
      amount(near.expansion),
      " ",
      ...interval(near.expansion),
      ` ${currency} after `,
      exact(horizon, weeks),
      " and ",
      amount(far.expansion),
      " ",
      ...interval(far.expansion),
      " after ",
      exact(longer.horizon, weeks),
      ". World by world it changes by ",
      amount(change),
      " ",
      ...interval(change),
      why,
    ),
  ];
}
